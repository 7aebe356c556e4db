import type { Job } from "./job.ts";

/** The line of jobs that wait: those that a user has moved by their turn, the others behind them as they came. */

export type MoveTo = "first" | "up" | "down";

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

/** The line with one of its jobs in another place; as it was when that job is not in it, or at its end already. */
export function movedInLine<T extends { readonly id: string }>(
  line: readonly T[],
  id: string,
  to: MoveTo,
): T[] {
  const from = line.findIndex((job) => job.id === id);
  const job = line[from];
  if (job === undefined) return [...line];
  const others = line.toSpliced(from, 1);
  const place = to === "first" ? 0 : to === "up" ? Math.max(0, from - 1) : from + 1;
  return others.toSpliced(place, 0, job);
}
