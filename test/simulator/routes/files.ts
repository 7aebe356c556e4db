import { createCanvas } from "@napi-rs/canvas";
import type { DownloadFault } from "../faults.ts";
import { phaseAt } from "../jobs.ts";
import type { Job } from "../jobs.ts";
import { findModel, shotsOf, valueOf } from "../models.ts";
import type { Delivery, Reply } from "../replies.ts";
import { colourOf, padVideo, sizeFor, videoFor } from "../video.ts";
import type { World } from "../world.ts";

export type FileVisit = {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
};

/** The job whose file a path names, in whatever folder: redirects lead to others. */
export const jobOfPath = (world: World, path: string): Job | undefined =>
  world.job(/([^/]+)\.(?:mp4|png)$/.exec(path)?.[1] ?? "");

/** A file of the file host. It is public: nobody is asked who he is. */
export const sendFile = async (
  world: World,
  visit: FileVisit,
  faults: readonly DownloadFault[],
): Promise<Reply> => {
  const job = jobOfPath(world, visit.path);
  const missing = job === undefined || !isMade(world, job);
  if (missing || has(faults, "fileMissing")) return notFound;
  const moved = faults.find((fault) => fault.kind === "fileRedirect");
  if (moved !== undefined) return redirect(world, job, moved.to);
  const type = visit.path.endsWith(".png") ? "image/png" : "video/mp4";
  const bytes = type === "image/png" ? picture() : await video(world, job, faults);
  return faults.reduce(spoil, serve(bytes, type, job, visit, !has(faults, "fileIgnoresRange")));
};

const isMade = (world: World, job: Job): boolean =>
  phaseAt(job, world.spanOf(job), world.clock.now()) === "completed" && job.failure === undefined;

const has = (faults: readonly DownloadFault[], kind: DownloadFault["kind"]): boolean =>
  faults.some((fault) => fault.kind === kind);

const notFound: Reply = {
  status: 404,
  headers: { "content-type": "application/xml" },
  body: "<Error><Code>NoSuchKey</Code></Error>",
};

const redirect = (world: World, job: Job, to: string): Reply => {
  const name = `${job.requestId}.mp4`;
  // Another host by name that leads to this machine, so that a client that follows is caught.
  const foreign = world.addresses.files.replace("127.0.0.1", "localhost");
  const targets: Record<string, string> = {
    foreign: `${foreign}/foreign/${name}`,
    same: `/moved/${name}`,
  };
  return { status: 302, headers: { location: targets[to] ?? to }, body: "" };
};

const video = async (
  world: World,
  job: Job,
  faults: readonly DownloadFault[],
): Promise<Uint8Array<ArrayBuffer>> => {
  if (has(faults, "fileNotVideo")) return new TextEncoder().encode("not a video\n".repeat(500));
  const model = findModel(job.model);
  if (model === undefined) throw new Error(`accepted an unknown model: ${job.model}`);
  const made = await videoFor({
    shots: shotsOf(model, job.body),
    size: sizeFor(valueOf(model, job.body, "aspect_ratio")),
  });
  const filled = padVideo(made, world.settings.videoBytes);
  return has(faults, "fileChanged") ? padVideo(filled, filled.length + 64) : filled;
};

const picture = (): Uint8Array => {
  const canvas = createCanvas(64, 36);
  const context = canvas.getContext("2d");
  context.fillStyle = `rgb(${colourOf(0).join(" ")})`;
  context.fillRect(0, 0, 64, 36);
  return new Uint8Array(canvas.toBuffer("image/png"));
};

const serve = (
  bytes: Uint8Array,
  type: string,
  job: Job,
  visit: FileVisit,
  ranges: boolean,
): Reply => {
  const etag = `"${job.requestId.slice(0, 8)}-${bytes.length}"`;
  const headers = { "content-type": type, etag, ...(ranges ? { "accept-ranges": "bytes" } : {}) };
  const fresh = visit.ifRange === undefined || visit.ifRange === etag;
  const range = ranges && fresh ? rangeOf(visit.range, bytes.length) : undefined;
  if (range === undefined) return { status: 200, headers, body: bytes };
  const [from, to] = range;
  if (from > to)
    return { status: 416, headers: { "content-range": `bytes */${bytes.length}` }, body: "" };
  return {
    status: 206,
    headers: { ...headers, "content-range": `bytes ${from}-${to}/${bytes.length}` },
    body: bytes.subarray(from, to + 1),
  };
};

/** First and last byte asked for; undefined for the whole; first after last when there is nothing. */
const rangeOf = (range: string | undefined, length: number): [number, number] | undefined => {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "") return [Math.max(0, length - Number(last)), length - 1];
  return [Number(first), Math.min(last === "" ? length - 1 : Number(last), length - 1)];
};

const spoil = (reply: Reply, fault: DownloadFault): Reply => {
  const deliver = (delivery: Delivery): Reply => ({
    ...reply,
    delivery: { ...reply.delivery, ...delivery },
  });
  switch (fault.kind) {
    case "fileCut":
      return deliver({ cutAfter: fault.afterBytes });
    case "fileHeld":
      return deliver({ holdAfter: fault.afterBytes });
    case "fileSlow":
      return deliver({ chunkBytes: fault.chunkBytes, everySeconds: fault.everySeconds });
    case "fileNoLength":
      return deliver({ noLength: true });
    case "fileHuge":
      return deliver({ claimBytes: fault.bytes, cutAfter: reply.body.length });
    case "fileType":
      return {
        ...reply,
        headers: { ...reply.headers, "content-type": fault.contentType },
        body: fault.body ?? reply.body,
      };
    case "fileMissing":
    case "fileRedirect":
    case "fileIgnoresRange":
    case "fileChanged":
    case "fileNotVideo":
      return reply;
  }
};
