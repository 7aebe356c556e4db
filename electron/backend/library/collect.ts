import { appendFile, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Job, Reason } from "../../../shared/jobs/job.ts";
import { next } from "../../../shared/jobs/reduce.ts";
import type { Engine, FetchWatch } from "../../engines/engine.ts";
import { errorCode, writeAtomic } from "../atomicFile.ts";
import { timeOf, type Clock } from "../jobs/clock.ts";
import type { Entry, Place, TakeRecord } from "../jobs/journal.ts";
import type { Inspect, Inspected } from "./inspect.ts";
import { isThere } from "./isThere.ts";
import { readRecord, writeRecord, type TakeOnDisk } from "./record.ts";
import { stillName, takeFiles, workshop } from "./takeFolder.ts";

export interface CollectTools {
  readonly clock: Clock;
  readonly inspect: Inspect;
}

/** A job whose video exists, and where its take is to stand. */
export interface Finished extends Pick<Entry, "job" | "body" | "board"> {
  readonly engine: Engine;
  readonly requestId: string;
  readonly output: string;
  readonly place: Place;
}

export type Collected =
  | ({ readonly outcome: "taken" } & TakeOnDisk)
  | { readonly outcome: "failed"; readonly reason: Reason; readonly passing: boolean };

/**
 * Makes the take of a finished job. It is put together in the library's workshop and moved to its place in one step, so that
 * a take's folder is whole whenever it is there. Called again after a crash, it goes on from what lies on the disk.
 */
export async function collect(
  tools: CollectTools,
  finished: Finished,
  watch: FetchWatch,
): Promise<Collected> {
  const { job, place } = finished;
  const shop = join(place.library, workshop, job.id);
  try {
    const spot = await findSpot(finished);
    if (typeof spot !== "string") return { outcome: "taken", ...spot };
    await mkdir(shop, { recursive: true });
    const inspected = await bringVideo(tools, finished, shop, watch);
    if ("outcome" in inspected) return inspected;
    const made = await writeTake(tools.clock, finished, inspected, { shop, folder: spot });
    await moveTo(shop, spot);
    return { outcome: "taken", ...made };
  } catch (error) {
    return judge(error, place.library, watch.signal);
  }
}

/** The folder that is free for the take, or the take itself, when only its record in the journal was missing. */
async function findSpot({ job, place }: Finished): Promise<string | TakeOnDisk> {
  const wanted = join(place.library, ...place.folder.split("/"));
  for (let copy = 1; copy < 100; copy += 1) {
    const folder = copy === 1 ? wanted : `${wanted}-${copy}`;
    if (!(await isThere(folder))) return folder;
    const there = await readRecord(folder);
    if (there?.take.record.id === job.id) return there;
  }
  throw new Error(`No free place for the take at ${wanted}`);
}

const mostTries = 3;

async function bringVideo(
  { inspect }: CollectTools,
  { engine, requestId, output, job }: Finished,
  shop: string,
  watch: FetchWatch,
): Promise<Inspected | Extract<Collected, { outcome: "failed" }>> {
  const video = join(shop, takeFiles.video);
  if (!(await isThere(video))) {
    const fetched = await engine.fetch(requestId, output, video, watch);
    if (fetched.outcome === "failed") return fetched;
  }
  // A decoder that takes the whole program down with it is not asked again and again.
  const tried = join(shop, "pictures.tried");
  const tries = (await stat(tried).catch(() => undefined))?.size ?? 0;
  const folder = tries < mostTries ? shop : null;
  await appendFile(tried, ".");
  const stills = job.shots.map(({ start, seconds }, index) => ({
    name: stillName(index),
    seconds: start + seconds / 2,
  }));
  const order = { video, folder, poster: takeFiles.poster, stills };
  const inspected = await inspect(order, watch.signal);
  await rm(tried, { force: true });
  if (inspected) return inspected;
  await rm(video, { force: true });
  return { outcome: "failed", reason: { code: "notAVideo" }, passing: false };
}

async function writeTake(
  clock: Clock,
  { job, body, board, place }: Finished,
  { facts, pictures }: Inspected,
  { shop, folder }: { readonly shop: string; readonly folder: string },
): Promise<TakeOnDisk> {
  const { hash, ...measures } = facts;
  const record: TakeRecord = {
    id: job.id,
    number: place.number,
    video: takeFiles.video,
    poster: pictures.poster,
    stills: [...pictures.stills],
    starred: false,
    title: "",
    note: "",
    ...measures,
  };
  const request = { model: job.model, input: JSON.parse(body) };
  await writeAtomic(join(shop, takeFiles.request), `${JSON.stringify(request, null, 2)}\n`);
  await writeAtomic(join(shop, takeFiles.board), board);
  const done: Job = next(job, { kind: "taken" }, timeOf(clock));
  const made: TakeOnDisk = { take: { record, job: done, folder }, hash };
  await writeRecord(made, shop);
  return made;
}

async function moveTo(shop: string, folder: string): Promise<void> {
  const day = dirname(folder);
  await mkdir(day, { recursive: true });
  await rename(shop, folder);
  if (process.platform === "win32") return;
  // Without this a power cut could undo the move after the journal has recorded it.
  for (const parent of [day, dirname(day), dirname(shop)]) {
    const handle = await open(parent, "r");
    await handle.sync().finally(() => handle.close());
  }
}

/** What the file system says of a library that cannot be written to, until the user has seen to it. */
const diskCodes: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "diskFull"],
  ["EDQUOT", "diskFull"],
  ["EACCES", "folderUnwritable"],
  ["EPERM", "folderUnwritable"],
  ["EROFS", "folderUnwritable"],
  ["EBUSY", "folderUnwritable"],
  ["ENOENT", "folderUnwritable"],
  ["ENAMETOOLONG", "pathTooLong"],
  ["ENOTDIR", "folderUnwritable"],
  ["EEXIST", "folderUnwritable"],
]);

function judge(error: unknown, folder: string, signal: AbortSignal): Collected {
  const code = diskCodes.get(errorCode(error) ?? "");
  if (code !== undefined) {
    // There, a virus scanner that looks at a new file keeps it from being moved for a moment.
    const passing = process.platform === "win32" && code === "folderUnwritable";
    return { outcome: "failed", reason: { code, values: { folder } }, passing };
  }
  if (signal.aborted) return { outcome: "failed", reason: { code: "stopped" }, passing: true };
  throw error;
}
