import { describe, expect, test } from "vitest";
import type { Job } from "../../../shared/jobs/job.ts";
import type { Fault } from "../../simulator/faults.ts";
import { openStudio, type Studio } from "./studio.ts";

const runOne = async (studio: Studio): Promise<Job> => {
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  return job;
};

const minutes = 60_000;

describe("a POST that is clearly refused fails the job at once, with the service's words, and is not sent again", () => {
  test.for<[string, Fault, string, string]>([
    [
      "401",
      { kind: "refused", call: "submit", code: 400004 },
      "tokenRefused",
      "API token is missing, expired or revoked",
    ],
    ["402", { kind: "refused", call: "submit", code: 400002 }, "noBalance", "No remaining balance"],
    [
      "an unknown model",
      { kind: "refused", call: "submit", code: 400001 },
      "unknownModel",
      "Invalid identifier",
    ],
    [
      "200 with an error code",
      { kind: "refused", call: "submit", code: 400002, shape: { status: 200 } },
      "noBalance",
      "No remaining balance",
    ],
    [
      "400 with the code elsewhere",
      {
        kind: "refused",
        call: "submit",
        code: 400004,
        text: "Who are you?",
        shape: { status: 400, codeField: "code", textField: "detail" },
      },
      "tokenRefused",
      "Who are you?",
    ],
    [
      "422",
      {
        kind: "invalid",
        call: "submit",
        detail: [{ loc: ["body", "duration"], msg: "Too long", type: "x" }],
      },
      "invalidRequest",
      "duration: Too long",
    ],
    [
      "a gateway's 403",
      { kind: "gatewayPage", call: "submit", status: 403 },
      "forbidden",
      "403 Bad Gateway",
    ],
  ])("%s", async ([, fault, code, words]) => {
    const studio = await openStudio();
    studio.simulator.fail(fault);
    const job = await runOne(studio);
    const failed = await studio.untilState(job.id, "failed");
    expect(failed.status).toEqual({ state: "failed", reason: { code, words } });
    expect(failed.endedAt).not.toBeNull();
    studio.clock.advance(60 * minutes);
    await studio.jobs().idle();
    expect(studio.simulator.count("submit")).toBe(1);
    expect(studio.simulator.posts()).toHaveLength(0);
  });
});

test("without a token nothing is sent", async () => {
  const studio = await openStudio();
  studio.token = undefined;
  const job = await runOne(studio);
  const failed = await studio.untilState(job.id, "failed");
  expect(failed.status).toMatchObject({ reason: { code: "tokenMissing" } });
  expect(studio.simulator.requests).toEqual([]);
});

describe("a POST whose fate is not known makes the job unknown, and it is never sent again", () => {
  test.for<[string, Fault, object]>([
    [
      "the answer is lost",
      { kind: "answerLost", call: "submit", done: true },
      { code: "answerLost" },
    ],
    [
      "502",
      { kind: "gatewayPage", call: "submit", done: true },
      { code: "serviceDown", words: "502 Bad Gateway" },
    ],
    [
      "500",
      { kind: "serverError", call: "submit" },
      { code: "serviceDown", words: "Internal server error" },
    ],
    ["garbage", { kind: "garbage", call: "submit", done: true }, { code: "garbledAnswer" }],
    [
      "a redirect",
      {
        kind: "answer",
        call: "submit",
        status: 307,
        headers: { location: "/v1/models/elsewhere" },
        body: "",
      },
      { code: "garbledAnswer" },
    ],
  ])("%s", async ([, fault, reason]) => {
    const studio = await openStudio();
    studio.simulator.fail(fault);
    const job = await runOne(studio);
    const unknown = await studio.untilState(job.id, "unknown");
    expect(unknown.status).toEqual({ state: "unknown", reason });
    await studio.restart();
    studio.clock.advance(60 * minutes);
    await studio.jobs().idle();
    expect((await studio.job(job.id)).status.state).toBe("unknown");
    expect(await studio.jobs().cancel(job.id)).toEqual({ outcome: "notCancellable" });
    await expect(studio.jobs().checkAgain(job.id)).rejects.toThrow("nothingToCheck");
    expect(studio.simulator.count("submit")).toBe(1);
  });

  test("no answer within 90 s", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "hanging", call: "submit", done: true });
    const job = await runOne(studio);
    await studio.simulator.seen("submit");
    studio.clock.advance(89_000);
    expect((await studio.job(job.id)).status.state).toBe("submitting");
    studio.clock.advance(1_000);
    await studio.jobs().idle();
    expect((await studio.job(job.id)).status).toEqual({
      state: "unknown",
      reason: { code: "answerLost" },
    });
  });

  test("sending it again is the user's choice, and a job of its own", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "answerLost", call: "submit" });
    const job = await runOne(studio);
    await studio.untilState(job.id, "unknown");
    const again = await studio.jobs().repeat(job.id);
    await studio.untilState(again.id, "done");
    expect(studio.simulator.count("submit")).toBe(2);
    expect((await studio.job(job.id)).status.state).toBe("unknown");
  });
});

