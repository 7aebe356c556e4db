import { claimOf, total } from "../../../shared/jobs/ledger.ts";
import type { Job, Reason } from "../../../shared/jobs/job.ts";
import type { Engine } from "../../engines/engine.ts";
import { AppError } from "../appError.ts";
import type { Clock } from "./clock.ts";
import type { Desk } from "./desk.ts";
import type { Journal } from "./journal.ts";
import type { PreparedRun } from "./prepare.ts";

/** USD; null for no limit. */
export interface Caps {
  readonly perRun: number | null;
  readonly perDay: number | null;
}

/** What paid jobs cost together, and what they may cost. Days are the user's own. */
export interface Spending {
  /** What was sent, or is to be, on the last days, today included. The newest first. */
  readonly since: (days: number) => Job[];
  /**
   * A run may not cost more than is allowed for one run, nor, with what the day has cost already and what waits, for a day.
   *
   * @throws AppError `capPerRun`, `capPerDay`, `capPriceUnknown`.
   */
  readonly refuse: (run: PreparedRun) => void;
  /**
   * The same once more, right before jobs are sent: they may have waited since another day, and the user may allow less by
   * now. Of what waits only that counts for the day which was let through.
   *
   * @returns Says of one job after the other why it has to wait; undefined lets it through.
   */
  readonly gate: () => (job: Job) => Reason | undefined;
  /** When the next day begins, in milliseconds since 1970. */
  readonly tomorrow: () => number;
}

export interface SpendingParts {
  readonly journal: Pick<Journal, "since" | "ofRun">;
  readonly desk: Pick<Desk, "latest">;
  readonly engines: readonly Engine[];
  readonly clock: Clock;
  readonly caps: () => Caps;
}

export function createSpending({ journal, desk, engines, clock, caps }: SpendingParts): Spending {
  const paid = engines.filter((engine) => engine.paid);
  const since = (days: number): Job[] => {
    const from = midnight(clock, 1 - days).toISOString();
    return paid.flatMap(({ id }) => journal.since(id, from)).map(desk.latest);
  };
  const sum = (jobs: readonly Job[]): number => total(jobs.map(claimOf)) ?? 0;

  return {
    since,
    refuse: ({ jobs }) => {
      const { perRun, perDay } = caps();
      if (perRun === null && perDay === null) return;
      const estimates = jobs.map(({ job }) => job.estimate);
      if (estimates.includes(null)) throw new AppError("capPriceUnknown");
      const price = total(estimates) ?? 0;
      if (perRun !== null && price > perRun) {
        throw new AppError("capPerRun", { price, cap: perRun });
      }
      const spent = sum(since(1));
      if (perDay !== null && plus(spent, price) > perDay) {
        throw new AppError("capPerDay", { price, spent, cap: perDay });
      }
    },
    gate: () => {
      const { perRun, perDay } = caps();
      if (perRun === null && perDay === null) return () => undefined;
      let spent = sum(since(1).filter(({ submittedAt }) => submittedAt !== null));
      return (job) => {
        const price = claimOf(job);
        if (price === null) return { code: "heldByUnknownPrice" };
        const run = perRun === null ? 0 : sum(journal.ofRun(job.runId).map(desk.latest));
        if (perRun !== null && run > perRun) {
          return { code: "heldByRunCap", values: { price: run, cap: perRun } };
        }
        if (perDay !== null && plus(spent, price) > perDay) {
          return { code: "heldByDayCap", values: { price, spent, cap: perDay } };
        }
        spent = plus(spent, price);
        return undefined;
      };
    },
    tomorrow: () => midnight(clock, 1).getTime(),
  };
}

/** The beginning of the user's own day, so many days from today. */
export function midnight(clock: Clock, inDays: number): Date {
  const day = new Date(clock.now());
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() + inDays);
  return day;
}

/** Without the dust of binary fractions. */
const plus = (a: number, b: number): number => total([a, b]) ?? 0;
