import { AppError } from "../appError.ts";
import type { Journal } from "./journal.ts";
import type { PreparedRun } from "./prepare.ts";

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
