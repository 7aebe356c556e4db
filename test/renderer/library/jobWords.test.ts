import { beforeEach, expect, it } from "vitest";
import { jobWords } from "../../../renderer/library/jobWords.ts";
import { job } from "./jobs.ts";
import { speakIn } from "./speak.ts";

const now = Date.parse("2026-10-09T12:01:00.000Z");
const words = (...args: Parameters<typeof job>) => jobWords(job(...args), now, "en");

beforeEach(() => speakIn("en"));

it("gives a real number where there is one", () => {
  expect(words({ state: "inQueue", position: 3 })).toMatchObject({
    tone: "running",
    title: "In queue, place 3",
  });
  expect(words({ state: "running", progress: { done: 72, total: 288 } })).toMatchObject({
    detail: "72 of 288 frames",
    progress: 0.25,
  });
  expect(words({ state: "downloading", bytes: 1_500_000, total: 3_000_000 })).toMatchObject({
    detail: "1.5 MB of 3 MB",
    progress: 0.5,
  });
});

it("says of what waits that the queue is paused, but not of an animatic, which costs nothing", () => {
  const waiting = { state: "waiting" } as const;
  expect(jobWords(job(waiting), now, "en", true)).toEqual({
    tone: "stale",
    title: "Held: the queue is paused",
    detail: "Nothing was sent yet.",
  });
  const drawn = job(waiting, { engine: "animatic" });
  expect(jobWords(drawn, now, "en", true).title).toBe("Waiting for a free place");
  expect(jobWords(job({ state: "running" }), now, "en", true).title).toBe("In progress");
});

it("says of what a limit holds back what it costs, and when it is sent", () => {
  const values = { price: 2.02, spent: 3.5, cap: 5 };
  const trouble = { code: "heldByDayCap", values, nextTryAt: null };
  const held = words({ state: "waiting" }, { trouble });
  expect(held).toMatchObject({ tone: "stale", title: "Held by your limit" });
  expect(held.detail).toMatch(/about 2\.02 USD.*3\.5 USD of today.*5 USD.*sent tomorrow/);
});

it("shows no progress that is not known", () => {
  expect(words({ state: "running" }).progress).toBeUndefined();
  expect(words({ state: "downloading", bytes: 1_500_000, total: null })).toEqual({
    tone: "running",
    title: "Downloading",
    detail: "1.5 MB",
  });
});

it("says that a video is looked through once all of it has come, and of an animatic at once", () => {
  const whole = { state: "downloading", bytes: 3_000_000, total: 3_000_000 } as const;
  const checking = { tone: "running", title: "Checking", detail: "" };
  expect(words(whole)).toEqual(checking);
  const begun = { state: "downloading", bytes: 0, total: null } as const;
  expect(words(begun).title).toBe("Downloading");
  expect(words(begun, { engine: "animatic" })).toEqual(checking);
});

it("says why, with the service's own words as they are", () => {
  const reason = { code: "generationFailed", words: "risk control" };
  expect(words({ state: "failed", reason })).toMatchObject({
    tone: "failed",
    detail: "The model could not make this video. “risk control”",
  });
});

it("does not call a video lost that was only not fetched", () => {
  const reason = { code: "diskFull" };
  expect(words({ state: "failed", reason, takeWaits: true })).toMatchObject({
    tone: "stale",
    title: "Made, not fetched yet",
  });
});

it("says when the next try is, and a word of the service that it does not know", () => {
  const trouble = { code: "network", nextTryAt: "2026-10-09T12:01:08.200Z" };
  expect(words({ state: "running" }, { trouble })).toMatchObject({
    tone: "stale",
    title: "In progress",
    detail: "RunComfy cannot be reached. Check the connection. Next try in 9 s.",
  });
  expect(words({ state: "running", word: "polishing" }).detail).toContain("“polishing”");
});

it("says a job that is no longer watched is not ended", () => {
  expect(words({ state: "running", unwatched: true })).toMatchObject({
    tone: "stale",
    title: "Still running",
  });
});

it("speaks Portuguese, numbers included", async () => {
  await speakIn("pt-BR");
  const state = { state: "downloading", bytes: 1_500_000, total: 3_000_000 } as const;
  expect(jobWords(job(state), now, "pt-BR")).toMatchObject({
    title: "Baixando",
    detail: "1,5 MB de 3 MB",
  });
});
