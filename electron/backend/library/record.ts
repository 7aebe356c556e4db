import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { jobSchema, type Job } from "../../../shared/jobs/job.ts";
import { createInOrder } from "../inOrder.ts";
import { writeAtomic } from "../atomicFile.ts";
import { takeRecordSchema, type StoredTake, type TakeRecord } from "../jobs/journal.ts";
import { takeFiles } from "./takeFolder.ts";

/** `job.json` of a take: all that the journal knows of it, so that the journal can be made again from the folders. */

const recordFileSchema = z.object({
  format: z.literal("shotgraph-take"),
  formatVersion: z.literal(1),
  take: takeRecordSchema,
  /** SHA-256 of the video. */
  hash: z.string(),
  job: jobSchema,
});

export interface TakeOnDisk {
  readonly take: Omit<StoredTake, "binnedAt">;
  readonly hash: string;
}

/** Whether a file of that name lies in the take's own folder: a library can come from somebody else. */
const isPlain = (name: string | null): boolean =>
  name === null || (!/[/\\]/.test(name) && name !== "" && name !== "." && name !== "..");

/** The take whose record lies in a folder; undefined when none does, or one that cannot be read. */
export async function readRecord(folder: string): Promise<TakeOnDisk | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(join(folder, takeFiles.job), "utf8"));
    const { take: record, hash, job } = recordFileSchema.parse(content);
    const names = [record.video, record.poster, ...record.stills];
    if (record.id !== job.id || !names.every(isPlain)) return undefined;
    return { take: { record, job, folder }, hash };
  } catch {
    return undefined;
  }
}

/** @param at The folder to write in, where that is not yet the take's own. */
export async function writeRecord(
  { take, hash }: TakeOnDisk,
  at: string = take.folder,
): Promise<void> {
  const content = { format: "shotgraph-take", formatVersion: 1, take: take.record, hash };
  const job: Job = take.job;
  await writeAtomic(join(at, takeFiles.job), `${JSON.stringify({ ...content, job }, null, 2)}\n`);
}

/** One after the other, so that no change of a record is lost and none is made in a folder that is just being moved. */
export const inTurn = createInOrder();

/** Changes what a record says, if it is still where it was. To be called in turn. */
export async function changeRecord(
  folder: string,
  change: (job: Job, record: TakeRecord) => { readonly job: Job; readonly record: TakeRecord },
): Promise<void> {
  const there = await readRecord(folder);
  if (there === undefined) return;
  const { job, record } = change(there.take.job, there.take.record);
  await writeRecord({ ...there, take: { job, record, folder } });
}
