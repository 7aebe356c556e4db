import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Take } from "../../../shared/jobs/job.ts";
import type { StoredTake } from "../jobs/journal.ts";

export const takeOf = (
  { record, job, binnedAt = null }: Omit<StoredTake, "binnedAt"> & Partial<StoredTake>,
  missing: boolean,
): Take => ({ ...record, job, missing, binned: binnedAt !== null });

/** The take as it is now: its files may have been moved away behind the program's back. */
export async function readTake(stored: StoredTake): Promise<Take> {
  const isThere = await access(join(stored.folder, stored.record.video)).then(
    () => true,
    () => false,
  );
  return takeOf(stored, !isThere);
}
