import { constants as modes, copyFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Job, Take } from "../../../shared/jobs/job.ts";
import { errorCode } from "../../backend/atomicFile.ts";
import type { Backend } from "../../backend/backend.ts";
import { firstBytes } from "../../backend/library/takeFolder.ts";

/**
 * Copies the videos of finished jobs to a folder, in the order of their parts.
 *
 * @returns Their paths. A file that is there already is never replaced: the next gets a number.
 */
export async function bringVideos(
  backend: Backend,
  jobs: readonly Job[],
  folder: string,
): Promise<string[]> {
  const videos: string[] = [];
  for (const job of jobs.toSorted((a, b) => a.part.index - b.part.index)) {
    const found = await findVideo(backend, job);
    if (!found) throw new Error(`The job ${job.id} is done but its video is gone`);
    const { take, file } = found;
    videos.push(await copyBeside(file, folder, videoName(take), extname(file)));
  }
  return videos;
}

/** What a finished job left; undefined when it left nothing or that was taken away. */
export async function findVideo(
  backend: Backend,
  job: Job,
): Promise<{ readonly take: Take; readonly file: string } | undefined> {
  const takes = await backend.jobs.takes({ sceneId: job.sceneId, limit: 1000 });
  const take = takes.find((each) => each.job.id === job.id);
  const file = take && (await backend.takeFile(take.id, take.video));
  return take && file ? { take, file } : undefined;
}

/** Bytes of UTF-8: file systems count 255 for a name, of which two titles leave enough. */
const longestTitle = 90;

/** E.g. `Lighthouse, Arrival, part 2, take 3`. */
export function videoName({ job, number }: Pick<Take, "job" | "number">): string {
  const titles = [job.boardTitle, job.sceneTitle].map((title) =>
    firstBytes(title.replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, " "), longestTitle).trim(),
  );
  const part = job.part.count > 1 ? [`part ${job.part.index + 1}`] : [];
  return [...titles.filter((title) => title !== ""), ...part, `take ${number}`]
    .join(", ")
    .replace(/^[.\s]+/, "");
}

async function copyBeside(
  file: string,
  folder: string,
  name: string,
  extension: string,
  count = 1,
): Promise<string> {
  const target = join(folder, `${name}${count === 1 ? "" : ` (${count})`}${extension}`);
  try {
    // Shares the blocks where the disk can: takes are large.
    await copyFile(file, target, modes.COPYFILE_EXCL | modes.COPYFILE_FICLONE);
    return target;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    return copyBeside(file, folder, name, extension, count + 1);
  }
}
