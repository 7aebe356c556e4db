import { z } from "zod";
import { engineIdSchema, jobStates, type Job } from "./job.ts";
import { canAskAgain } from "./reduce.ts";

/** What was paid, and what may still have to be: one row for each job that was sent to a paid engine. Money is USD. */

const amount = z.number().nullable();

const rowSchema = z.object({
  jobId: z.string(),
  requestId: z.string().nullable(),
  engine: engineIdSchema,
  /** The user's own, as `2026-10-09`: that of the sending. */
  day: z.string(),
  /** ISO 8601, UTC. */
  sentAt: z.string(),
  board: z.string(),
  sceneId: z.string(),
  scene: z.string(),
  part: z.object({ index: z.int(), count: z.int() }),
  model: z.string(),
  seconds: amount,
  state: z.enum(jobStates),
  estimate: amount,
  /** What the service has charged; null as long as it has not said it. */
  cost: amount,
});
export type LedgerRow = z.infer<typeof rowSchema>;

const sumSchema = z.object({
  jobs: z.int(),
  /** Null when none of them has one: an unknown amount is no 0. */
  estimate: amount,
  cost: amount,
  /** What was charged, and the estimates of what may still be. */
  spent: z.number(),
  /** Jobs that may be charged and have neither cost nor estimate. */
  unpriced: z.int(),
});
type LedgerSum = z.infer<typeof sumSchema>;

export const ledgerSchema = z.object({
  /** The newest first. */
  rows: z.array(rowSchema),
  byDay: z.array(sumSchema.extend({ day: z.string() })),
  byBoard: z.array(sumSchema.extend({ board: z.string() })),
  total: sumSchema,
});
export type Ledger = z.infer<typeof ledgerSchema>;

/** @param jobs Of paid engines, the newest first; those that were never sent are passed over. */
export function ledgerOf(jobs: readonly Job[]): Ledger {
  const rows = jobs.flatMap((job) => rowOf(job));
  return {
    rows,
    byDay: groups(rows, ({ day }) => day).map(([day, rows]) => ({ day, ...sumOf(rows) })),
    byBoard: groups(rows, ({ board }) => board).map(([board, rows]) => ({ board, ...sumOf(rows) })),
    total: sumOf(rows),
  };
}

/** What a job has cost or may still cost; null when that is not known. */
export function claimOf({ status, cost, estimate, requestId }: Job): number | null {
  if (cost !== null) return cost;
  switch (status.state) {
    case "cancelled":
      return 0;
    case "failed":
      // A video that waits to be fetched was made, and one that could not be looked up may have been; anything else that
      // failed is charged only when the service says so.
      return canAskAgain({ status, requestId }) ? estimate : 0;
    case "waiting":
    case "submitting":
    case "inQueue":
    case "running":
    case "downloading":
    case "done":
    case "unknown":
      return estimate;
  }
}

/** The user's own day of a moment, as `2026-10-09`. */
export function dayOf(iso: string): string {
  const date = new Date(iso);
  const pieces = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return pieces.map((piece) => String(piece).padStart(2, "0")).join("-");
}

type Counted = LedgerRow & { readonly claim: number | null };

function rowOf(job: Job): Counted[] {
  if (job.submittedAt === null) return [];
  return [
    {
      jobId: job.id,
      requestId: job.requestId,
      engine: job.engine,
      day: dayOf(job.submittedAt),
      sentAt: job.submittedAt,
      board: job.boardTitle,
      sceneId: job.sceneId,
      scene: job.sceneTitle,
      part: { ...job.part },
      model: job.model,
      seconds: job.seconds,
      state: job.status.state,
      estimate: job.estimate,
      cost: job.cost,
      claim: claimOf(job),
    },
  ];
}

/** In the order in which each group comes up first. */
function groups(
  rows: readonly Counted[],
  keyOf: (row: Counted) => string,
): [string, readonly Counted[]][] {
  const found = new Map<string, Counted[]>();
  for (const row of rows) {
    const group = found.get(keyOf(row));
    if (group === undefined) found.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...found];
}

function sumOf(rows: readonly Counted[]): LedgerSum {
  return {
    jobs: rows.length,
    estimate: total(rows.map(({ estimate }) => estimate)),
    cost: total(rows.map(({ cost }) => cost)),
    spent: total(rows.map(({ claim }) => claim)) ?? 0,
    unpriced: rows.filter(({ claim }) => claim === null).length,
  };
}

/** The sum of the amounts that are known, without the dust of binary fractions; null when none is. */
export function total(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  if (known.length === 0) return null;
  return Math.round(known.reduce((sum, amount) => sum + amount, 0) * 1e6) / 1e6;
}
