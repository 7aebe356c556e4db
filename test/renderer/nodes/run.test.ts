import { describe, expect, it } from "vitest";
import { jobOfScene } from "../../../renderer/nodes/jobOfScene.ts";
import { latestTakes, stillOf } from "../../../renderer/nodes/stills.ts";
import { jobSchema, takeSchema, type Job, type Take } from "../../../shared/jobs/job.ts";

const job = (id: string, change: Partial<Job> = {}): Job => ({
  ...jobSchema.parse({
    id,
    runId: "run",
    engine: "runcomfy",
    boardTitle: "Board",
    sceneId: "film",
    sceneTitle: "",
    part: { index: 0, count: 1 },
    model: "kling/kling-3.0/pro/text-to-video",
    seconds: 9,
    aspectRatio: "16:9",
    shots: [
      { nodeId: "one", start: 0, seconds: 5 },
      { nodeId: "two", start: 5, seconds: 4 },
    ],
    estimate: null,
    cost: null,
    requestId: null,
    createdAt: "2026-01-01T10:00:00.000Z",
    submittedAt: null,
    startedAt: null,
    endedAt: null,
    trouble: null,
    status: { state: "running" },
  }),
  ...change,
});
const take = (id: string, from: Job, change: Partial<Take> = {}): Take => ({
  ...takeSchema.parse({
    id,
    job: from,
    number: 1,
    video: "video.mp4",
    poster: "poster.jpg",
    stills: ["shot-1.jpg", "shot-2.jpg"],
    width: 1280,
    height: 720,
    seconds: 9,
    bytes: 1,
    missing: false,
    binned: false,
  }),
  ...change,
});
const byId = (...jobs: Job[]): ReadonlyMap<string, Job> =>
  new Map(jobs.map((each) => [each.id, each]));

describe("the job that a scene shows", () => {
  it("is of the newest run", () => {
    const old = job("old", { runId: "before", status: { state: "done" } });
    const later = job("later", { createdAt: "2026-01-01T11:00:00.000Z" });
    expect(jobOfScene(byId(later, old), "film")).toBe(later);
    expect(jobOfScene(byId(old), "other")).toBeUndefined();
  });

  it("is the part that failed before one that runs, and one that runs before those that are done", () => {
    const done = job("a", { part: { index: 0, count: 3 }, status: { state: "done" } });
    const running = job("b", { part: { index: 1, count: 3 } });
    const failed = job("c", {
      part: { index: 2, count: 3 },
      status: { state: "failed", reason: { code: "refused" } },
    });
    expect(jobOfScene(byId(done, running), "film")).toBe(running);
    expect(jobOfScene(byId(done, running, failed), "film")).toBe(failed);
  });
});

describe("the picture of a shot", () => {
  const newest = take("new", job("n"));
  const older = take("old", job("o"));

  it("is its own frame of the newest take", () => {
    expect(stillOf([newest, older], "two")).toBe("new/shot-2.jpg");
  });
  it("is that of an older take when the newest has none, or has lost its files", () => {
    expect(stillOf([{ ...newest, stills: ["shot-1.jpg", null] }, older], "two")).toBe(
      "old/shot-2.jpg",
    );
    expect(stillOf([{ ...newest, missing: true }, older], "one")).toBe("old/shot-1.jpg");
  });
  it("is not that of an animatic, which the panel draws itself", () => {
    expect(stillOf([take("drawn", job("d", { engine: "animatic" })), older], "one")).toBe(
      "old/shot-1.jpg",
    );
  });
  it("is none for a shot that was in no take", () => {
    expect(stillOf([newest, older], "three")).toBeUndefined();
    expect(stillOf(undefined, "one")).toBeUndefined();
  });
});

it("the takes of a scene are those of its newest run, in the order of the parts", () => {
  const second = take("b", job("b", { part: { index: 1, count: 2 } }));
  const first = take("a", job("a", { part: { index: 0, count: 2 } }));
  const before = take("c", job("c", { runId: "before" }));
  expect(latestTakes([second, first, before])).toEqual([first, second]);
  expect(latestTakes(undefined)).toEqual([]);
});
