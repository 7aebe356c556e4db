import { timestamp } from "../clock.ts";
import type { Phase } from "../faults.ts";
import { counted, faultOf, phaseAt, queuePosition } from "../jobs.ts";
import type { Job } from "../jobs.ts";
import { json, refusal } from "../replies.ts";
import type { Reply } from "../replies.ts";
import { costOf, isExpired } from "../world.ts";
import type { World } from "../world.ts";
import { decoysOf, outputOf } from "./output.ts";
import type { Route, Visit } from "./visit.ts";

export const linksOf = (world: World, job: Job, withCancel = false): Record<string, string> => {
  const request = `${world.addresses.api}/v1/requests/${job.requestId}`;
  return {
    status_url: `${request}/status`,
    result_url: `${request}/result`,
    ...(withCancel ? { cancel_url: `${request}/cancel` } : {}),
  };
};

/** The job that is asked about, or why it is not told. */
const find = (world: World, { id, owner }: Visit): Job | Reply => {
  const job = world.job(id);
  if (job === undefined || isExpired(world, job)) return refusal(world.settings.errorShape, 404001);
  return job.owner === owner ? job : refusal(world.settings.errorShape, 403001);
};

const isReply = (found: Job | Reply): found is Reply => "headers" in found;

const phaseNow = (world: World, job: Job): Phase =>
  phaseAt(job, world.spanOf(job), world.clock.now());

export const status: Route = (world, visit) => {
  const job = find(world, visit);
  if (isReply(job)) return job;
  const phase = phaseNow(world, job);
  return json(200, {
    request_id: job.requestId,
    status: statusWord(job, phase),
    ...(phase === "in_queue"
      ? { queue_position: queuePosition(job, world.jobs, world.spans(), world.clock.now()) }
      : {}),
    ...linksOf(world, job),
  });
};

const statusWord = (job: Job, phase: Phase): string => {
  const fault = faultOf(job, "statusWord");
  if (fault?.during !== undefined && fault.during !== phase) return phase;
  return counted(job, fault)?.word ?? phase;
};

export const result: Route = (world, visit) => {
  const job = find(world, visit);
  if (isReply(job)) return job;
  const phase = phaseNow(world, job);
  const late = phase === "completed" && counted(job, faultOf(job, "resultLate")) !== undefined;
  const { end } = world.spanOf(job);
  const ended = phase === "completed" && !late;
  const finishedAt = phase === "cancelled" ? job.cancelledAt : ended ? end : undefined;
  return json(200, {
    request_id: job.requestId,
    ...echoOf(world, job),
    status: late ? "in_progress" : ended ? endingOf(job) : phase,
    ...(ended ? endOf(world, job, visit) : {}),
    created_at: timestamp(job.acceptedAt),
    finished_at: finishedAt === undefined ? null : timestamp(finishedAt),
  });
};

const endingOf = (job: Job): "succeeded" | "failed" =>
  job.failure === undefined ? "succeeded" : "failed";

const endOf = (world: World, job: Job, { query }: Visit): Record<string, unknown> => {
  const withCost =
    query.get("include_cost") === "true" && counted(job, faultOf(job, "costLate")) === undefined;
  const cost = withCost && costOf(world, job) > 0 ? { cost: costOf(world, job) } : {};
  if (job.failure === undefined) return { ...outputOf(world, job), ...cost };
  return { ...("error" in job.failure ? { error: job.failure.error } : {}), ...cost };
};

// Before the output on purpose: whoever takes the first URL of the body takes a wrong one.
const echoOf = (world: World, job: Job): Record<string, unknown> => {
  if (faultOf(job, "echo") !== undefined)
    return { input: { ...job.body, ...decoysOf(world, job) }, preview: decoysOf(world, job) };
  return world.settings.echoInput ? { input: job.body } : {};
};

export const cancel: Route = (world, visit) => {
  const job = find(world, visit);
  if (isReply(job)) return job;
  if (phaseNow(world, job) === "in_queue" && faultOf(job, "notCancellable") === undefined) {
    job.cancelledAt = world.clock.now();
    world.changed();
  }
  const phase = phaseNow(world, job);
  return json(202, {
    request_id: job.requestId,
    status: phase,
    outcome: phase === "cancelled" ? "cancelled" : "not_cancellable",
  });
};
