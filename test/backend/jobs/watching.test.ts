import { describe, expect, test } from "vitest";
import type { Job } from "../../../shared/jobs/job.ts";
import type { Fault } from "../../simulator/faults.ts";
import { canary, openStudio, type Studio } from "./studio.ts";

const runOne = async (studio: Studio): Promise<Job> => {
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  return job;
};

const minutes = 60_000;

describe("troubles while a paid job runs pass, and never end it", () => {
  test.for<[string, Fault, string]>([
    ["502", { kind: "gatewayPage", call: "status" }, "serviceDown"],
    ["500", { kind: "serverError", call: "status" }, "serviceDown"],
    ["a lost answer", { kind: "answerLost", call: "status" }, "network"],
    ["429", { kind: "tooManyRequests", call: "status", retryAfter: 20 }, "tooManyRequests"],
    ["garbage", { kind: "garbage", call: "status" }, "garbledAnswer"],
    ["a gateway's 404", { kind: "gatewayPage", call: "status", status: 404 }, "garbledAnswer"],
    ["a gateway's 403", { kind: "gatewayPage", call: "status", status: 403 }, "garbledAnswer"],
    ["an empty 200", { kind: "answer", call: "status", status: 200, body: "" }, "garbledAnswer"],
    ["garbage for a result", { kind: "garbage", call: "result", body: "[1]" }, "garbledAnswer"],
    ["a result that is down", { kind: "gatewayPage", call: "result" }, "serviceDown"],
  ])("%s", async ([, fault, code]) => {
    const studio = await openStudio();
    studio.simulator.fail(fault, { times: 3 });
    const job = await runOne(studio);
    const seen = new Set<string>();
    await studio.until(async () => {
      const { status, trouble } = await studio.job(job.id);
      if (trouble) seen.add(trouble.code);
      return status.state === "done";
    });
    expect([...seen]).toEqual([code]);
    expect(await studio.job(job.id)).toMatchObject({ status: { state: "done" }, trouble: null });
    expect(studio.simulator.count("submit")).toBe(1);
  });

  test("Retry-After is honoured", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "tooManyRequests", call: "status", retryAfter: 47 });
    await runOne(studio);
    await studio.until(() => studio.simulator.count("status") === 2);
    const [first, second] = studio.simulator.requests.filter(({ call }) => call === "status");
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(47_000);
  });

  test("a GET without an answer is given up after 20 s", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "hanging", call: "status" });
    const job = await runOne(studio);
    await studio.jobs().idle();
    studio.clock.advance(2_000);
    await studio.simulator.seen("status");
    studio.clock.advance(20_000);
    await studio.jobs().idle();
    expect((await studio.job(job.id)).trouble).toMatchObject({ code: "timeout" });
    await studio.untilState(job.id, "done");
  });

  test("an unknown word is shown, and asked after less often", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "statusWord", word: "daydreaming", asks: 2 });
    const job = await runOne(studio);
    await studio.until(() => studio.simulator.count("status") === 1);
    await studio.jobs().idle();
    expect((await studio.job(job.id)).status).toEqual({ state: "running", word: "daydreaming" });
    await studio.untilState(job.id, "done");
    const asked = studio.simulator.requests.filter(({ call }) => call === "status");
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBe(15_000);
  });

  test("a result that is late is asked for again", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "resultLate", asks: 3 });
    await studio.untilState((await runOne(studio)).id, "done");
    expect(studio.simulator.count("result")).toBe(4);
  });

  test("the computer sleeps for hours: one question after waking, and the job goes on", async () => {
    const studio = await openStudio({ runSeconds: 12 * 3600 });
    const job = await runOne(studio);
    await studio.untilState(job.id, "running");
    const before = studio.simulator.count("status");
    studio.clock.sleep(8 * 60 * minutes);
    studio.clock.next();
    await studio.jobs().idle();
    expect(studio.simulator.count("status")).toBe(before + 1);
    expect((await studio.job(job.id)).status).toEqual({ state: "running" });
  });
});

