import { createHash } from "node:crypto";
import type { Accounts } from "./accounts.ts";
import type { Clock } from "./clock.ts";
import type { Script, Subject } from "./faults.ts";
import { faultOf, giveFault, phaseAt, schedule } from "./jobs.ts";
import type { Job, Span } from "./jobs.ts";
import type { ErrorShape } from "./replies.ts";

/** What can be set at the start and changed in between; jobs keep what held at their acceptance. */
export type Settings = {
  queueSeconds: number;
  runSeconds: number;
  /** How many run at once. Set it before the first job: a change would rewrite the past. */
  concurrency: number;
  /** `strict` refuses with 422, `late` accepts and fails the job, `off` takes everything. */
  schema: "strict" | "late" | "off";
  errorShape: ErrorShape;
  /** Whether results echo the input. */
  echoInput: boolean;
  /** Videos are filled up to so many bytes, and stay playable. */
  videoBytes: number;
};

/** Everything that the answers are made from. */
export type World = {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly accounts: Accounts;
  readonly script: Script;
  /** In the order of acceptance. */
  readonly jobs: readonly Job[];
  readonly job: (requestId: string) => Job | undefined;
  readonly accept: (asked: Asked) => Job;
  readonly spans: () => ReadonlyMap<string, Span>;
  readonly spanOf: (job: Job) => Span;
  /** Call it after changing a job. */
  readonly changed: () => void;
  /** Resolves at the next `release()`. */
  readonly held: () => Promise<void>;
  readonly release: () => void;
  readonly addresses: { api: string; files: string };
};

type Asked = Pick<Job, "owner" | "model" | "body" | "price">;

export const createWorld = (
  parts: Pick<World, "clock" | "settings" | "accounts" | "script">,
  seed: string,
): World => {
  const jobs: Job[] = [];
  const byId = new Map<string, Job>();
  let spans: ReadonlyMap<string, Span> | undefined;
  let waiting: (() => void)[] = [];

  const changed = (): void => {
    spans = undefined;
  };
  const currentSpans = (): ReadonlyMap<string, Span> =>
    (spans ??= schedule(jobs, parts.settings.concurrency));

  return {
    ...parts,
    jobs,
    job: (requestId) => byId.get(requestId),
    accept: (asked) => {
      const job = newJob(asked, requestId(seed, jobs.length), parts);
      jobs.push(job);
      byId.set(job.requestId, job);
      changed();
      return job;
    },
    spans: currentSpans,
    spanOf: (job) => {
      const span = currentSpans().get(job.requestId);
      if (span === undefined) throw new Error("a job of another simulator");
      return span;
    },
    changed,
    held: () => new Promise((go) => void waiting.push(go)),
    release: () => {
      const going = waiting;
      waiting = [];
      for (const go of going) go();
    },
    addresses: { api: "", files: "" },
  };
};

const newJob = (
  asked: Asked,
  id: string,
  { clock, settings, script }: Pick<World, "clock" | "settings" | "script">,
): Job => {
  const job: Job = {
    ...asked,
    requestId: id,
    acceptedAt: clock.now(),
    queueMs: settings.queueSeconds * 1000,
    runMs: settings.runSeconds * 1000,
    faults: [],
    asked: new Map(),
  };
  for (const fault of script.forJob({ model: asked.model, request: id })) giveFault(job, fault);
  return job;
};

/** Looks like a UUID, and is the same for the same seed and number. */
const requestId = (seed: string, number: number): string => {
  const hex = createHash("sha256").update(`${seed} ${number}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
};

/** USD that a job has cost by now. */
export const costOf = (world: World, job: Job): number => {
  if (phaseAt(job, world.spanOf(job), world.clock.now()) !== "completed") return 0;
  return job.failure === undefined ? job.price : (job.failure.cost ?? 0);
};

/** Microdollars of an owner; with `reserved`, less what the open jobs will cost. */
export const balanceOf = (world: World, owner: string, reserved: "reserved" | "spent"): number => {
  const gone = world.jobs
    .filter((job) => job.owner === owner)
    .reduce((sum, job) => sum + Math.round(claimOf(world, job, reserved) * 1e6), 0);
  return world.accounts.granted(owner) - gone;
};

const claimOf = (world: World, job: Job, reserved: "reserved" | "spent"): number => {
  const phase = phaseAt(job, world.spanOf(job), world.clock.now());
  const open = phase === "in_queue" || phase === "in_progress";
  return open && reserved === "reserved" ? job.price : costOf(world, job);
};

export const isExpired = (world: World, job: Job): boolean => {
  const fault = faultOf(job, "expired");
  return (
    fault !== undefined && world.clock.now() >= job.acceptedAt + (fault.afterSeconds ?? 0) * 1000
  );
};

/** What a request is about, for faults that strike only one model or request. */
export const subjectOf = (job: Job | undefined): Subject => ({
  model: job?.model,
  request: job?.requestId,
});
