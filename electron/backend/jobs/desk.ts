import { isOpen, type Job } from "../../../shared/jobs/job.ts";
import { durablePart, next, type Happening } from "../../../shared/jobs/reduce.ts";
import type { Submission } from "../../engines/engine.ts";
import { timeOf, type Clock } from "./clock.ts";
import type { Entry, Journal, Place, StoredTake } from "./journal.ts";
import type { News } from "./news.ts";

/** A job that the program has work with: what the journal knows of it, and what only this run of the program knows. */
export interface Work {
  job: Job;
  readonly submission: Submission;
  readonly body: string;
  readonly board: string;
  output: string | null;
  place: Place | null;
  /** Milliseconds for which the service was watched, without sleep and without times offline. */
  watched: number;
  /** Milliseconds since 1970, of the last good or bad answer. */
  lastAsked: number;
  /** In a row, and since when. */
  troubles: number;
  troubledSince: number | null;
  /** What is being done with it just now: one thing at a time. */
  doing: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;
}

type More = Partial<Pick<Entry, "output" | "place">>;

export interface Desk {
  /** Oldest first. */
  readonly open: () => Work[];
  /** Also one that has ended; undefined when there never was such a job. */
  readonly find: (id: string) => Work | undefined;
  /** The job, newest news included. */
  readonly latest: (job: Job) => Job;
  /**
   * Lets something happen to a job: it is on the disk before anything else is done with it.
   *
   * @throws When `sending` cannot be written: then nothing may be sent. All else is kept and written later.
   */
  readonly apply: (work: Work, happening: Happening, more?: More) => void;
  /**
   * Gives jobs that wait their turns, in this order.
   *
   * @throws When that cannot be written: then all is as it was.
   */
  readonly lineUp: (works: readonly Work[]) => void;
  /** The end of a job and its take, together. */
  readonly finish: (work: Work, take: Omit<StoredTake, "binnedAt">, hash: string) => void;
  readonly flush: () => void;
}

interface DeskParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly news: News;
  readonly onTrouble: (error: unknown) => void;
}

/** Milliseconds until the disk is tried again. */
const writeAgain = 1_000;

export function createDesk({ journal, clock, news, onTrouble }: DeskParts): Desk {
  const works = new Map<string, Work>();
  /** What happened but could not be written, e.g. because the disk is full. */
  const unwritten = new Set<Work>();
  let stopTimer: (() => void) | undefined;

  const write = (work: Work): void => {
    const { output, place } = work;
    journal.write(work.job, { ...(output !== null && { output }), ...(place && { place }) });
  };
  const flush = (): void => {
    stopTimer?.();
    stopTimer = undefined;
    for (const work of unwritten) {
      write(work);
      unwritten.delete(work);
    }
  };
  const flushLater = (): void => {
    try {
      flush();
    } catch (error) {
      onTrouble(error);
      stopTimer = clock.setTimer(writeAgain, flushLater);
    }
  };
  const keep = (work: Work, job: Job): void => {
    work.job = job;
    if (isOpen(job)) works.set(job.id, work);
    else works.delete(job.id);
    news.changed(job);
  };

  return {
    open: () => [...works.values()],
    latest: (job) => works.get(job.id)?.job ?? job,
    find: (id) => {
      const known = works.get(id) ?? [...unwritten].find((work) => work.job.id === id);
      if (known) return known;
      const entry = journal.entry(id);
      const work = entry && newWork(entry, clock);
      if (work && isOpen(work.job)) works.set(id, work);
      return work;
    },
    apply: (work, happening, more) => {
      const before = work.job;
      const after = next(before, happening, timeOf(clock));
      if (after === before) return;
      if (happening.kind === "sending") {
        flush();
        journal.write(after);
        return keep(work, after);
      }
      Object.assign(work, more);
      work.job = after;
      if (durablePart(after) !== durablePart(before) || more !== undefined) {
        unwritten.add(work);
        flushLater();
      }
      keep(work, after);
    },
    lineUp: (works) => {
      flush();
      const moved = works.map((work, turn) => ({ work, job: { ...work.job, turn } }));
      journal.writeAll(moved.map(({ job }) => job));
      for (const { work, job } of moved) keep(work, job);
    },
    finish: (work, take, hash) => {
      flush();
      journal.writeTake(take.job, take, hash);
      keep(work, take.job);
    },
    flush,
  };
}

const newWork = ({ job, submission, body, board, output, place }: Entry, clock: Clock): Work => ({
  job,
  submission,
  body,
  board,
  output,
  place,
  watched: 0,
  lastAsked: clock.now(),
  troubles: 0,
  troubledSince: null,
  doing: undefined,
});
