import { createAccounts } from "./accounts.ts";
import { handleApi, handleFiles } from "./api.ts";
import { manualClock, realClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { createScript, isJobFault } from "./faults.ts";
import type { Call, Fault, Phase, When } from "./faults.ts";
import { giveFault, phaseAt } from "./jobs.ts";
import type { Job } from "./jobs.ts";
import { createLog } from "./log.ts";
import type { Seen } from "./log.ts";
import type { RequestBody } from "./models.ts";
import { openOrigin } from "./origin.ts";
import { plainShape } from "./replies.ts";
import { createWorld } from "./world.ts";
import type { Settings, World } from "./world.ts";

export type SimulatorOptions = Partial<Settings> & {
  /** `manual` (default) stands still until `clock.advance(ms)`. */
  readonly clock?: "manual" | "real";
  readonly token?: string;
  /** USD that each account starts with. */
  readonly balanceUsd?: number;
  /** Another seed gives other request ids. */
  readonly seed?: string;
  /** Port of the API; 0 takes a free one. The file host always takes a free one. */
  readonly port?: number;
};

/** An accepted request, and the hands on it. */
type JobHandle = {
  readonly requestId: string;
  readonly owner: string;
  readonly model: string;
  readonly body: RequestBody;
  /** Milliseconds of the clock. */
  readonly acceptedAt: number;
  readonly phase: () => Phase;
  /** Starts it now, whatever else runs. */
  readonly start: () => void;
  /** Ends it now, started or not. */
  readonly succeed: () => void;
  /** As `succeed`, but failed; without an argument the result has no `error`. */
  readonly fail: (...error: [] | [unknown]) => void;
};

export type Simulator = {
  /** For RUNCOMFY_MODEL_API_BASE: ends in /v1. */
  readonly baseUrl: string;
  readonly origin: string;
  readonly fileOrigin: string;
  readonly token: string;
  readonly clock: Clock;
  readonly settings: Settings;
  /** Every HTTP request that came in, refused ones too. */
  readonly requests: readonly Seen[];
  /** How many requests of a call came in, forgotten ones too. */
  readonly count: (call: Call) => number;
  /** Resolves with the `count`th request of a call, past or to come. */
  readonly seen: (call: Call, count?: number) => Promise<Seen>;
  readonly forgetRequests: () => void;
  /** Requests to the file host that brought a token along; to be empty always. */
  readonly tokenLeaks: () => Seen[];
  /** The accepted, paid POSTs in order. */
  readonly posts: () => JobHandle[];
  /** Throws when there is no such job. */
  readonly job: (requestId: string) => JobHandle;
  /** Adds a fault to the script; returns what takes it back. */
  readonly fail: (fault: Fault, when?: When) => () => void;
  /** Takes back every fault that has not struck yet. */
  readonly heal: () => void;
  /** Lets everything go on that hangs or is held. */
  readonly release: () => void;
  /** A token of another account, or a new one of the same. */
  readonly allow: (token: string, owner?: string) => void;
  readonly revoke: (token?: string) => void;
  /** Adds USD to an account; negative takes away. */
  readonly grant: (usd: number, owner?: string) => void;
  readonly goDown: (which?: "api" | "files" | "all") => Promise<void>;
  readonly comeBack: (which?: "api" | "files" | "all") => Promise<void>;
  readonly close: () => Promise<void>;
};

const firstOwner = "user-0001";

const settingsOf = (options: SimulatorOptions): Settings => ({
  queueSeconds: options.queueSeconds ?? 6,
  runSeconds: options.runSeconds ?? 10,
  concurrency: options.concurrency ?? Number.POSITIVE_INFINITY,
  schema: options.schema ?? "strict",
  errorShape: options.errorShape ?? plainShape,
  echoInput: options.echoInput ?? false,
  videoBytes: options.videoBytes ?? 0,
});

/** A RunComfy of one's own on loopback: no money, no network, and as unreliable as asked for. */
export const startSimulator = async (options: SimulatorOptions = {}): Promise<Simulator> => {
  const token = options.token ?? "simulator-token";
  const accounts = createAccounts(options.balanceUsd ?? 10_000);
  accounts.allow(token, firstOwner);
  const clock = options.clock === "real" ? realClock() : manualClock();
  const settings = settingsOf(options);
  const script = createScript();
  const log = createLog();
  const world = createWorld({ clock, settings, accounts, script }, options.seed ?? "shotgraph");
  const api = await openOrigin(handleApi(world, log), options.port);
  const files = await openOrigin(handleFiles(world, log));
  Object.assign(world.addresses, { api: api.address, files: files.address });
  const origins = (which: "api" | "files" | "all") =>
    which === "all" ? [api, files] : [which === "api" ? api : files];
  const goDown = async (which: "api" | "files" | "all" = "all"): Promise<void> => {
    await Promise.all(origins(which).map((origin) => origin.goDown()));
  };
  return {
    baseUrl: `${api.address}/v1`,
    origin: api.address,
    fileOrigin: files.address,
    token,
    clock,
    settings,
    requests: log.requests,
    count: log.count,
    seen: log.seen,
    forgetRequests: log.forget,
    tokenLeaks: () =>
      log.requests.filter(
        (seen) =>
          seen.server === "files" &&
          (seen.authorization !== undefined || JSON.stringify(seen).includes(token)),
      ),
    posts: () => world.jobs.map((job) => handleOf(world, job)),
    job: (requestId) => handleOf(world, findJob(world, requestId)),
    fail: (fault, when = {}) => addFault(world, fault, when),
    heal: script.clear,
    release: world.release,
    allow: (other, owner = firstOwner) => accounts.allow(other, owner),
    revoke: (revoked = token) => accounts.revoke(revoked),
    grant: (usd, owner = firstOwner) => accounts.grant(owner, Math.round(usd * 1e6)),
    goDown,
    comeBack: async (which = "all") => {
      await Promise.all(origins(which).map((origin) => origin.comeBack()));
    },
    close: () => goDown(),
  };
};

const findJob = (world: World, requestId: string): Job => {
  const job = world.job(requestId);
  if (job === undefined) throw new Error(`no such request: ${requestId}`);
  return job;
};

const addFault = (world: World, fault: Fault, when: When): (() => void) => {
  if (!isJobFault(fault) || when.request === undefined) return world.script.add(fault, when);
  const job = findJob(world, when.request);
  giveFault(job, fault);
  world.changed();
  return () => {
    job.faults.splice(job.faults.indexOf(fault), 1);
  };
};

const handleOf = (world: World, job: Job): JobHandle => {
  const phase = (): Phase => phaseAt(job, world.spanOf(job), world.clock.now());
  const start = (): void => {
    if (phase() === "in_queue") job.startedAt = world.clock.now();
    world.changed();
  };
  const end = (): void => {
    start();
    if (phase() === "in_progress") job.endedAt = world.clock.now();
    world.changed();
  };
  return {
    requestId: job.requestId,
    owner: job.owner,
    model: job.model,
    body: job.body,
    acceptedAt: job.acceptedAt,
    phase,
    start,
    succeed: end,
    fail: (...error) => {
      job.failure = error.length === 0 ? {} : { error: error[0] };
      end();
    },
  };
};
