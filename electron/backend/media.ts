import { open } from "node:fs/promises";
import { extname } from "node:path";
import type { Readable } from "node:stream";

/** An answer to a request for a file, for whichever protocol carries it. */
export interface MediaReply {
  readonly status: 200 | 206 | 404 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for a `HEAD`, and when there is nothing to send. Destroy it to give the file back. */
  readonly body: Readable | null;
}

/** Bytes of a file, `end` included. */
interface Range {
  readonly start: number;
  readonly end: number;
}

const types: Readonly<Record<string, string>> = {
  ".mp4": "video/mp4",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
};

/**
 * Which bytes of a file of `size` bytes a `Range` header asks for. Several ranges and words that are not understood
 * count as no header, as RFC 9110 allows.
 *
 * @returns `null` for the whole file, `unsatisfiable` when nothing of the range exists.
 */
export function parseRange(header: string | null, size: number): Range | null | "unsatisfiable" {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    const start = Math.max(0, size - Number(last));
    return start < size ? { start, end: size - 1 } : "unsatisfiable";
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return null;
  return start < size ? { start, end } : "unsatisfiable";
}

/**
 * Answers a request for a file with the bytes it asks for: without 206 a video cannot seek.
 *
 * @param range The request's `Range` header.
 */
export async function respondWithFile(
  file: string,
  range: string | null,
  method: "GET" | "HEAD" = "GET",
): Promise<MediaReply> {
  const handle = await open(file, "r").catch(() => undefined);
  const info = await handle?.stat();
  if (!handle || !info?.isFile()) {
    await handle?.close();
    return { status: 404, headers: {}, body: null };
  }
  const { size } = info;
  const asked = parseRange(range, size);
  if (asked === "unsatisfiable") {
    await handle.close();
    return { status: 416, headers: { "content-range": `bytes */${size}` }, body: null };
  }

  const { start, end } = asked ?? { start: 0, end: size - 1 };
  const headers = {
    "content-type": types[extname(file).toLowerCase()] ?? "application/octet-stream",
    "content-length": String(end - start + 1),
    "accept-ranges": "bytes",
    "cache-control": "private, no-cache",
    ...(asked && { "content-range": `bytes ${start}-${end}/${size}` }),
  };
  const status = asked ? 206 : 200;
  if (method === "HEAD" || size === 0) {
    await handle.close();
    return { status, headers, body: null };
  }
  return { status, headers, body: handle.createReadStream({ start, end }) };
}
