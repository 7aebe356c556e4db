import { nodeIdSchema } from "../../../shared/board/schema.ts";
import type { CompiledScene } from "../../../shared/compile/compiled.ts";
import type { Job, JobState, Take } from "../../../shared/jobs/job.ts";

/** Jobs and takes to write tests with. */
export function job(status: JobState, change: Partial<Job> = {}): Job {
  return {
    id: "job-1",
    runId: "run-1",
    engine: "runcomfy",
    boardTitle: "Night ferry",
    sceneId: "scene",
    sceneTitle: "Crossing",
    part: { index: 0, count: 1 },
    model: "kling/kling-3.0/pro/text-to-video",
    seconds: 12,
    aspectRatio: "16:9",
    shots: [],
    estimate: 2.02,
    cost: null,
    requestId: null,
    createdAt: "2026-10-09T12:00:00.000Z",
    submittedAt: null,
    startedAt: null,
    endedAt: null,
    trouble: null,
    status,
    ...change,
  };
}

/** The scene that a job was sent for, as the journal keeps it with the run. */
export const sceneOf = ({ sceneId, sceneTitle, seconds, estimate }: Job): CompiledScene => ({
  nodeId: nodeIdSchema.parse(sceneId),
  title: sceneTitle,
  aspectRatio: "16:9",
  parts: [],
  shots: [],
  seconds,
  price: estimate,
  hasErrors: false,
});

export function take(id: string, change: Partial<Take> & { readonly job?: Job } = {}): Take {
  return {
    id,
    job: job({ state: "done" }, { id }),
    number: 1,
    video: "video.mp4",
    poster: "poster.jpg",
    stills: [],
    width: 1280,
    height: 720,
    seconds: 12,
    bytes: 3_400_000,
    starred: false,
    title: "",
    note: "",
    missing: false,
    binned: false,
    ...change,
  };
}
