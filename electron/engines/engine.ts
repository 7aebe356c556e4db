import type { CompiledScene, RequestInput } from "../../shared/compile/compiled.ts";
import type { EngineId, Reason } from "../../shared/jobs/job.ts";

/** What carries out jobs. The state machine, journal, queue, progress and library are the same for every engine. */
export interface Engine {
  readonly id: EngineId;
  /** Whether a submission costs money, so that a lost answer must never be answered by a second one. */
  readonly paid: boolean;
  /** Sends one request. Never throws: an exception here would leave a paid job in doubt. */
  submit: (submission: Submission, signal: AbortSignal) => Promise<Submitted>;
  /** Asks how it stands. `requestId` is what `submit` gave, also after a restart. */
  poll: (requestId: string, submission: Submission, signal: AbortSignal) => Promise<Polled>;
  /** Only for jobs that the engine can still stop. */
  cancel: (requestId: string) => Promise<"cancelled" | "notCancellable">;
  /** Brings the video to `file` (which does not exist yet), whole or not at all. */
  fetch: (requestId: string, output: string, file: string, watch: FetchWatch) => Promise<Fetched>;
}

/** What one job is to make. Plain data, kept with the job, so that an animatic can be drawn again after a restart. */
export interface Submission {
  readonly jobId: string;
  readonly model: string;
  readonly input: RequestInput;
  /** The scene as compiled: what the animatic draws. */
  readonly scene: CompiledScene;
  readonly partIndex: number;
}

export interface FetchWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number, total: number | null) => void;
}

export type Submitted =
  | { readonly outcome: "accepted"; readonly requestId: string }
  /** Certainly not accepted: nothing was charged. `retryAfter` in seconds when the service asked to wait. */
  | { readonly outcome: "refused"; readonly reason: Reason; readonly retryAfter?: number }
  /** No telling whether it was accepted. */
  | { readonly outcome: "unknown"; readonly reason: Reason };

export type Polled =
  | { readonly state: "inQueue"; readonly position: number | null }
  | {
      readonly state: "running";
      readonly progress?: { readonly done: number; readonly total: number };
      readonly word?: string;
    }
  /** `output` says where the video is: a URL for the service, a file for the animatic. */
  | { readonly state: "succeeded"; readonly output: string; readonly cost: number | null }
  | { readonly state: "failed"; readonly reason: Reason; readonly cost: number | null }
  | { readonly state: "cancelled" }
  /** A passing trouble: ask again later. `retryAfter` in seconds. */
  | { readonly state: "trouble"; readonly reason: Reason; readonly retryAfter?: number };

export type Fetched =
  | { readonly outcome: "fetched"; readonly bytes: number }
  | { readonly outcome: "failed"; readonly reason: Reason; readonly passing: boolean };
