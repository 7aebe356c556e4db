import type { Job, JobState, JobStateName, Reason } from "./job.ts";

/**
 * The life of a job as a pure function: what happened, and what the job is then. Nothing here asks, sends or stores.
 * A happening that cannot happen in a job's state leaves the job as it is: answers may come late, twice or after the end.
 */
export type Happening =
  | { readonly kind: "sending" }
  | { readonly kind: "accepted"; readonly requestId: string }
  /** Certainly not accepted, and it will not be tried again. */
  | { readonly kind: "refused"; readonly reason: Reason }
  /** Certainly not accepted: back to the queue. Null when it was simply never sent. */
  | { readonly kind: "putOff"; readonly trouble: Trouble | null }
  /** Sent, and no answer came. */
  | { readonly kind: "lost"; readonly reason: Reason }
  | { readonly kind: "queued"; readonly position: number | null }
  | {
      readonly kind: "running";
      readonly progress?: { readonly done: number; readonly total: number };
      readonly word?: string;
    }
  | { readonly kind: "unwatched" }
  | { readonly kind: "watched" }
  | { readonly kind: "troubled"; readonly trouble: Trouble }
  /** The video exists and can be fetched. */
  | { readonly kind: "made"; readonly cost: number | null }
  | { readonly kind: "failed"; readonly reason: Reason; readonly cost: number | null }
  | { readonly kind: "cancelled" }
  | { readonly kind: "received"; readonly bytes: number; readonly total: number | null }
  | { readonly kind: "notFetched"; readonly reason: Reason }
  | { readonly kind: "fetchAgain" }
  | { readonly kind: "taken" }
  | { readonly kind: "charged"; readonly cost: number }
  | { readonly kind: "adopted"; readonly requestId: string };

export type Trouble = NonNullable<Job["trouble"]>;

const waiting: readonly JobStateName[] = ["waiting"];
const sending: readonly JobStateName[] = ["submitting"];
const atWork: readonly JobStateName[] = ["inQueue", "running"];
const fetching: readonly JobStateName[] = ["downloading"];

/** In which states each thing can happen. */
const possible: { readonly [K in Happening["kind"]]: readonly JobStateName[] } = {
  sending: waiting,
  accepted: sending,
  refused: [...waiting, ...sending],
  putOff: [...waiting, ...sending],
  lost: sending,
  queued: atWork,
  running: atWork,
  unwatched: atWork,
  watched: [...atWork, "failed"],
  troubled: [...waiting, ...atWork, ...fetching],
  made: atWork,
  failed: atWork,
  cancelled: [...waiting, ...atWork],
  received: fetching,
  notFetched: fetching,
  fetchAgain: ["failed"],
  taken: fetching,
  charged: [...atWork, ...fetching, "done", "failed", "cancelled"],
  adopted: ["unknown"],
};

/** What a look at the service by id can say wrongly, e.g. while the token of another account is set. */
const lookUpFailures: ReadonlySet<string> = new Set(["expired", "notYours", "unknownRequest"]);

export const isLookUpFailure = (code: string): boolean => lookUpFailures.has(code);

/** Whether asking the service again, which is free, may still bring a failed job's video. */
export function canAskAgain({ status, requestId }: Pick<Job, "status" | "requestId">): boolean {
  if (status.state !== "failed" || requestId === null) return false;
  return status.takeWaits === true || isLookUpFailure(status.reason.code);
}

/**
 * The job after something happened to it.
 *
 * @param now ISO 8601, UTC.
 * @returns The same reference when nothing changed, also for what cannot happen in its state.
 */
export function next(job: Job, happening: Happening, now: string): Job {
  if (!possible[happening.kind].includes(job.status.state)) return job;
  const after = { ...job, ...change(job, happening, now) };
  return keyOf(after) === keyOf(job) ? job : after;
}

type Change = Partial<
  Pick<Job, "status" | "trouble" | "cost" | "requestId" | "submittedAt" | "startedAt" | "endedAt">
>;

function change(job: Job, happening: Happening, now: string): Change {
  switch (happening.kind) {
    case "sending":
      return { ...well({ state: "submitting" }), submittedAt: now };
    case "accepted":
      return {
        ...well({ state: "inQueue", position: null }),
        requestId: happening.requestId,
      };
    case "refused":
      return ended({ state: "failed", reason: happening.reason }, now);
    case "putOff":
      return { status: { state: "waiting" }, trouble: happening.trouble, submittedAt: null };
    case "lost":
      return ended({ state: "unknown", reason: happening.reason }, now);
    case "queued":
      return well({ state: "inQueue", position: happening.position });
    case "running":
      return { ...well(running(happening)), startedAt: job.startedAt ?? now };
    case "unwatched":
      return pauseWatching(job);
    case "watched":
      return watchAgain(job);
    case "troubled":
      return { trouble: happening.trouble };
    case "made":
      return {
        ...well({ state: "downloading", bytes: 0, total: null }),
        cost: happening.cost ?? job.cost,
      };
    case "failed":
      return {
        ...ended(failure(happening.reason, happening.reason.code === "noOutput"), now),
        cost: happening.cost ?? job.cost,
      };
    case "cancelled":
      return ended({ state: "cancelled" }, now);
    case "received":
      return well({ state: "downloading", bytes: happening.bytes, total: happening.total });
    case "notFetched":
      return ended(failure(happening.reason, true), now);
    case "fetchAgain":
      return canAskAgain(job)
        ? { ...well({ state: "downloading", bytes: 0, total: null }), endedAt: null }
        : {};
    case "taken":
      return ended({ state: "done" }, now);
    case "charged":
      return { cost: happening.cost };
    case "adopted":
      return {
        ...well({ state: "inQueue", position: null }),
        requestId: happening.requestId,
        endedAt: null,
      };
  }
}

const well = (status: JobState): Change => ({ status, trouble: null });

const ended = (status: JobState, now: string): Change => ({ ...well(status), endedAt: now });

const failure = (reason: Reason, takeWaits: boolean): JobState => ({
  state: "failed",
  reason,
  ...(takeWaits && { takeWaits }),
});

const running = ({ progress, word }: Extract<Happening, { kind: "running" }>): JobState => ({
  state: "running",
  ...(progress && { progress: { ...progress } }),
  ...(word !== undefined && { word }),
});

function pauseWatching({ status }: Job): Change {
  if (status.state !== "inQueue" && status.state !== "running") return {};
  return well({ ...status, unwatched: true });
}

function watchAgain(job: Job): Change {
  const { status } = job;
  if (status.state === "failed") {
    return canAskAgain(job) ? { ...well({ state: "running" }), endedAt: null } : {};
  }
  if (status.state !== "inQueue" && status.state !== "running") return {};
  const { unwatched: _, ...watched } = status;
  return well(watched);
}

type Changing = Pick<Job, "cost" | "requestId" | "submittedAt" | "startedAt" | "endedAt"> & {
  readonly status: object;
  readonly trouble: object | null;
};

/** Everything that a happening can change; the rest of a job stays as it was made. */
const keyOf = (job: Changing): string =>
  JSON.stringify([
    job.status,
    job.trouble,
    job.cost,
    job.requestId,
    job.submittedAt,
    job.startedAt,
    job.endedAt,
  ]);

/**
 * What of a job must be on the disk before the program goes on. A place in the queue, frames, bytes and the time of the
 * next try may be lost in a crash, and are not worth a write each.
 */
export const durablePart = (job: Job): string =>
  keyOf({
    ...job,
    status: { ...job.status, position: null, progress: null, bytes: null, total: null },
    trouble: job.trouble && { ...job.trouble, nextTryAt: null },
  });
