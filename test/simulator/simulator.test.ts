import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clientOf, textToVideo, threeShots, videoUrl } from "./client.ts";
import { startSimulator } from "./simulator.ts";
import type { Simulator } from "./simulator.ts";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

const statusOf = async (id: string) => (await clientOf(simulator).status(id)).json["status"];

describe("a job from POST to video", () => {
  test("waits, runs and succeeds by the clock alone", async () => {
    const client = clientOf(simulator);
    const posted = await client.post(textToVideo, threeShots);
    const id = String(posted.json["request_id"]);
    const request = `${simulator.baseUrl}/requests/${id}`;
    expect(posted.status).toBe(200);
    expect(posted.json).toEqual({
      request_id: id,
      status_url: `${request}/status`,
      result_url: `${request}/result`,
      cancel_url: `${request}/cancel`,
    });

    const positions = [];
    for (let second = 0; second < 6; second += 1, simulator.clock.advance(1000))
      positions.push((await client.status(id)).json["queue_position"]);
    expect(positions).toEqual([3, 3, 3, 2, 2, 1]);

    const running = await client.status(id);
    expect(running.json["status"]).toBe("in_progress");
    expect(running.json).not.toHaveProperty("queue_position");
    expect((await client.result(id)).json).toMatchObject({
      status: "in_progress",
      created_at: "2026-10-09T12:00:00.123456+00:00",
      finished_at: null,
    });

    simulator.clock.advance(10_000);
    expect(await statusOf(id)).toBe("completed");
    const result = await client.result(id);
    expect(result.json).toMatchObject({
      request_id: id,
      status: "succeeded",
      cost: 1.344,
      finished_at: "2026-10-09T12:00:16.123456+00:00",
    });
    expect(result.json).not.toHaveProperty("input");
    expect(await client.get(`/requests/${id}/result`)).not.toHaveProperty("json.cost");

    const video = await fetch(videoUrl(result));
    expect(videoUrl(result).startsWith(simulator.fileOrigin)).toBe(true);
    expect(video.headers.get("content-type")).toBe("video/mp4");
    expect((await video.arrayBuffer()).byteLength).toBe(
      Number(video.headers.get("content-length")),
    );
    expect(simulator.tokenLeaks()).toEqual([]);
  });

  test("is the same for the same seed", async () => {
    const other = await startSimulator();
    expect(await clientOf(other).submit()).toBe(await clientOf(simulator).submit());
    await other.close();
  });

  test("can be stepped by hand", async () => {
    simulator.settings.queueSeconds = Number.POSITIVE_INFINITY;
    const client = clientOf(simulator);
    const [first, second] = [await client.submit(), await client.submit()];
    simulator.clock.advance(3_600_000);
    expect([await statusOf(first), await statusOf(second)]).toEqual(["in_queue", "in_queue"]);
    simulator.job(second).start();
    expect([await statusOf(first), await statusOf(second)]).toEqual(["in_queue", "in_progress"]);
    simulator.job(second).fail("the model is tired");
    simulator.job(first).succeed();
    expect((await client.result(first)).json["status"]).toBe("succeeded");
    expect((await client.result(second)).json).toMatchObject({
      status: "failed",
      error: "the model is tired",
    });
  });
});

describe("the queue", () => {
  test("runs so many at once, in order", async () => {
    simulator.settings.concurrency = 1;
    const client = clientOf(simulator);
    const ids = [await client.submit(), await client.submit(), await client.submit()];
    const places = await Promise.all(ids.map((id) => client.status(id)));
    expect(places.map(({ json }) => json["queue_position"])).toEqual([3, 4, 5]);
    simulator.clock.advance(6000);
    expect(await Promise.all(ids.map(statusOf))).toEqual(["in_progress", "in_queue", "in_queue"]);
    simulator.clock.advance(10_000);
    expect(await Promise.all(ids.map(statusOf))).toEqual(["completed", "in_progress", "in_queue"]);
    simulator.clock.advance(10_000);
    expect(await Promise.all(ids.map(statusOf))).toEqual(["completed", "completed", "in_progress"]);
  });

  test("cancels what waits and not what runs", async () => {
    const client = clientOf(simulator);
    const waiting = await client.submit();
    const cancelled = await client.cancel(waiting);
    expect(cancelled.status).toBe(202);
    expect(cancelled.json).toEqual({
      request_id: waiting,
      status: "cancelled",
      outcome: "cancelled",
    });
    expect((await client.result(waiting)).json).toMatchObject({ status: "cancelled" });

    const running = await client.submit();
    simulator.clock.advance(6000);
    expect((await client.cancel(running)).json["outcome"]).toBe("not_cancellable");
    simulator.clock.advance(10_000);
    expect((await client.result(running)).json).toMatchObject({ status: "succeeded", cost: 1.344 });
  });

  test("carries a thousand jobs", async () => {
    const client = clientOf(simulator);
    const ids = await Promise.all(Array.from({ length: 1000 }, () => client.submit()));
    expect(new Set(ids).size).toBe(1000);
    expect(simulator.posts()).toHaveLength(1000);
    expect((await client.status(ids[999] ?? "")).json["queue_position"]).toBeGreaterThan(1);
    simulator.clock.advance(16_000);
    expect(simulator.posts().every((job) => job.phase() === "completed")).toBe(true);
  });
});

