import { isOpen, laterFirst, type Job } from "../../shared/jobs/job.ts";
import { byTurn, isHeldByCap } from "../../shared/jobs/line.ts";
import { canAskAgain } from "../../shared/jobs/reduce.ts";
import { daysBetween } from "../ui/when.ts";

/** The jobs of the list, by what they ask of the reader. Newest first. */
export interface JobGroups {
  /** What only a person can settle: in doubt, not fetched, no longer watched, or held by a limit of spending. */
  readonly needsYou: readonly Job[];
  /** The service cannot be reached: they go on by themselves. */
  readonly offline: readonly Job[];
  readonly running: readonly Job[];
  /** Here or at the service, the next one first. */
  readonly queued: readonly Job[];
  readonly ended: readonly Job[];
}

/** @param now milliseconds since 1970; what ended on an earlier day is left out. */
export function groupJobs(jobs: Iterable<Job>, now: number): JobGroups {
  const newest = [...jobs].toSorted((a, b) => laterFirst(a.createdAt, b.createdAt));
  const groups: Record<keyof JobGroups, Job[]> = {
    needsYou: [],
    offline: [],
    running: [],
    queued: [],
    ended: [],
  };
  for (const job of newest) {
    if (needsYou(job)) groups.needsYou.push(job);
    else if (isOpen(job)) groups[placeOf(job)].push(job);
    else if (job.endedAt === null || daysBetween(Date.parse(job.endedAt), now) === 0) {
      groups.ended.push(job);
    }
  }
  groups.queued.sort(nextFirst);
  return groups;
}

/** What the service has already, then those that wait, in their line. */
const nextFirst = (a: Job, b: Job): number =>
  Number(a.status.state === "waiting") - Number(b.status.state === "waiting") ||
  byTurn(a, b) ||
  laterFirst(b.createdAt, a.createdAt) ||
  a.part.index - b.part.index;

function placeOf({ status, trouble }: Job): "offline" | "running" | "queued" {
  if (trouble?.code === "network") return "offline";
  return status.state === "waiting" || status.state === "inQueue" ? "queued" : "running";
}

export const needsYou = (job: Job): boolean =>
  job.status.state === "unknown" || canAskAgain(job) || isUnwatched(job) || isHeldByCap(job);

const isUnwatched = ({ status }: Pick<Job, "status">): boolean =>
  (status.state === "running" || status.state === "inQueue") && status.unwatched === true;

export type JobAction = "cancel" | "checkAgain" | "fetchAgain" | "runAgain" | "show";

/** What can be done about a job by one press; the three choices of a job in doubt are not among them. */
export function actionsOf(job: Job): readonly JobAction[] {
  const { status, engine, trouble } = job;
  switch (status.state) {
    case "waiting":
      return ["cancel"];
    case "inQueue":
      return isUnwatched(job) || trouble !== null ? ["checkAgain", "cancel"] : ["cancel"];
    case "running":
      // Only what waits can be cancelled at the service; the animatic stops at once.
      return [
        ...(isUnwatched(job) || trouble !== null ? (["checkAgain"] as const) : []),
        ...(engine === "animatic" ? (["cancel"] as const) : []),
      ];
    case "failed":
      if (!canAskAgain(job)) return ["runAgain"];
      return [status.takeWaits === true ? "fetchAgain" : "checkAgain", "runAgain"];
    case "cancelled":
      return ["runAgain"];
    case "done":
      return ["show", "runAgain"];
    case "submitting":
    case "downloading":
    case "unknown":
      return [];
  }
}
