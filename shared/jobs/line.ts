import type { Job } from "./job.ts";

/** The line of jobs that wait: those that a user has moved by their turn, the others behind them as they came. */

/** For sorting; 0 where neither was moved. */
export function byTurn(a: Pick<Job, "turn">, b: Pick<Job, "turn">): number {
  if (a.turn === b.turn) return 0;
  if (a.turn === undefined) return 1;
  return b.turn === undefined ? -1 : a.turn - b.turn;
}

/**
 * The jobs of one engine that were not sent yet, the next one first.
 *
 * @param jobs Oldest first.
 */
export const lineOf = (jobs: Iterable<Job>, engine: Job["engine"]): Job[] =>
  [...jobs]
    .filter((job) => job.engine === engine && job.status.state === "waiting")
    .toSorted(byTurn);

/**
 * The line with one of its jobs in front of another. As it was when that job is not in it.
 *
 * @param before Null for the end of the line. One that is no longer in it was sent meanwhile: then it is the first.
 */
export function movedInLine<T extends { readonly id: string }>(
  line: readonly T[],
  id: string,
  before: string | null,
): T[] {
  const job = line.find((each) => each.id === id);
  if (job === undefined || before === id) return [...line];
  const others = line.filter((each) => each !== job);
  const place = others.findIndex((each) => each.id === before);
  return others.toSpliced(before === null ? others.length : Math.max(0, place), 0, job);
}

/** Why a job is held back that would cost more than the user has allowed, or nobody knows how much. */
const capCodes: ReadonlySet<string> = new Set([
  "heldByRunCap",
  "heldByDayCap",
  "heldByUnknownPrice",
]);

/** Whether a job waits until the user allows more, or another day begins. */
export const isHeldByCap = ({ status, trouble }: Pick<Job, "status" | "trouble">): boolean =>
  status.state === "waiting" && trouble !== null && capCodes.has(trouble.code);
