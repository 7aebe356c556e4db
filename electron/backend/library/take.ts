import { join } from "node:path";
import type { Take } from "../../../shared/jobs/job.ts";
import type { StoredTake } from "../jobs/journal.ts";
import { isThere } from "./isThere.ts";

export const takeOf = (
  { record, job, binnedAt = null }: Omit<StoredTake, "binnedAt"> & Partial<StoredTake>,
  missing: boolean,
): Take => ({ ...record, job, missing, binned: binnedAt !== null });

/** The take as it is now: its files may have been moved away behind the program's back. */
export async function readTake(stored: StoredTake): Promise<Take> {
  return takeOf(stored, !(await isThere(join(stored.folder, stored.record.video))));
}
