import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { AppEvent } from "../../../shared/ipc/contract.ts";
import type { Take, TakeMarks } from "../../../shared/jobs/job.ts";
import { AppError } from "../appError.ts";
import { errorCode } from "../atomicFile.ts";
import { timeOf, type Clock } from "../jobs/clock.ts";
import type { Journal, StoredTake } from "../jobs/journal.ts";
import { isThere } from "./isThere.ts";
import { rebuild, type Rebuilt } from "./rebuild.ts";
import { changeRecord, inTurn } from "./record.ts";
import { readTake } from "./take.ts";
import { binFolder } from "./takeFolder.ts";

/** What a user does with takes after they were made. What is told of them is in their own records too. */
export interface Shelf {
  /** @throws AppError `unknownTake`. */
  readonly mark: (takeId: string, marks: Marks) => Promise<Take>;
  /** Moves a take's folder to the library's bin. @throws AppError `unknownTake`, `takeNotMoved`. */
  readonly bin: (takeId: string) => Promise<Take>;
  /** And back to where it was. @throws AppError `unknownTake`, `takeNotMoved`. */
  readonly restore: (takeId: string) => Promise<Take>;
  /** Deletes what lies in the bin, for good. The jobs and what they have cost stay in the list. */
  readonly emptyBin: () => Promise<{ readonly count: number }>;
  /** Takes up what lies in the library's folders and is not in the list. */
  readonly rebuild: (library: string) => Promise<Rebuilt>;
  /** Ends a move to the bin in which the program was stopped. */
  readonly settle: () => Promise<void>;
}

type Marks = { readonly [K in keyof TakeMarks]?: TakeMarks[K] | undefined };

export interface ShelfParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly emit: (event: AppEvent) => void;
  /** Keeps count of what is under way. */
  readonly track: (task: Promise<void>) => void;
}

export function createShelf({ journal, clock, emit, track }: ShelfParts): Shelf {
  const find = (takeId: string): StoredTake => {
    const take = journal.take(takeId);
    if (take === undefined) throw new AppError("unknownTake", { takeId });
    return take;
  };
  const told = async (takeId: string): Promise<Take> => {
    const take = await readTake(find(takeId));
    emit({ event: "takeChanged", take });
    return take;
  };
  const one = <T>(work: () => Promise<T>): Promise<T> => {
    const result = inTurn(work);
    track(
      result.then(
        () => undefined,
        () => undefined,
      ),
    );
    return result;
  };

  return {
    mark: (takeId, marks) =>
      one(async () => {
        const { record, folder } = find(takeId);
        const marked = {
          ...record,
          starred: marks.starred ?? record.starred,
          title: marks.title ?? record.title,
          note: marks.note ?? record.note,
        };
        journal.changeTake(takeId, { record: marked });
        await changeRecord(folder, (job) => ({ job, record: marked }));
        return told(takeId);
      }),

    // The journal first: stopped in between, the next start goes on from what it says.
    bin: (takeId) =>
      one(async () => {
        const { folder, binnedAt } = find(takeId);
        if (binnedAt !== null) return told(takeId);
        const bin = binFolder(folder);
        journal.changeTake(takeId, { folder: bin, binnedAt: timeOf(clock) });
        try {
          await move(folder, bin);
        } catch (error) {
          journal.changeTake(takeId, { folder, binnedAt: null });
          throw error;
        }
        return told(takeId);
      }),

    // The folder first, for the same reason.
    restore: (takeId) =>
      one(async () => {
        const { folder, binnedAt } = find(takeId);
        if (binnedAt === null) return told(takeId);
        const home = homeOf(folder);
        await move(folder, home);
        journal.changeTake(takeId, { folder: home, binnedAt: null });
        return told(takeId);
      }),

    emptyBin: () =>
      one(async () => {
        const takes = journal.binned();
        for (const { record, folder } of takes) {
          await remove(folder);
          journal.dropTake(record.id);
          emit({ event: "takeGone", takeId: record.id });
        }
        return { count: takes.length };
      }),

    rebuild: (library) => one(() => rebuild(journal, library, timeOf(clock))),

    settle: () =>
      one(async () => {
        for (const { folder } of journal.binned()) {
          if (!(await isThere(folder))) await move(homeOf(folder), folder);
        }
      }),
  };
}

/** Where a take in the bin was: `<library>/.bin/<day>/<name>` keeps it. */
const homeOf = (bin: string): string => {
  const day = dirname(bin);
  return join(dirname(dirname(day)), basename(day), basename(bin));
};

/** Does nothing when the folder is gone already: a take that was taken away can be put in the bin too. */
async function move(from: string, to: string): Promise<void> {
  if (!(await isThere(from))) return;
  try {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  } catch (error) {
    throw new AppError("takeNotMoved", { folder: from, reason: errorCode(error) ?? "" });
  }
  await dropIfEmpty(dirname(from));
}

async function remove(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    throw new AppError("takeNotMoved", { folder, reason: errorCode(error) ?? "" });
  }
  await dropIfEmpty(dirname(folder));
}

/** A day without takes is no folder. Whatever keeps it is no matter. */
async function dropIfEmpty(day: string): Promise<void> {
  const left = await readdir(day).catch(() => undefined);
  if (left?.length === 0) await rmdir(day).catch(() => undefined);
}
