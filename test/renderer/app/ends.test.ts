import { beforeEach, expect, it, vi } from "vitest";
import { createEnds } from "../../../renderer/app/ends.ts";
import { endWords } from "../../../renderer/app/endWords.ts";
import type { Job, JobState } from "../../../shared/jobs/job.ts";
import { job } from "../library/jobs.ts";
import { speakIn } from "../library/speak.ts";

const running: JobState = { state: "running" };
const done: JobState = { state: "done" };
const failed: JobState = { state: "failed", reason: { code: "generationFailed" } };
const unknown: JobState = { state: "unknown", reason: { code: "answerLost" } };

/** What is told of these changes, one after the other; a number lets so many milliseconds pass. */
function toldOf(...course: readonly (Job | number)[]): readonly (readonly string[])[] {
  vi.useFakeTimers();
  const told: string[][] = [];
  const ends = createEnds((jobs) =>
    told.push(jobs.map(({ id, status }) => `${id} ${status.state}`)),
  );
  for (const step of course) {
    if (typeof step === "number") vi.advanceTimersByTime(step);
    else ends.hear(step);
  }
  vi.runAllTimers();
  vi.useRealTimers();
  return told;
}

const named = (id: string, status: JobState, change: Partial<Job> = {}): Job =>
  job(status, { id, ...change });

it("tells each end once, also when a job changes after it", () => {
  expect(
    toldOf(named("a", running), named("a", done), 5_000, named("a", done, { cost: 2 }), 5_000),
  ).toEqual([["a done"]]);
});

it("tells together what ends together", () => {
  const begun = ["a", "b", "c"].map((id) => named(id, running));
  expect(
    toldOf(...begun, named("a", done), 500, named("b", failed), 5_000, named("c", unknown)),
  ).toEqual([["a done", "b failed"], ["c unknown"]]);
});

it("does not tell of what had ended before, nor of what was cancelled, nor of what goes on", () => {
  expect(
    toldOf(
      named("old", done),
      named("gone", running),
      named("gone", { state: "cancelled" }),
      named("on", { state: "waiting" }),
      named("on", running),
    ),
  ).toEqual([]);
});

it("tells when a job needs its user, and once more when it ends after all", () => {
  const unwatched = named("a", { state: "running", unwatched: true });
  expect(
    toldOf(named("a", running), unwatched, 5_000, named("a", running), named("a", done)),
  ).toEqual([["a running"], ["a done"]]);
  const held = named(
    "b",
    { state: "waiting" },
    { trouble: { code: "heldByDayCap", nextTryAt: null } },
  );
  expect(toldOf(named("b", { state: "waiting" }), held)).toEqual([["b waiting"]]);
  const refused = { trouble: { code: "tokenRefused", nextTryAt: null } };
  expect(toldOf(named("c", running), named("c", running, refused))).toEqual([["c running"]]);
});

it("does not tell what has passed by the time it would be told", () => {
  const unwatched = named("a", { state: "running", unwatched: true });
  expect(toldOf(named("a", running), unwatched, named("a", running))).toEqual([[]]);
});

beforeEach(() => speakIn("en"));

it("says one job by its name, and several in numbers", () => {
  expect(endWords([named("a", done)], "en")).toEqual({
    title: "“Crossing” is done",
    body: "Night ferry",
  });
  expect(endWords([named("a", failed)], "en")).toEqual({
    title: "“Crossing” has failed",
    body: "The model could not make this video.",
  });
  expect(endWords([named("a", unknown)], "en").title).toBe("“Crossing” needs you");
  const many = [named("a", done), named("b", done), named("c", failed), named("d", unknown)];
  expect(endWords(many, "en")).toEqual({
    title: "News of 4 jobs",
    body: "2 done, 1 failed, 1 needs you",
  });
});

it("says it in Portuguese", async () => {
  await speakIn("pt-BR");
  const many = [named("a", done), named("b", done), named("d", unknown)];
  expect(endWords(many, "pt-BR")).toEqual({
    title: "Novidades de 3 trabalhos",
    body: "2 terminaram, 1 precisa de você",
  });
});
