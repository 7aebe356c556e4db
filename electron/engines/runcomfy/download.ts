import { open, readFile, rename, rm, stat, writeFile, type FileHandle } from "node:fs/promises";
import type { Clock } from "../../backend/jobs/clock.ts";
import type { Reason } from "../../../shared/jobs/job.ts";
import type { Fetched, FetchWatch } from "../engine.ts";

export interface FileHost {
  readonly clock: Clock;
  readonly isFileHost: (url: URL) => boolean;
  /** Bytes; 2 GiB by default, far more than any video of the service. */
  readonly largestFile?: number | undefined;
}

const gibibyte = 1024 ** 3;
/** Milliseconds without a byte after which a download counts as broken. */
const longestSilence = 30_000;
const mostRedirects = 3;
const progressEvery = 100;

/**
 * Brings a public file to `file`, by way of `<file>.part`, which a later call goes on with where the host allows it. No
 * token goes along, and nobody leads to another host.
 */
export async function download(
  host: FileHost,
  address: string,
  file: string,
  watch: FetchWatch,
): Promise<Fetched> {
  const part = `${file}.part`;
  const { largestFile: most = 2 * gibibyte } = host;
  try {
    const begun = await readBegun(part);
    const answer = await request(host, address, begun, watch.signal);
    const { total, from } = planOf(answer.response, begun, most);
    if (from === 0) await drop(part);
    const { etag } = answer;
    if (etag !== undefined) await writeFile(tagOf(part), etag);
    else await rm(tagOf(part), { force: true });
    const bytes = await receive(host.clock, answer, { part, from, total, most }, watch);
    await rename(part, file);
    await drop(part);
    return { outcome: "fetched", bytes };
  } catch (error) {
    return { outcome: "failed", ...(await judge(error, part)) };
  }
}

/** What stops a download: for good, until another try, or until another try from the first byte. */
class Stop extends Error {
  readonly reason: Reason;
  readonly rest: "end" | "goOn" | "startOver";
  constructor(reason: Reason, rest: Stop["rest"]) {
    super(reason.code);
    this.reason = reason;
    this.rest = rest;
  }
}
const final = (code: string, values: Reason["values"] = {}): Stop =>
  new Stop({ code, values }, "end");

/** Says which file the part belongs to. */
const tagOf = (part: string): string => `${part}.tag`;

async function drop(part: string): Promise<void> {
  await rm(part, { force: true });
  await rm(tagOf(part), { force: true });
}

/** The beginning of a file that an earlier try has left. */
interface Begun {
  readonly bytes: number;
  readonly etag: string;
}

async function readBegun(part: string): Promise<Begun | undefined> {
  const bytes = (await stat(part).catch(() => undefined))?.size ?? 0;
  const etag = await readFile(tagOf(part), "utf8").catch(() => "");
  // Without a tag there is no telling whether the rest belongs to the same file.
  return bytes > 0 && etag !== "" ? { bytes, etag } : undefined;
}

interface Opened {
  readonly response: Response;
  readonly etag: string | undefined;
  readonly abort: AbortController;
}

async function request(
  host: FileHost,
  address: string,
  begun: Begun | undefined,
  signal: AbortSignal,
): Promise<Opened> {
  let url = addressOf(address, host);
  const origin = url.host;
  const abort = new AbortController();
  const either = AbortSignal.any([signal, abort.signal]);
  const headers: Readonly<Record<string, string>> = begun
    ? { range: `bytes=${begun.bytes}-`, "if-range": begun.etag }
    : {};
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const stopTimer = host.clock.setTimer(longestSilence, () => abort.abort());
    // The file as it is stored: a coding on the way would make its length meaningless.
    const plain = { ...headers, "accept-encoding": "identity" };
    const response = await fetch(url, {
      headers: plain,
      redirect: "manual",
      signal: either,
    }).finally(stopTimer);
    if (response.status < 300 || response.status >= 400) {
      checkStatus(response);
      return { response, etag: strongTag(response), abort };
    }
    await response.body?.cancel();
    const target = response.headers.get("location") ?? "";
    url = addressOf(URL.canParse(target, url.href) ? new URL(target, url).href : "", host);
    if (url.host !== origin) throw final("foreignRedirect", { host: url.hostname });
  }
  throw final("tooManyRedirects");
}

