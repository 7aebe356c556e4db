import type { Job } from "../../../shared/jobs/job.ts";
import { claimOf, total } from "../../../shared/jobs/ledger.ts";
import { AppError } from "../appError.ts";
import type { Journal } from "./journal.ts";
import type { PreparedRun } from "./prepare.ts";

/** What is asked before a run gets into the journal: each of these ends it before anything is sent. */

/**
 * A request that is byte for byte an earlier one would be paid twice for what may be a slip of the hand.
 *
 * @throws AppError `alreadyRun` with the earlier job, and its take where it has one.
 */
export function refuseSame({ jobs }: PreparedRun, journal: Pick<Journal, "sameRequest">): void {
  for (const job of jobs) {
    const same = journal.sameRequest(job);
    if (same === undefined) continue;
    const { jobId, state, take } = same;
    throw new AppError("alreadyRun", { jobId, state, ...(take !== null && { take }) });
  }
}

/** USD; null for no limit. */
export interface Caps {
  readonly perRun: number | null;
  readonly perDay: number | null;
}

/**
 * A run may not cost more than the user has allowed for one run, nor with what the day has cost already for one day.
 *
 * @param today Everything of the day that is paid, also what waits to be sent.
 * @throws AppError `capPerRun`, `capPerDay`, `capPriceUnknown`.
 */
export function refuseOverCap({ jobs }: PreparedRun, caps: Caps, today: readonly Job[]): void {
  const { perRun, perDay } = caps;
  if (perRun === null && perDay === null) return;
  const estimates = jobs.map(({ job }) => job.estimate);
  if (estimates.includes(null)) throw new AppError("capPriceUnknown");
  const price = total(estimates) ?? 0;
  if (perRun !== null && price > perRun) throw new AppError("capPerRun", { price, cap: perRun });
  const spent = total(today.map(claimOf)) ?? 0;
  if (perDay !== null && (total([spent, price]) ?? 0) > perDay) {
    throw new AppError("capPerDay", { price, spent, cap: perDay });
  }
}
