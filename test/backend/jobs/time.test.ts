import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAgenda } from "../../../electron/backend/jobs/agenda.ts";
import { createNews } from "../../../electron/backend/jobs/news.ts";
import { freePlaces } from "../../../electron/backend/jobs/queue.ts";
import { pollWait, retryWait } from "../../../electron/backend/jobs/waits.ts";
import type { Job, JobState } from "../../../shared/jobs/job.ts";
import { manualClock } from "../../simulator/clock.ts";
import { steppedClock } from "./steppedClock.ts";

const jobOf = (id: string, status: JobState, endedAt: string | null = null): Job => ({
  id,
  runId: "run",
  engine: "runcomfy",
  boardTitle: "",
  sceneId: "scene",
  sceneTitle: "",
  part: { index: 0, count: 1 },
  model: "model",
  seconds: 5,
  aspectRatio: "16:9",
  shots: [],
  estimate: null,
  cost: null,
  requestId: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  submittedAt: null,
  startedAt: null,
  endedAt,
  trouble: null,
  status,
});

describe("the agenda", () => {
  const open = () => {
    const clock = steppedClock(manualClock(0));
    const agenda = createAgenda(clock, 12);
    const done: [string, number][] = [];
    const note = (key: string, time: number) =>
      agenda.at(key, time, () => done.push([key, clock.now()]));
    return { clock, agenda, done, note };
  };

  test("has one timer for everything, in order of time", () => {
    const { clock, done, note } = open();
    note("b", 2000);
    note("a", 1000);
    note("c", 3000);
    expect(clock.timers()).toBe(1);
    clock.advance(5000);
    expect(done).toEqual([
      ["a", 1000],
      ["b", 2000],
      ["c", 3000],
    ]);
    expect(clock.timers()).toBe(0);
  });

  test("a thousand that are due after a sleep come one after the other", () => {
    const { clock, done, note } = open();
    for (let index = 0; index < 1000; index += 1) note(`job ${index}`, index);
    clock.sleep(3_600_000);
    clock.advance(20_000);
    expect(done).toHaveLength(1000);
    const gaps = done.slice(1).map(([, at], index) => at - (done[index]?.[1] ?? 0));
    expect(Math.min(...gaps)).toBe(12);
  });

  test("what is due in seconds does not wait for hours when the clock is set back", () => {
    const clock = steppedClock(manualClock(0));
    let setBack = 0;
    const agenda = createAgenda({ ...clock, now: () => clock.now() - setBack }, 12);
    const done: number[] = [];
    agenda.at("a", 5000, () => done.push(clock.now()));
    setBack = 7_200_000;
    clock.advance(11_000);
    expect(done).toHaveLength(1);
  });

  test("an entry can be moved, dropped, and all of them stopped", () => {
    const { clock, agenda, done, note } = open();
    note("a", 1000);
    note("a", 2000);
    note("b", 1500);
    agenda.drop("b");
    clock.advance(1900);
    expect(done).toEqual([]);
    clock.advance(200);
    expect(done).toEqual([["a", 2000]]);
    note("c", 9000);
    agenda.stop();
    note("d", 9000);
    clock.advance(20_000);
    expect(done).toHaveLength(1);
  });
});

test("progress is told ten times a second, a new state and the end at once, and nothing is told late", () => {
  const clock = steppedClock(manualClock(0));
  const told: string[] = [];
  const news = createNews(clock, ({ status }) =>
    told.push(status.state === "downloading" ? String(status.bytes) : status.state),
  );
  news.changed(jobOf("a", { state: "running" }));
  for (let bytes = 0; bytes < 1000; bytes += 1) {
    news.changed(jobOf("a", { state: "downloading", bytes, total: null }));
    clock.advance(1);
  }
  expect(told.length).toBeGreaterThan(9);
  expect(told.length).toBeLessThan(13);
  news.changed(jobOf("a", { state: "done" }, "2026-01-01T00:00:01.000Z"));
  clock.advance(1000);
  expect(told.at(-1)).toBe("done");
});

test("waits stay within their bounds", () => {
  const moment = fc.record({
    watched: fc.nat(3_600_000),
    troubles: fc.nat(50),
    strange: fc.boolean(),
    retryAfter: fc.option(fc.nat(200_000), { nil: undefined }),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(moment, (given) => {
      const wait = pollWait({ paid: true, ...given });
      expect(wait).toBeGreaterThanOrEqual(2000);
      expect(wait).toBeLessThanOrEqual(
        Math.max(15_000, Math.min(3_600, given.retryAfter ?? 0) * 1000),
      );
      const again = retryWait(given.troubles + 1, given.retryAfter, given.random);
      expect(again).toBeGreaterThanOrEqual(1600);
      expect(again).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

test("what is watched no more, or made, keeps nobody waiting", () => {
  const jobs = [
    jobOf("a", { state: "running" }),
    jobOf("b", { state: "inQueue", position: 1, unwatched: true }),
    jobOf("c", { state: "waiting" }),
    jobOf("d", { state: "downloading", bytes: 0, total: null }),
    jobOf("e", { state: "waiting" }),
    jobOf("f", { state: "waiting" }),
  ];
  expect(freePlaces(jobs, 3)).toBe(2);
  expect(freePlaces(jobs, 1)).toBe(0);
  expect(freePlaces(jobs, 0)).toBe(0);
});