describe("a token that is refused in mid-run", () => {
  test("pauses every job, asks no more, and goes on with a new token", async () => {
    const studio = await openStudio({ runSeconds: 60 });
    const jobs = [await runOne(studio), await runOne(studio), await runOne(studio)];
    const waiting = await runOne(studio);
    for (const { id } of jobs) await studio.untilState(id, "running");
    studio.simulator.revoke(canary);
    await studio.until(async () => (await studio.job(waiting.id)).trouble !== null);
    const asked = studio.simulator.requests.length;
    studio.clock.advance(60 * minutes);
    await studio.jobs().idle();
    expect(studio.simulator.requests).toHaveLength(asked);
    for (const { id } of [...jobs, waiting]) {
      expect((await studio.job(id)).trouble).toEqual({
        code: "tokenRefused",
        words: "API token is missing, expired or revoked",
        nextTryAt: null,
      });
    }
    studio.simulator.allow("another-token");
    studio.token = "another-token";
    studio.jobs().tokenChanged();
    for (const { id } of [...jobs, waiting]) await studio.untilState(id, "done");
    expect(studio.simulator.count("submit")).toBe(4);
  });

  test("refused at the first POST: that job fails, and the others are not sent in vain", async () => {
    const studio = await openStudio();
    studio.concurrency = 1;
    studio.simulator.revoke(canary);
    const first = await runOne(studio);
    const second = await runOne(studio);
    await studio.jobs().idle();
    const third = await runOne(studio);
    studio.clock.advance(60 * minutes);
    await studio.jobs().idle();
    expect((await studio.job(first.id)).status).toMatchObject({ reason: { code: "tokenRefused" } });
    for (const { id } of [second, third]) {
      expect(await studio.job(id)).toMatchObject({
        status: { state: "waiting" },
        trouble: { code: "tokenRefused", nextTryAt: null },
      });
    }
    expect(studio.simulator.count("submit")).toBe(1);
    studio.simulator.allow(canary);
    studio.jobs().tokenChanged();
    await studio.untilState(third.id, "done");
    expect(studio.simulator.count("submit")).toBe(3);
  });

  test("a job that is accepted meanwhile goes on with the new token, too", async () => {
    const studio = await openStudio({ runSeconds: 60 });
    const first = await runOne(studio);
    await studio.untilState(first.id, "running");
    studio.simulator.fail({ kind: "delayed", call: "submit", seconds: 30 });
    const second = await runOne(studio);
    await studio.simulator.seen("submit", 2);
    studio.token = "wrong";
    studio.clock.advance(5000);
    await expect.poll(async () => (await studio.job(first.id)).trouble).not.toBeNull();
    expect((await studio.job(second.id)).status.state).toBe("submitting");
    studio.clock.advance(25_000);
    await studio.jobs().idle();
    expect((await studio.job(second.id)).status.state).toBe("inQueue");
    studio.token = canary;
    studio.jobs().tokenChanged();
    for (const { id } of [first, second]) await studio.untilState(id, "done");
    expect(studio.simulator.count("submit")).toBe(2);
  });

  test("is good again by itself: checking one job by hand sets all of them going", async () => {
    const studio = await openStudio({ runSeconds: 60 });
    const jobs = [await runOne(studio), await runOne(studio)];
    for (const { id } of jobs) await studio.untilState(id, "running");
    studio.simulator.revoke(canary);
    const [one, other] = jobs.map(({ id }) => id);
    if (one === undefined || other === undefined) throw new Error("no jobs");
    await studio.until(async () => (await studio.job(other)).trouble !== null);
    studio.simulator.allow(canary);
    await studio.jobs().checkAgain(one);
    await studio.untilState(other, "done");
    await studio.untilState(one, "done");
    expect(studio.simulator.count("submit")).toBe(2);
  });

  test("is not repeated by what the service says, in case it says it", async () => {
    const studio = await openStudio();
    const text = `The token ${canary} is not welcome`;
    studio.simulator.fail({ kind: "refused", call: "submit", code: 400004, text });
    const failed = await studio.untilState((await runOne(studio)).id, "failed");
    expect(failed.status).toMatchObject({ reason: { words: "The token ••• is not welcome" } });
    expect(await studio.journalText()).not.toContain(canary);
  });
});

