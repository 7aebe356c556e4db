import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseBoard } from "../../../shared/board/parse.ts";
import type { CallOutput } from "../../../shared/ipc/contract.ts";
import type { Job, Take } from "../../../shared/jobs/job.ts";
import { ledgerOf, type Ledger } from "../../../shared/jobs/ledger.ts";
import { AppError } from "../appError.ts";
import { matcher } from "../library/search.ts";
import { readTake } from "../library/take.ts";
import { realClock } from "./clock.ts";
import { openJournal, type Entry, type Journal, type StoredTake } from "./journal.ts";
import { midnight } from "./spending.ts";

/** What can be read of jobs and takes, also while another process carries the jobs out. */
export interface JobsReader {
  /** Every open job and the newest ended ones, newest first. */
  readonly list: (limit: number) => Promise<Job[]>;
  readonly request: (jobId: string) => Promise<CallOutput<"jobs.request">>;
  /** The board as it was run. */
  readonly board: (jobId: string) => Promise<CallOutput<"jobs.board">>;
  /** Newest first; `binned`: those that were deleted, the last deleted first. */
  readonly takes: (query: {
    sceneId?: string | undefined;
    limit: number;
    skip?: number | undefined;
    binned?: boolean | undefined;
  }) => Promise<Take[]>;
  /** Ids of the takes, newest first, in whose titles, note or prompts all of these words stand. */
  readonly findTakes: (words: string) => Promise<string[]>;
  /**
   * The absolute path of a take's video, picture or record; null when there is no such take or it has no such file. Only a
   * name that the take itself lists, and never a link that leads out of its folder.
   */
  readonly takeFile: (takeId: string, name: string) => Promise<string | null>;
  /** The absolute path of a take's video, whether or not it is still there. */
  readonly takeVideo: (takeId: string) => Promise<string>;
  /** What was sent to paid engines on the last days, today included. */
  readonly ledger: (days: number) => Promise<Ledger>;
  readonly close: () => Promise<void>;
}

/**
 * Reads the jobs of a data folder and starts nothing.
 *
 * @throws AppError `journalTooNew`.
 */
export function openJobsReader(dataDir: string): JobsReader {
  const journal = openJournal(dataDir);
  return {
    ...readerOf(journal),
    ledger: async (days) =>
      ledgerOf(journal.since("runcomfy", midnight(realClock, 1 - days).toISOString())),
    close: async () => journal.close(),
  };
}

export function readerOf(journal: Journal): Omit<JobsReader, "close" | "ledger"> {
  return {
    list: async (limit) => journal.jobs(limit),
    request: async (jobId) => {
      const { submission } = entryOf(journal, jobId);
      // A copy of its own: what the journal keeps is not for changing.
      return { model: submission.model, input: JSON.parse(JSON.stringify(submission.input)) };
    },
    board: async (jobId) => {
      const reading = parseBoard(entryOf(journal, jobId).board);
      if (!reading.ok) throw new AppError("boardUnreadable", { jobId });
      return { board: reading.board };
    },
    takes: ({ sceneId, limit, skip, binned = false }) =>
      Promise.all(
        (binned ? journal.binned().slice(0, limit) : journal.takes(limit, sceneId, skip)).map(
          readTake,
        ),
      ),
    findTakes: async (words) => journal.findTakes(matcher(words)),
    takeFile: async (takeId, name) => {
      const take = journal.take(takeId);
      return take && filesOf(take).has(name) ? within(take.folder, name) : null;
    },
    takeVideo: async (takeId) => {
      const take = journal.take(takeId);
      if (take === undefined) throw new AppError("unknownTake", { takeId });
      return join(take.folder, take.record.video);
    },
  };
}

/** @throws AppError `unknownJob`. */
export function entryOf(journal: Pick<Journal, "entry">, jobId: string): Entry {
  const entry = journal.entry(jobId);
  if (entry === undefined) throw new AppError("unknownJob", { jobId });
  return entry;
}

const filesOf = ({ record }: StoredTake): ReadonlySet<string | null> =>
  new Set([record.video, record.poster, ...record.stills]);

async function within(folder: string, name: string): Promise<string | null> {
  try {
    const [home, file] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    return relative(home, file) === name ? file : null;
  } catch {
    return null;
  }
}
