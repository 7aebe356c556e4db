import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parseBoard } from "../../../shared/board/parse.ts";
import { nodeIdSchema } from "../../../shared/board/schema.ts";
import { compile } from "../../../shared/compile/compile.ts";
import type { CompiledScene } from "../../../shared/compile/compiled.ts";
import { laterFirst, type Job } from "../../../shared/jobs/job.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import type { FoundTake, Journal } from "../jobs/journal.ts";
import { isThere } from "./isThere.ts";
import { readRecord, type TakeOnDisk } from "./record.ts";
import { bin, takeFiles } from "./takeFolder.ts";

/** How many takes lie in a library, and how many of them the list did not know, or not where they are. */
export interface Rebuilt {
  readonly takes: number;
  readonly added: number;
  readonly found: number;
}

/**
 * Makes the list of takes say what the library's folders say. Nothing is taken from the list: a take whose folder is away
 * is shown as missing. A folder without a record that can be read is left alone.
 *
 * @param now ISO 8601.
 */
export async function rebuild(journal: Journal, library: string, now: string): Promise<Rebuilt> {
  const here = await takesUnder(library);
  const binned = await takesUnder(join(library, bin));
  const all = [
    ...here.map((found) => ({ found, binnedAt: null })),
    ...binned.map((found) => ({ found, binnedAt: now })),
  ].toSorted((a, b) => laterFirst(endOf(b.found), endOf(a.found)));
  let added = 0;
  let moved = 0;
  for (const { found, binnedAt } of all) {
    const outcome = await takeUp(journal, library, found, binnedAt);
    if (outcome === "added") added += 1;
    if (outcome === "found") moved += 1;
  }
  return { takes: all.length, added, found: moved };
}

const endOf = ({ take: { job } }: TakeOnDisk): string => job.endedAt ?? job.createdAt;

async function takesUnder(library: string): Promise<TakeOnDisk[]> {
  const takes: TakeOnDisk[] = [];
  for (const day of await foldersIn(library)) {
    for (const name of await foldersIn(join(library, day))) {
      const found = await readRecord(join(library, day, name));
      if (found?.take.job.status.state === "done") takes.push(found);
    }
  }
  return takes;
}

/** Hidden ones are the library's own. */
const foldersIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name);

async function takeUp(
  journal: Journal,
  library: string,
  { take, hash }: TakeOnDisk,
  binnedAt: string | null,
): Promise<"known" | "found" | "added"> {
  const known = journal.take(take.record.id);
  if (known !== undefined) {
    if (known.folder === take.folder || (await isThere(known.folder))) return "known";
    journal.changeTake(take.record.id, { folder: take.folder, binnedAt });
    return "found";
  }
  const request = await readRequest(take.folder);
  if (request === undefined) return "known";
  const { board, body } = request;
  const place = {
    library,
    folder: `${basename(dirname(take.folder))}/${basename(take.folder)}`,
    number: take.record.number,
  };
  const run = { id: take.job.runId, board, scene: sceneOf(board, take.job) };
  const whole: FoundTake = { run, job: take.job, body, place, take: { ...take, binnedAt }, hash };
  return journal.addTake(whole) ? "added" : "known";
}

/** Undefined when what was sent cannot be read any more: then there is nothing to run again. */
async function readRequest(
  folder: string,
): Promise<{ readonly board: string; readonly body: string } | undefined> {
  try {
    const request: unknown = JSON.parse(await readFile(join(folder, takeFiles.request), "utf8"));
    if (typeof request !== "object" || request === null || !("input" in request)) return undefined;
    const board = await readFile(join(folder, takeFiles.board), "utf8");
    return { board, body: JSON.stringify(request.input) };
  } catch {
    return undefined;
  }
}

/** The scene as it is compiled today; an empty one when the board has it no more. */
function sceneOf(text: string, job: Job): CompiledScene {
  const reading = parseBoard(text);
  const scenes = reading.ok ? [...compile(reading.board, profiles).scenes.values()] : [];
  return (
    scenes.find(({ nodeId }) => nodeId === job.sceneId) ?? {
      nodeId: nodeIdSchema.parse(job.sceneId),
      title: job.sceneTitle,
      aspectRatio: "16:9",
      parts: [],
      shots: [],
      seconds: job.seconds,
      price: job.estimate,
      hasErrors: true,
    }
  );
}