describe("how the service ends a job", () => {
  test.for<[string, Fault, object]>([
    [
      "a string",
      { kind: "failed", error: "Refused by moderation", cost: 0.1 },
      { words: "Refused by moderation" },
    ],
    ["an object", { kind: "failed", error: { reason: 7 }, cost: 0.1 }, { words: '{"reason":7}' }],
    [
      "an object with a message",
      { kind: "failed", error: { message: "No" }, cost: 0.1 },
      { words: "No" },
    ],
    ["nothing", { kind: "failed", cost: 0.1 }, {}],
  ])("failed with %s", async ([, fault, words]) => {
    const studio = await openStudio();
    studio.simulator.fail(fault);
    const failed = await studio.untilState((await runOne(studio)).id, "failed");
    expect(failed).toMatchObject({ cost: 0.1, requestId: studio.simulator.posts()[0]?.requestId });
    expect(failed.status).toEqual({
      state: "failed",
      reason: { code: "generationFailed", ...words },
    });
    expect(await studio.takes()).toEqual([]);
  });

  test("expired", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "expired", afterSeconds: 5 });
    const failed = await studio.untilState((await runOne(studio)).id, "failed");
    expect(failed.status).toMatchObject({ reason: { code: "expired" } });
  });

  test("of another account, and asked again once the right token is back", async () => {
    const studio = await openStudio();
    const job = await runOne(studio);
    await studio.untilState(job.id, "running");
    studio.simulator.allow("stranger", "user-0002");
    studio.token = "stranger";
    const failed = await studio.untilState(job.id, "failed");
    expect(failed.status).toMatchObject({ reason: { code: "notYours" } });
    studio.token = canary;
    expect((await studio.jobs().checkAgain(job.id)).status).toEqual({ state: "running" });
    await studio.untilState(job.id, "done");
    expect(studio.simulator.count("submit")).toBe(1);
  });

  test("cancelled on the site", async () => {
    const studio = await openStudio({ queueSeconds: 60 });
    studio.simulator.fail({ kind: "statusWord", word: "cancelled", asks: 1 });
    const job = await runOne(studio);
    expect((await studio.untilState(job.id, "cancelled")).endedAt).not.toBeNull();
  });

  test.for(["videos", "string", "array"] as const)("a video given as %s", async (shape) => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "output", shape });
    await studio.untilState((await runOne(studio)).id, "done");
    expect(await studio.takes()).toHaveLength(1);
  });

  test.for(["image", "empty", "null", "absent"] as const)("no video, but %s", async (shape) => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "output", shape });
    const failed = await studio.untilState((await runOne(studio)).id, "failed");
    expect(failed.status).toEqual({
      state: "failed",
      reason: { code: "noOutput" },
      takeWaits: true,
    });
  });

  test("decoys around the output are not taken for it", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "echo" });
    await studio.untilState((await runOne(studio)).id, "done");
    const fetched = studio.simulator.requests.filter(({ server }) => server === "files");
    expect(fetched.map(({ path }) => path.includes("decoy"))).toEqual([false]);
  });
});

test("after half an hour a job is watched no more but not failed, its place is free, and it can be checked again", async () => {
  const studio = await openStudio();
  studio.concurrency = 1;
  studio.simulator.fail({ kind: "stuck", in: "in_progress" });
  const job = await runOne(studio);
  const other = await runOne(studio);
  await studio.until(async () => {
    const { status } = await studio.job(job.id);
    return "unwatched" in status && status.unwatched === true;
  });
  const asked = studio.simulator.requests.filter(({ request }) => request !== undefined);
  const watched = (asked.at(-1)?.at ?? 0) - (asked[0]?.at ?? 0);
  expect(watched / minutes).toBeCloseTo(30, 0);
  await studio.untilState(other.id, "done");
  const [post] = studio.simulator.posts();
  post?.succeed();
  expect((await studio.job(job.id)).status).toEqual({ state: "running", unwatched: true });
  expect((await studio.jobs().checkAgain(job.id)).status).toEqual({ state: "running" });
  await studio.untilState(job.id, "done");
  expect(studio.simulator.count("submit")).toBe(2);
});
