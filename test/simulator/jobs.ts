import type { JobFault, Phase } from "./faults.ts";
import type { RequestBody } from "./models.ts";

/**
 * One accepted request. Times are milliseconds of the simulator's clock; its whole life is a
 * function of these fields and the time, so that asking changes nothing.
 */
export type Job = {
  readonly requestId: string;
  readonly owner: string;
  readonly model: string;
  readonly body: RequestBody;
  /** USD, charged when it succeeds. */
  readonly price: number;
  readonly acceptedAt: number;
  /** Infinity waits for a step by hand. */
  queueMs: number;
  runMs: number;
  /** Set when it was started by hand; it then runs beside the slots of the others. */
  startedAt?: number;
  endedAt?: number;
  cancelledAt?: number;
  /** Set when it is to fail: `error` as the result shows it. */
  failure?: { readonly error?: unknown; readonly cost?: number };
  readonly faults: JobFault[];
  /** Answers given so far, by the kind of fault that counts them. */
  readonly asked: Map<string, number>;
};

/** When a job runs; Infinity where that is not in sight. */
export type Span = { readonly start: number; readonly end: number };

const never: Span = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/** Who runs when, with so many running at once; in the order in which their waits are over. */
export const schedule = (jobs: readonly Job[], concurrency: number): ReadonlyMap<string, Span> => {
  const spans = new Map<string, Span>();
  const slots = Array.from({ length: Number.isFinite(concurrency) ? concurrency : 0 }, () => 0);
  const inOrder = jobs.toSorted((a, b) => readyAt(a) - readyAt(b) || a.acceptedAt - b.acceptedAt);
  for (const job of inOrder) spans.set(job.requestId, spanOf(job, slots));
  return spans;
};

const readyAt = (job: Job): number => {
  const at = job.acceptedAt + job.queueMs;
  // Infinity − Infinity is NaN, which no sort survives.
  return Math.min(at, Number.MAX_SAFE_INTEGER);
};

const spanOf = (job: Job, slots: number[]): Span => {
  if (job.cancelledAt !== undefined) return never;
  if (job.startedAt !== undefined) return span(job, job.startedAt);
  if (!Number.isFinite(job.queueMs)) return never;
  const free = slots.length === 0 ? 0 : Math.min(...slots);
  const planned = span(job, Math.max(readyAt(job), free));
  if (slots.length > 0) slots[slots.indexOf(free)] = planned.end;
  return planned;
};

const span = (job: Job, start: number): Span => ({ start, end: job.endedAt ?? start + job.runMs });

export const phaseAt = (job: Job, { start, end }: Span, now: number): Phase => {
  if (job.cancelledAt !== undefined && now >= job.cancelledAt) return "cancelled";
  if (now < start) return "in_queue";
  return now < end ? "in_progress" : "completed";
};

/** How many other people's jobs wait before a fresh one: what the service shows counts down. */
const strangers = 2;

/** Place in the queue, from 1: behind one's own earlier jobs and a few of others. */
export const queuePosition = (
  job: Job,
  jobs: readonly Job[],
  spans: ReadonlyMap<string, Span>,
  now: number,
): number => {
  const { start } = spans.get(job.requestId) ?? never;
  const index = jobs.indexOf(job);
  const ahead = jobs.filter((other, place) => {
    if (other === job || other.cancelledAt !== undefined) return false;
    const theirs = (spans.get(other.requestId) ?? never).start;
    return theirs > now && (theirs < start || (theirs === start && place < index));
  }).length;
  const waiting = Math.floor(((start - now) / job.queueMs) * (strangers + 1));
  return 1 + ahead + (Number.isFinite(waiting) ? Math.min(strangers, waiting) : strangers);
};

/** The fault of that kind that a job was given, if any. */
export const faultOf = <K extends JobFault["kind"]>(
  job: Job,
  kind: K,
): Extract<JobFault, { kind: K }> | undefined =>
  job.faults.find((fault): fault is Extract<JobFault, { kind: K }> => fault.kind === kind);

/** That fault, while it still strikes: only its first `asks` answers. Each call counts as one. */
export const counted = <F extends { readonly kind: string; readonly asks?: number }>(
  job: Job,
  fault: F | undefined,
): F | undefined => {
  if (fault === undefined) return undefined;
  const asked = (job.asked.get(fault.kind) ?? 0) + 1;
  job.asked.set(fault.kind, asked);
  return asked <= (fault.asks ?? Number.POSITIVE_INFINITY) ? fault : undefined;
};

/** Gives a job a fault; those that are about time or failure show in its own fields. */
export const giveFault = (job: Job, fault: JobFault): void => {
  job.faults.push(fault);
  if (fault.kind === "timing") {
    if (fault.queueSeconds !== undefined) job.queueMs = fault.queueSeconds * 1000;
    if (fault.runSeconds !== undefined) job.runMs = fault.runSeconds * 1000;
  }
  if (fault.kind === "stuck") {
    if (fault.in === "in_queue") job.queueMs = Number.POSITIVE_INFINITY;
    else job.runMs = Number.POSITIVE_INFINITY;
  }
  if (fault.kind === "failed") job.failure = fault;
};
