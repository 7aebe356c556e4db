import { basename, dirname, join } from "node:path";
import type { Job } from "../../../shared/jobs/job.ts";

/** What a take's folder is called, and the files in it. */

export const takeFiles = {
  job: "job.json",
  request: "request.json",
  board: "board.shotgraph",
  video: "video.mp4",
  poster: "poster.jpg",
} as const;

export const stillName = (index: number): string => `still-${index + 1}.jpg`;

/** Within a library: where takes are made until they are whole. A folder here is nobody's take yet. */
export const workshop = ".incoming";

/** Within a library: takes that were deleted, each under the path that it had. */
export const bin = ".bin";

/** Where a take goes when it is deleted. @param folder `<library>/<day>/<name>` */
export const binFolder = (folder: string): string =>
  join(dirname(dirname(folder)), bin, basename(dirname(folder)), basename(folder));

const longestTitle = 60;

/**
 * The folder of a take within its library, `<day>/<name>`, with `/`: readable, allowed on every system, and never that of
 * another take, also when two data folders share a library.
 *
 * @param number Of the take, from 1.
 * @param now The day is the user's own.
 */
export function folderFor(job: Job, number: number, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((piece) => String(piece).padStart(2, "0"))
    .join("-");
  const part = job.part.count > 1 ? [`part ${job.part.index + 1}`] : [];
  const words = [
    slug(job.boardTitle, longestTitle),
    slug(job.sceneTitle, longestTitle),
    ...part,
    `take ${number}`,
  ];
  const name = [...words.filter((word) => word !== ""), job.id.slice(-6)].join(" ");
  return `${day}/${name.replaceAll(" ", "-")}`;
}

/**
 * Words that can stand in a file name: letters and digits of any script, joined by hyphens. The take number and the id after
 * them keep the whole from being a name that Windows reserves.
 *
 * @param longest Bytes of UTF-8 at most: file systems count 255 for a name.
 */
export function slug(title: string, longest: number): string {
  const plain = title
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  return firstBytes(plain, longest).replaceAll(/^-+|-+$/g, "");
}

/** As many whole characters as have room. @param most Bytes of UTF-8. */
export function firstBytes(text: string, most: number): string {
  let short = "";
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    short += character;
  }
  return short;
}
