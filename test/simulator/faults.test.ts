import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clientOf, imageToVideo, textToVideo, threeShots } from "./client.ts";
import type { CallFault, JobFault, OutputShape } from "./faults.ts";
import { startSimulator } from "./simulator.ts";
import type { Simulator } from "./simulator.ts";

let simulator: Simulator;
let client: ReturnType<typeof clientOf>;
beforeEach(async () => {
  simulator = await startSimulator();
  client = clientOf(simulator);
});
afterEach(() => simulator.close());

const post = () => client.post(textToVideo, threeShots);

/** The result of a job that was given the fault, after it ended. */
const ended = async (fault: JobFault) => {
  simulator.fail(fault);
  const id = await client.submit();
  simulator.clock.advance(16_000);
  return { id, result: await client.result(id) };
};

describe("a POST that goes wrong", () => {
  test.each([
    ["accepted", true, 1],
    ["not accepted", false, 0],
  ])("answer lost, %s", async (_name, done, accepted) => {
    simulator.fail({ kind: "answerLost", call: "submit", done });
    await expect(post()).rejects.toThrow("fetch failed");
    expect(simulator.posts()).toHaveLength(accepted);
    expect(simulator.requests[0]?.answered).toBe("broken");
    expect((await post()).status).toBe(200);
  });

  test("hangs until released, accepted long before", async () => {
    simulator.fail({ kind: "hanging", call: "submit", done: true });
    const answer = post();
    await simulator.seen("submit");
    expect(simulator.posts()).toHaveLength(1);
    simulator.release();
    expect((await answer).json["request_id"]).toBe(simulator.posts()[0]?.requestId);
  });

  test("hangs and is given up by the client", async () => {
    simulator.fail({ kind: "hanging", call: "submit" });
    const patience = new AbortController();
    const answer = client.post(textToVideo, threeShots, { signal: patience.signal });
    await simulator.seen("submit");
    patience.abort();
    await expect(answer).rejects.toThrow("aborted");
    expect(simulator.posts()).toHaveLength(0);
  });

  test("comes late by the clock", async () => {
    simulator.fail({ kind: "delayed", call: "submit", seconds: 100 });
    const answer = post();
    await simulator.seen("submit");
    simulator.clock.advance(99_999);
    expect(simulator.posts()).toHaveLength(0);
    simulator.clock.advance(1);
    expect((await answer).status).toBe(200);
  });

  test("502 although it was accepted", async () => {
    simulator.fail({ kind: "gatewayPage", call: "submit", done: true });
    expect((await post()).status).toBe(502);
    expect(simulator.posts()).toHaveLength(1);
  });
});

