import { expect, test } from "vitest";
import { timeLeft } from "../../../renderer/library/timeLeft.ts";
import type { Job } from "../../../shared/jobs/job.ts";
import { job } from "./jobs.ts";

const start = Date.parse("2026-10-09T12:00:00.000Z");
const after = (seconds: number): string => new Date(start + seconds * 1000).toISOString();
const took = (seconds: number, change: Partial<Job> = {}): Job =>
  job({ state: "done" }, { submittedAt: after(0), endedAt: after(seconds), ...change });
const running = job({ state: "running" }, { submittedAt: after(0) });

test("the median of earlier jobs, less what has passed", () => {
  const now = start + 30_000;
  expect(timeLeft(running, [took(60), took(600), took(90)], now)).toBe(60);
  expect(timeLeft(running, [took(60), took(80), took(100), took(600)], now)).toBe(60);
});

test("no promise on too few, other or slower jobs", () => {
  const now = start + 30_000;
  expect(timeLeft(running, [took(60), took(60)], now)).toBeUndefined();
  const others = [took(60), took(60), took(60, { seconds: 5 }), took(60, { model: "other" })];
  expect(timeLeft(running, others, now)).toBeUndefined();
  const failed = job(
    { state: "failed", reason: { code: "x" } },
    { submittedAt: after(0), endedAt: after(60) },
  );
  expect(timeLeft(running, [took(60), took(60), failed], now)).toBeUndefined();
  expect(timeLeft(running, [took(20), took(20), took(20)], now)).toBeUndefined();
  const waiting = job({ state: "waiting" });
  expect(timeLeft(waiting, [took(60), took(60), took(60)], now)).toBeUndefined();
});
