import type { AppEvent } from "../../../shared/ipc/contract.ts";
import type { EngineId, Reason } from "../../../shared/jobs/job.ts";
import type { Trouble } from "../../../shared/jobs/reduce.ts";
import type { Engine } from "../../engines/engine.ts";
import type { CollectTools } from "../library/collect.ts";
import type { Agenda } from "./agenda.ts";
import { timeOf, type Clock } from "./clock.ts";
import type { Desk, Work } from "./desk.ts";
import type { Place } from "./journal.ts";
import type { Spending } from "./spending.ts";
import { retryWait } from "./waits.ts";

export interface RunnerParts {
  readonly desk: Desk;
  readonly agenda: Agenda;
  readonly clock: Clock;
  readonly engines: Readonly<Record<EngineId, Engine>>;
  readonly spending: Spending;
  /** How many jobs of an engine may be under way at once. */
  readonly places: (engine: Engine) => number;
  /** Where the take of a job is to stand, in the library as it is chosen now. */
  readonly placeOf: (work: Work) => Place;
  readonly tools: CollectTools;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly emit: (event: AppEvent) => void;
  /** Told of every job that has just ended. */
  readonly onEnd: (work: Work) => void;
  readonly onBug: (error: unknown) => void;
  /** Keeps count of what is under way. */
  readonly track: (task: Promise<void>) => void;
}

/** What sending, watching and fetching have in common. Times in milliseconds. */
export interface Shop extends RunnerParts {
  readonly engineOf: (work: Work) => Engine;
  /** Goes on with a job after a while. */
  readonly later: (work: Work, wait: number) => void;
  /** One thing at a time is done with a job. Does nothing while another is under way: that one sees to what comes next. */
  readonly occupy: (work: Work, act: (signal: AbortSignal) => Promise<void>) => void;
  /** Something went wrong that may pass. */
  readonly stumble: (work: Work) => void;
  /** It has passed. */
  readonly recover: (work: Work) => void;
  readonly retryWait: (times: number, retryAfter?: number) => number;
  readonly trouble: (reason: Reason, wait: number | null) => Trouble;
  /** Tried for so long that the user is better told; being offline does not count. */
  readonly isHopeless: (work: Work, reason: Reason) => boolean;
  readonly end: (work: Work) => void;
}

const tryFor = 30 * 60_000;

export const agendaKey = ({ job }: Work): string => `job ${job.id}`;

/** @param goOn Takes up what comes next for a job. */
export function createShop(
  parts: RunnerParts,
  goOn: (work: Work) => void,
  freePlace: () => void,
): Shop {
  const { agenda, clock } = parts;
  const shop: Shop = {
    ...parts,
    engineOf: ({ job }) => parts.engines[job.engine],
    later: (work, wait) => agenda.at(agendaKey(work), clock.now() + wait, () => goOn(work)),
    occupy: (work, act) => {
      if (work.doing) return;
      const abort = new AbortController();
      const { promise, resolve } = Promise.withResolvers<void>();
      // Before it begins, so that the job is known to be occupied whatever its beginning sets off.
      work.doing = { abort, done: promise };
      parts.track(doOne(shop, work, () => act(abort.signal)).finally(resolve));
    },
    stumble: (work) => {
      work.troubles += 1;
      work.troubledSince ??= clock.now();
    },
    recover: (work) => {
      work.troubles = 0;
      work.troubledSince = null;
    },
    retryWait: (times, retryAfter) => retryWait(times, retryAfter, parts.random()),
    trouble: (reason, wait) => ({
      ...reason,
      nextTryAt: wait === null ? null : timeOf(clock, wait),
    }),
    isHopeless: ({ troubledSince }, { code }) =>
      code !== "network" && clock.now() - (troubledSince ?? clock.now()) >= tryFor,
    end: (work) => {
      agenda.drop(agendaKey(work));
      parts.onEnd(work);
      freePlace();
    },
  };
  return shop;
}

/** A bug in one thing must not leave the job lying for ever. */
async function doOne(shop: Shop, work: Work, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    shop.onBug(error);
    shop.stumble(work);
    const wait = shop.retryWait(work.troubles);
    shop.desk.apply(work, { kind: "troubled", trouble: shop.trouble({ code: "internal" }, wait) });
    shop.later(work, wait);
  } finally {
    work.doing = undefined;
  }
  if (work.job.endedAt !== null) shop.end(work);
}
