import { create } from "zustand";
import { isOpen, laterFirst, type Job, type Take } from "../../shared/jobs/job.ts";

/** The run: jobs and takes as the process behind the window reports them. Never part of a board, never undone. */

interface JobState {
  readonly jobs: ReadonlyMap<string, Job>;
  /** Those that the program still has work with. */
  readonly open: readonly Job[];
  /** The node ids of their scenes; the same set while these are the same. */
  readonly openScenes: ReadonlySet<string>;
  /** Newest first, by the node id of their scene. */
  readonly takesByScene: ReadonlyMap<string, readonly Take[]>;
  readonly takes: ReadonlyMap<string, Take>;
  /** Those that were deleted and can be brought back. */
  readonly bin: ReadonlyMap<string, Take>;
}

export const useJobs = create<JobState>()(() => ({
  jobs: new Map(),
  open: [],
  openScenes: new Set(),
  takesByScene: new Map(),
  takes: new Map(),
  bin: new Map(),
}));

const newestFirst = (a: Take, b: Take): number => laterFirst(a.job.createdAt, b.job.createdAt);

export function receiveJobs(jobs: readonly Job[]): void {
  useJobs.setState((state) => {
    const next = new Map(state.jobs);
    for (const job of jobs) next.set(job.id, job);
    const open = [...next.values()].filter(isOpen);
    return { jobs: next, open, openScenes: scenesOf(open, state.openScenes) };
  });
}

function scenesOf(jobs: readonly Job[], before: ReadonlySet<string>): ReadonlySet<string> {
  const scenes = new Set(jobs.map(({ sceneId }) => sceneId));
  const isSame = scenes.size === before.size && [...scenes].every((id) => before.has(id));
  return isSame ? before : scenes;
}

export function receiveTakes(takes: readonly Take[]): void {
  useJobs.setState((state) => {
    const all = new Map(state.takes);
    const bin = new Map(state.bin);
    for (const take of takes) {
      (take.binned ? all : bin).delete(take.id);
      (take.binned ? bin : all).set(take.id, take);
    }
    return { bin, ...arrange(all) };
  });
}

/** A take was deleted for good. */
export function forgetTake(id: string): void {
  useJobs.setState((state) => {
    const bin = new Map(state.bin);
    const all = new Map(state.takes);
    bin.delete(id);
    return all.delete(id) ? { bin, ...arrange(all) } : { bin };
  });
}

function arrange(all: ReadonlyMap<string, Take>): Pick<JobState, "takes" | "takesByScene"> {
  const byScene = new Map<string, Take[]>();
  for (const take of [...all.values()].toSorted(newestFirst)) {
    const list = byScene.get(take.job.sceneId);
    if (list === undefined) byScene.set(take.job.sceneId, [take]);
    else list.push(take);
  }
  return { takes: all, takesByScene: byScene };
}

const waiting = new Map<string, Job>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** ms in which changes are gathered: what the service says is to be on the screen within 100. */
const burst = 50;
/** The same while a hand drags something: it looks at that, and each update would cost it a frame. */
const burstInGesture = 250;
let inGesture = false;

export const noteGesture = (goesOn: boolean): void => {
  inGesture = goesOn;
};

/** Gathers changes: hundreds in a second are a few updates of the window. */
export function receiveJobSoon(job: Job): void {
  waiting.set(job.id, job);
  timer ??= setTimeout(receiveGathered, inGesture ? burstInGesture : burst);
}

function receiveGathered(): void {
  timer = undefined;
  const jobs = [...waiting.values()];
  waiting.clear();
  receiveJobs(jobs);
}

/** The newest run of a scene: its jobs in the order of their parts. */
export function latestRun(jobs: ReadonlyMap<string, Job>, sceneId: string): readonly Job[] {
  let newest: Job | undefined;
  for (const job of jobs.values()) {
    if (job.sceneId !== sceneId) continue;
    if (newest === undefined || job.createdAt > newest.createdAt) newest = job;
  }
  if (newest === undefined) return [];
  const { runId } = newest;
  return [...jobs.values()]
    .filter((job) => job.runId === runId)
    .toSorted((a, b) => a.part.index - b.part.index);
}