function addressOf(address: string, host: FileHost): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url !== undefined && host.isFileHost(url)) return url;
  throw final("foreignHost", { host: url?.hostname ?? "" });
}

function checkStatus(response: Response): void {
  const { status } = response;
  if (status === 200 || status === 206) return checkType(response.headers.get("content-type"));
  if (status === 416) throw new Stop({ code: "fileCut" }, "startOver");
  const passing = status === 408 || status === 425 || status === 429 || status >= 500;
  if (passing) throw new Stop({ code: "fileHostDown", values: { status } }, "goOn");
  throw final(status === 404 || status === 410 ? "fileGone" : "fileRefused", { status });
}

function checkType(header: string | null): void {
  const type = (header ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type.startsWith("video/") || type === "application/octet-stream") return;
  throw final("wrongType", { type: type.slice(0, 100) });
}

function strongTag({ headers }: Response): string | undefined {
  const etag = headers.get("etag");
  return etag !== null && etag !== "" && !etag.startsWith("W/") ? etag : undefined;
}

/** Where the bytes of an answer belong, and how long the file is when they have come. */
function planOf(
  { status, headers }: Response,
  begun: Begun | undefined,
  most: number,
): { readonly from: number; readonly total: number | null } {
  const length = headers.get("content-length");
  const plan =
    status === 206 ? rangeOf(headers, begun) : { from: 0, total: length ? Number(length) : null };
  if ((plan.total ?? 0) > most) throw final("tooLarge");
  return plan;
}

function rangeOf(headers: Headers, begun: Begun | undefined) {
  const [, first, total] =
    /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get("content-range") ?? "") ?? [];
  if (begun === undefined || Number(first) !== begun.bytes) {
    throw new Stop({ code: "fileCut" }, "startOver");
  }
  return { from: begun.bytes, total: Number(total) };
}

interface Target {
  readonly part: string;
  readonly from: number;
  readonly total: number | null;
  /** Bytes; for a file whose length nobody says. */
  readonly most: number;
}

async function receive(
  clock: Clock,
  opened: Opened,
  { part, from, total, most }: Target,
  watch: FetchWatch,
): Promise<number> {
  const handle = await open(part, from === 0 ? "w" : "a");
  let stopTimer = (): void => {};
  const wind = (): void => {
    stopTimer();
    stopTimer = clock.setTimer(longestSilence, () => opened.abort.abort());
  };
  try {
    const say = throttled(clock, watch.onProgress);
    let bytes = from;
    say(bytes, total);
    wind();
    for await (const chunk of opened.response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > (total ?? most)) throw final("tooLarge");
      await writeAll(handle, chunk);
      say(bytes, total);
      wind();
    }
    if (bytes === 0 || (total !== null && bytes !== total)) {
      throw new Stop({ code: "fileCut" }, "goOn");
    }
    await handle.sync();
    // Also where nobody said how many there would be.
    watch.onProgress(bytes, bytes);
    return bytes;
  } finally {
    stopTimer();
    opened.abort.abort();
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength;) {
    written += (await handle.write(chunk, written)).bytesWritten;
  }
}

function throttled(clock: Clock, say: FetchWatch["onProgress"]): FetchWatch["onProgress"] {
  let last = Number.NEGATIVE_INFINITY;
  return (bytes, total) => {
    if (clock.now() - last < progressEvery) return;
    last = clock.now();
    say(bytes, total);
  };
}

const diskCodes: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "diskFull"],
  ["EDQUOT", "diskFull"],
  ["EFBIG", "diskFull"],
  ["EACCES", "folderUnwritable"],
  ["EPERM", "folderUnwritable"],
  ["EROFS", "folderUnwritable"],
  ["ENOENT", "folderUnwritable"],
  ["ENAMETOOLONG", "pathTooLong"],
]);

async function judge(
  error: unknown,
  part: string,
): Promise<{ readonly reason: Reason; readonly passing: boolean }> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const disk = diskCodes.get(code);
  if (disk !== undefined) return { reason: { code: disk }, passing: false };
  if (!(error instanceof Stop)) return { reason: { code: "network" }, passing: true };
  if (error.rest !== "goOn") await drop(part);
  return { reason: error.reason, passing: error.rest !== "end" };
}