describe("answers that are no answer", () => {
  const cases: [string, CallFault, number, string | RegExp][] = [
    ["429", { kind: "tooManyRequests", call: "submit" }, 429, "Too many"],
    ["502 page", { kind: "gatewayPage", call: "submit" }, 502, /^<html>/],
    ["504 page", { kind: "gatewayPage", call: "submit", status: 504 }, 504, /^<html>/],
    ["500", { kind: "serverError", call: "submit" }, 500, "Internal"],
    ["garbage", { kind: "garbage", call: "submit" }, 200, /^\{"request_id": "4f1c$/],
    [
      "200 with an error",
      { kind: "refused", call: "submit", code: 400001, shape: { status: 200 } },
      200,
      '{"error_code":400001,"error_message":"Invalid identifier"}',
    ],
    [
      "no balance",
      { kind: "refused", call: "submit", code: 400002, shape: { status: 400, codeField: "code" } },
      400,
      '{"code":400002',
    ],
    [
      "moderation at once, as a list",
      {
        kind: "refused",
        call: "submit",
        code: 400001,
        text: [{ loc: ["body", "prompt"], msg: "not allowed", type: "moderation" }],
        shape: { textField: "detail" },
      },
      400,
      '"detail":[{"loc":["body","prompt"]',
    ],
    ["422 with words", { kind: "invalid", call: "submit", detail: "no" }, 422, '{"detail":"no"}'],
    [
      "anything else",
      { kind: "answer", call: "submit", status: 418, body: "teapot" },
      418,
      "teapot",
    ],
  ];
  test.each(cases)("%s", async (_name, fault, status, text) => {
    simulator.fail(fault);
    const got = await post();
    expect(got.status).toBe(status);
    expect(got.text).toMatch(text);
    expect(simulator.posts()).toHaveLength(0);
    expect((await post()).status).toBe(200);
  });

  test.each([
    [400001, 400],
    [400002, 402],
    [400004, 401],
    [403001, 403],
    [404001, 404],
  ] as const)("%i has a fitting status, and 400 or 200 where asked", async (code, fitting) => {
    const id = await client.submit();
    const statuses = [];
    for (const status of ["fitting", 400, 200] as const) {
      simulator.fail({ kind: "refused", call: "status", code, shape: { status } });
      statuses.push((await client.status(id)).status);
    }
    expect(statuses).toEqual([fitting, 400, 200]);
  });

  test("Retry-After in seconds and as a date", async () => {
    simulator.fail({ kind: "tooManyRequests", call: "status", retryAfter: 7 });
    simulator.fail({ kind: "tooManyRequests", call: "status" });
    const date = "Fri, 09 Oct 2026 12:00:30 GMT";
    simulator.fail({ kind: "tooManyRequests", call: "status", retryAfter: date });
    const id = await client.submit();
    const told = [];
    for (let ask = 0; ask < 3; ask += 1)
      told.push((await client.status(id)).headers.get("retry-after"));
    expect(told).toEqual(["7", null, date]);
  });

  test.each(["status", "result", "cancel"] as const)("%s can fail too", async (call) => {
    const id = await client.submit();
    simulator.fail({ kind: "gatewayPage", call }, { request: id });
    expect((await client[call](await client.submit())).status).toBeLessThan(300);
    expect((await client[call](id)).status).toBe(502);
    expect((await client[call](id)).status).toBeLessThan(300);
  });

  test("a schema can be broken at once, late or unnoticed", async () => {
    const bad = { ...threeShots, duration: 99 };
    expect(await client.post(textToVideo, bad)).toMatchObject({
      status: 422,
      json: { detail: [{ loc: ["body", "duration"] }, { loc: ["body", "multi_prompt"] }] },
    });
    simulator.settings.schema = "late";
    const id = await client.submit(bad);
    simulator.clock.advance(16_000);
    expect((await client.result(id)).json).toMatchObject({
      status: "failed",
      error: { detail: [{ loc: ["body", "duration"] }, {}] },
    });
    simulator.settings.schema = "off";
    expect((await client.post(textToVideo, bad)).status).toBe(200);
    expect((await client.post(textToVideo, "garbage")).status).toBe(422);
  });
});

describe("the script", () => {
  test("strikes so many times, after so many, for one model", async () => {
    simulator.fail(
      { kind: "serverError", call: "submit" },
      { times: 2, after: 1, model: textToVideo },
    );
    const image = { prompt: "x", start_image_url: "https://example.com/a.png" };
    expect((await client.post(imageToVideo, image)).status).toBe(200);
    const statuses = [];
    for (let ask = 0; ask < 4; ask += 1) statuses.push((await post()).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  test("can be taken back", async () => {
    const takeBack = simulator.fail({ kind: "serverError", call: "submit" }, { times: "always" });
    expect((await post()).status).toBe(500);
    takeBack();
    simulator.fail({ kind: "serverError", call: "submit" });
    simulator.heal();
    expect((await post()).status).toBe(200);
  });
});

describe("jobs that go wrong", () => {
  test.each([
    ["a string", { error: "blocked by moderation" }],
    ["an object", { error: { type: "moderation", message: ["no"] } }],
    ["null", { error: null }],
  ])("failed with %s", async (_name, { error }) => {
    const { result } = await ended({ kind: "failed", error });
    expect(result.json).toMatchObject({ status: "failed", error });
    expect(result.json).not.toHaveProperty("output");
    expect((await client.balance()).json["balance_usd"]).toBe(10_000);
  });

  test("failed with nothing, and charged", async () => {
    const { result } = await ended({ kind: "failed", cost: 0.5 });
    expect(result.json).toMatchObject({ status: "failed", cost: 0.5 });
    expect(result.json).not.toHaveProperty("error");
    expect((await client.balance()).json["balance_usd"]).toBe(9999.5);
  });

  test("completed, while the result still runs", async () => {
    const { id, result } = await ended({ kind: "resultLate", asks: 2 });
    expect((await client.status(id)).json["status"]).toBe("completed");
    const asked = [result, await client.result(id), await client.result(id)];
    expect(asked.map(({ json }) => json["status"])).toEqual([
      "in_progress",
      "in_progress",
      "succeeded",
    ]);
    expect(result.json).toMatchObject({ finished_at: null });
  });

  test("cost comes later", async () => {
    const { id, result } = await ended({ kind: "costLate", asks: 1 });
    expect(result.json).not.toHaveProperty("cost");
    expect((await client.result(id)).json["cost"]).toBe(1.344);
  });

  test.each(["in_queue", "in_progress"] as const)("stuck %s", async (phase) => {
    const { id } = await ended({ kind: "stuck", in: phase });
    simulator.clock.advance(86_400_000);
    expect((await client.status(id)).json["status"]).toBe(phase);
    expect((await client.result(id)).json["status"]).toBe(phase);
  });

  test("an unknown word, for a while", async () => {
    simulator.fail({ kind: "statusWord", word: "reticulating", asks: 2, during: "in_progress" });
    const id = await client.submit();
    const words = [(await client.status(id)).json["status"]];
    simulator.clock.advance(6000);
    for (let ask = 0; ask < 3; ask += 1) words.push((await client.status(id)).json["status"]);
    expect(words).toEqual(["in_queue", "reticulating", "reticulating", "in_progress"]);
  });

  const outputs: [OutputShape, RegExp | undefined][] = [
    ["video", /^\{"video":"http:[^"]+\.mp4"\}$/],
    ["videos", /^\{"videos":\["http:[^"]+\.mp4"\]\}$/],
    ["string", /^"http:[^"]+\.mp4"$/],
    ["array", /^\["http:[^"]+\.mp4"\]$/],
    ["image", /^\{"image":"http:[^"]+\.png"\}$/],
    ["images", /^\{"images":\["http:[^"]+\.png"\]\}$/],
    ["empty", /^\{\}$/],
    ["null", /^null$/],
    ["foreign", /^\{"video":"https:\/\/videos\.example\.com/],
  ];
  test.each(outputs)("output as %s", async (shape, looks) => {
    const { result } = await ended({ kind: "output", shape });
    expect(JSON.stringify(result.json["output"])).toMatch(looks ?? "");
  });

  test("output absent", async () => {
    const { result } = await ended({ kind: "output", shape: "absent" });
    expect(result.json).toMatchObject({ status: "succeeded" });
    expect(result.json).not.toHaveProperty("output");
  });

  test("the first address in the body is a decoy", async () => {
    const { id, result } = await ended({ kind: "echo" });
    const urls = result.text.match(/http[^"]+/g) ?? [];
    expect(urls[0]).toContain("/decoy/");
    expect(result.json).toMatchObject({ input: threeShots, output: { video: urls.at(-1) } });
    expect(urls.at(-1)).not.toContain("/decoy/");
    expect((await client.status(id)).text).not.toContain("decoy");
  });

  test("the input is echoed where asked", async () => {
    simulator.settings.echoInput = true;
    const id = await client.submit();
    expect((await client.result(id)).json["input"]).toEqual(threeShots);
  });

  test("queued, yet not cancellable", async () => {
    simulator.fail({ kind: "notCancellable" });
    const id = await client.submit();
    expect((await client.cancel(id)).json).toEqual({
      request_id: id,
      status: "in_queue",
      outcome: "not_cancellable",
    });
    simulator.clock.advance(16_000);
    expect((await client.result(id)).json["status"]).toBe("succeeded");
  });

  test("cancelled, although the answer was lost", async () => {
    const id = await client.submit();
    simulator.fail({ kind: "answerLost", call: "cancel", done: true });
    await expect(client.cancel(id)).rejects.toThrow("fetch failed");
    expect((await client.status(id)).json["status"]).toBe("cancelled");
  });

  test("expired after a while", async () => {
    simulator.fail({ kind: "expired", afterSeconds: 3600 });
    const id = await client.submit();
    simulator.clock.advance(3_599_000);
    expect((await client.result(id)).status).toBe(200);
    simulator.clock.advance(1000);
    expect(await client.result(id)).toMatchObject({ status: 404, json: { error_code: 404001 } });
    expect((await client.status(id)).status).toBe(404);
  });

  test("a fault can come over a job that runs already", async () => {
    const id = await client.submit();
    simulator.fail({ kind: "stuck", in: "in_progress" }, { request: id });
    simulator.clock.advance(16_000);
    expect((await client.status(id)).json["status"]).toBe("in_progress");
  });

  test("the second finishes before the first", async () => {
    simulator.fail({ kind: "timing", queueSeconds: 1, runSeconds: 30 });
    const ids = [await client.submit(), await client.submit()];
    simulator.clock.advance(16_000);
    const words = await Promise.all(ids.map((id) => client.status(id)));
    expect(words.map(({ json }) => json["status"])).toEqual(["in_progress", "completed"]);
  });

  test("each job in turn gets the next fault of a kind", async () => {
    simulator.fail({ kind: "failed", error: "first" });
    simulator.fail({ kind: "failed", error: "second" });
    simulator.fail({ kind: "timing", runSeconds: 1 });
    const ids = [await client.submit(), await client.submit(), await client.submit()];
    simulator.clock.advance(7000);
    expect((await client.result(ids[0] ?? "")).json["error"]).toBe("first");
    simulator.clock.advance(9000);
    expect((await client.result(ids[1] ?? "")).json["error"]).toBe("second");
    expect((await client.result(ids[2] ?? "")).json["status"]).toBe("succeeded");
  });
});