describe("what certainly did not arrive waits and is sent when that is possible", () => {
  test("429 with Retry-After", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "tooManyRequests", call: "submit", retryAfter: 120 });
    const start = studio.clock.now();
    const job = await runOne(studio);
    await studio.jobs().idle();
    expect(await studio.job(job.id)).toMatchObject({
      status: { state: "waiting" },
      submittedAt: null,
      trouble: { code: "tooManyRequests", words: "Too many requests" },
    });
    await studio.until(() => studio.simulator.count("submit") === 2);
    expect(studio.clock.now() - start).toBe(120_000);
    expect((await studio.untilState(job.id, "done")).trouble).toBeNull();
    expect(studio.simulator.posts()).toHaveLength(1);
  });

  test("429 without, for all that wait, less and less often", async () => {
    const studio = await openStudio();
    studio.concurrency = 1;
    studio.simulator.fail({ kind: "tooManyRequests", call: "submit" }, { times: 5 });
    await runOne(studio);
    const second = await runOne(studio);
    await studio.untilState(second.id, "done");
    const sent = studio.simulator.requests.filter(({ call }) => call === "submit").slice(0, 6);
    const waits = sent.slice(1).map(({ at }, index) => Math.round(at - (sent[index]?.at ?? 0)));
    expect(waits).toEqual([1_800, 3_600, 7_200, 13_500, 13_500]);
  });

  test("no service at all, until it comes back", async () => {
    const studio = await openStudio();
    await studio.simulator.goDown("api");
    const job = await runOne(studio);
    await studio.jobs().idle();
    expect(await studio.job(job.id)).toMatchObject({
      status: { state: "waiting" },
      trouble: { code: "network" },
    });
    studio.clock.advance(1 * minutes);
    await studio.simulator.comeBack("api");
    await studio.untilState(job.id, "done");
    expect(studio.simulator.count("submit")).toBe(1);
  });
});

describe("cancelling", () => {
  test("what waits costs nothing and asks nobody", async () => {
    const studio = await openStudio();
    studio.concurrency = 0;
    const job = await runOne(studio);
    expect(await studio.jobs().cancel(job.id)).toEqual({ outcome: "cancelled" });
    expect((await studio.job(job.id)).status).toEqual({ state: "cancelled" });
    expect(studio.simulator.requests).toEqual([]);
  });

  test("what is queued at the service", async () => {
    const studio = await openStudio({ queueSeconds: 100 });
    const job = await runOne(studio);
    await studio.until(() => studio.simulator.count("status") > 0);
    expect(await studio.jobs().cancel(job.id)).toEqual({ outcome: "cancelled" });
    expect(studio.simulator.posts()[0]?.phase()).toBe("cancelled");
    const asked = studio.simulator.count("status");
    studio.clock.advance(60_000);
    await studio.jobs().idle();
    expect(studio.simulator.count("status")).toBe(asked);
  });

  test("what is just being sent, as soon as there is an answer", async () => {
    const studio = await openStudio({ queueSeconds: 100 });
    studio.simulator.fail({ kind: "hanging", call: "submit" });
    const job = await runOne(studio);
    await studio.simulator.seen("submit");
    const cancelled = studio.jobs().cancel(job.id);
    studio.simulator.release();
    expect(await cancelled).toEqual({ outcome: "cancelled" });
    expect(studio.simulator.posts()[0]?.phase()).toBe("cancelled");
  });

  test("not what runs: it goes on, and is charged", async () => {
    const studio = await openStudio();
    const job = await runOne(studio);
    await studio.untilState(job.id, "running");
    expect(await studio.jobs().cancel(job.id)).toEqual({ outcome: "notCancellable" });
    expect((await studio.untilState(job.id, "done")).cost).not.toBeNull();
    expect(await studio.jobs().cancel(job.id)).toEqual({ outcome: "notCancellable" });
  });

  test("says why when the service cannot be asked", async () => {
    const studio = await openStudio({ queueSeconds: 100 });
    const job = await runOne(studio);
    await studio.until(() => studio.simulator.count("status") > 0);
    studio.simulator.fail({ kind: "gatewayPage", call: "cancel" });
    await expect(studio.jobs().cancel(job.id)).rejects.toMatchObject({
      code: "serviceDown",
      words: "502 Bad Gateway",
    });
    expect((await studio.job(job.id)).status.state).toBe("inQueue");
  });
});
