import { expect, it } from "vitest";
import { actionsOf, groupJobs } from "../../../renderer/library/jobGroups.ts";
import { groupTakes } from "../../../renderer/library/takeGroups.ts";
import type { Job } from "../../../shared/jobs/job.ts";
import { job, take } from "./jobs.ts";

const done = { state: "done" } as const;
const made = (id: string, change: Partial<Job>, number = 1) =>
  take(id, { number, job: job(done, { id, ...change }) });

it("puts the parts of a run together, and the newest run first", () => {
  const [board] = groupTakes([
    made("a2", {
      runId: "a",
      part: { index: 1, count: 2 },
      createdAt: "2026-10-09T10:00:00.000Z",
    }),
    made("b", { runId: "b", createdAt: "2026-10-09T11:00:00.000Z" }, 2),
    made("a1", {
      runId: "a",
      part: { index: 0, count: 2 },
      createdAt: "2026-10-09T10:00:00.000Z",
    }),
  ]);
  const runs = board?.scenes[0]?.runs ?? [];
  expect(runs.map(({ runId, number }) => [runId, number])).toEqual([
    ["b", 2],
    ["a", 1],
  ]);
  expect(runs[1]?.takes.map(({ id }) => id)).toEqual(["a1", "a2"]);
});

it("keeps boards and scenes apart, also when two boards use one id", () => {
  const boards = groupTakes([
    made("a", { runId: "a", boardTitle: "One", sceneId: "n1" }),
    made("b", { runId: "b", boardTitle: "Two", sceneId: "n1", sceneTitle: "Other" }),
    made("c", { runId: "c", boardTitle: "One", sceneId: "n2" }),
  ]);
  expect(boards.map(({ title, scenes }) => [title, scenes.map(({ sceneId }) => sceneId)])).toEqual([
    ["One", ["n1", "n2"]],
    ["Two", ["n1"]],
  ]);
});

const now = new Date(2026, 9, 9, 15).getTime();
const today = new Date(2026, 9, 9, 9).toISOString();
const yesterday = new Date(2026, 9, 8, 23).toISOString();
const reason = { code: "answerLost" };

it("tells what needs the reader from what runs and what ended today", () => {
  const groups = groupJobs(
    [
      job({ state: "unknown", reason }, { id: "unknown", endedAt: yesterday }),
      job({ state: "failed", reason, takeWaits: true }, { id: "waits", requestId: "r" }),
      job({ state: "running", unwatched: true }, { id: "unwatched" }),
      job({ state: "inQueue", position: 2 }, { id: "queued" }),
      job({ state: "waiting" }, { id: "waiting" }),
      job({ state: "waiting" }, { id: "held", trouble: { code: "heldByDayCap", nextTryAt: null } }),
      job({ state: "running" }, { id: "running" }),
      job({ state: "submitting" }, { id: "sending" }),
      job({ state: "running" }, { id: "offline", trouble: { code: "network", nextTryAt: null } }),
      job({ state: "failed", reason }, { id: "failed", endedAt: today }),
      job(done, { id: "old", endedAt: yesterday }),
    ],
    now,
  );
  const ids = (jobs: readonly Job[]) => jobs.map(({ id }) => id);
  expect(ids(groups.needsYou)).toEqual(["unknown", "waits", "unwatched", "held"]);
  expect(ids(groups.running)).toEqual(["running", "sending"]);
  expect(ids(groups.offline)).toEqual(["offline"]);
  // The one that comes next stands first.
  expect(ids(groups.queued)).toEqual(["queued", "waiting"]);
  expect(ids(groups.ended)).toEqual(["failed"]);
});

it("offers only what can be done", () => {
  expect(actionsOf(job({ state: "inQueue", position: 1 }))).toEqual(["cancel"]);
  expect(actionsOf(job({ state: "running" }))).toEqual([]);
  expect(actionsOf(job({ state: "running" }, { engine: "animatic" }))).toEqual(["cancel"]);
  expect(actionsOf(job({ state: "running", unwatched: true }))).toEqual(["checkAgain"]);
  expect(actionsOf(job({ state: "failed", reason }))).toEqual(["runAgain"]);
  expect(actionsOf(job({ state: "failed", reason, takeWaits: true }, { requestId: "r" }))).toEqual([
    "fetchAgain",
    "runAgain",
  ]);
  expect(actionsOf(job(done))).toEqual(["show", "runAgain"]);
  // What may have been accepted is never one press away from being paid twice.
  expect(actionsOf(job({ state: "unknown", reason }))).toEqual([]);
});

it("queues what the service has first, then what waits in its line", () => {
  const waiting = { state: "waiting" } as const;
  const { queued } = groupJobs(
    [
      job(waiting, { id: "late", createdAt: "2026-10-09T13:00:00.000Z" }),
      job(waiting, { id: "moved down", turn: 1, createdAt: "2026-10-09T10:00:00.000Z" }),
      job(waiting, { id: "moved up", turn: 0, createdAt: "2026-10-09T12:00:00.000Z" }),
      job({ state: "inQueue", position: 1 }, { id: "sent", createdAt: "2026-10-09T14:00:00.000Z" }),
    ],
    Date.parse("2026-10-09T15:00:00.000Z"),
  );
  expect(queued.map(({ id }) => id)).toEqual(["sent", "moved up", "moved down", "late"]);
});