describe("accounts", () => {
  test("a token that is missing, wrong or revoked is refused", async () => {
    const id = await clientOf(simulator).submit();
    expect((await fetch(`${simulator.baseUrl}/requests/${id}/status`)).status).toBe(401);
    const wrong = await clientOf(simulator, "another").post(textToVideo, threeShots);
    expect(wrong).toMatchObject({ status: 401, json: { error_code: 400004 } });
    simulator.revoke();
    expect((await clientOf(simulator).status(id)).status).toBe(401);
    simulator.allow(simulator.token);
    expect((await clientOf(simulator).status(id)).status).toBe(200);
  });

  test("requests of others and unknown ones are not told", async () => {
    simulator.allow("stranger", "user-0002");
    const id = await clientOf(simulator).submit();
    const stranger = clientOf(simulator, "stranger");
    expect(await stranger.result(id)).toMatchObject({ status: 403, json: { error_code: 403001 } });
    expect(await stranger.status("no-such-request")).toMatchObject({
      status: 404,
      json: { error_code: 404001 },
    });
  });

  test("the balance falls when a job succeeds, and what is reserved cannot be spent twice", async () => {
    const client = clientOf(simulator);
    simulator.grant(-9998);
    await client.submit();
    expect((await client.balance()).json["balance_usd"]).toBe(2);
    expect(await client.post(textToVideo, threeShots)).toMatchObject({
      status: 402,
      json: { error_code: 400002 },
    });
    simulator.clock.advance(16_000);
    expect((await client.balance()).json).toEqual({
      balance_microdollars: 656_000,
      balance_usd: 0.656,
      currency: "USD",
    });
    expect(simulator.posts()).toHaveLength(1);
  });
});

describe("the list of models", () => {
  test("pages, searches and tells schemas", async () => {
    const { get } = clientOf(simulator);
    expect((await get("/models?limit=3&offset=1")).json).toMatchObject({
      total: 17,
      models: [{ model_id: "kling/kling-3.0/pro/text-to-video", base_price_usd: 0.112 }, {}, {}],
    });
    expect((await get("/models?search=o3%2F4K")).json).toMatchObject({ total: 3 });
    expect((await get("/models?category=video-to-video")).json).toMatchObject({ total: 2 });
    expect((await get(`/models/${textToVideo}?include_schema=true`)).json).toMatchObject({
      models: [
        { input_schema: { required: ["prompt"], properties: { cfg_scale: { maximum: 1 } } } },
      ],
    });
  });

  test("ids are case-sensitive", async () => {
    const { get, post } = clientOf(simulator);
    expect((await get("/models/kling/kling-video-o3/4k/text-to-video")).json["error_code"]).toBe(
      400001,
    );
    expect((await post("kling/kling-3.0/4K/text-to-video", threeShots)).status).toBe(400);
    expect((await post("kling/kling-3.0/4k/text-to-video", threeShots)).status).toBe(200);
  });
});

describe("the log", () => {
  test("shows each request with its token and body", async () => {
    await clientOf(simulator).submit();
    expect(await simulator.seen("submit")).toMatchObject({
      server: "api",
      method: "POST",
      path: `/v1/models/${textToVideo}`,
      authorization: "Bearer simulator-token",
      body: threeShots,
      model: textToVideo,
      answered: 200,
    });
    simulator.forgetRequests();
    expect(simulator.requests).toEqual([]);
    const second = simulator.seen("submit", 2);
    await clientOf(simulator).submit();
    expect((await second).call).toBe("submit");
    expect(simulator.count("submit")).toBe(2);
  });

  test("a token on its way to the file host is noticed", async () => {
    await fetch(`${simulator.fileOrigin}/x.mp4`, {
      headers: { authorization: `Bearer ${simulator.token}` },
    });
    await fetch(`${simulator.fileOrigin}/x.mp4?key=${simulator.token}`);
    expect(simulator.tokenLeaks()).toHaveLength(2);
  });
});

test("while it is down connections are refused, and afterwards it is as before", async () => {
  const client = clientOf(simulator);
  const id = await client.submit();
  await simulator.goDown();
  await expect(client.status(id)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  await simulator.comeBack();
  expect((await client.status(id)).json["status"]).toBe("in_queue");
});
