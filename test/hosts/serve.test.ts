import { describe, expect, test } from "vitest";
import { boardOfShots } from "../backend/board.ts";
import { compile } from "../../shared/compile/compile.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { calls } from "../../shared/ipc/contract.ts";
import { ask, openSession, page, serve } from "./served.ts";

const json = { "content-type": "application/json" };

describe("without the key", () => {
  test.each(["/call/app.info", "/events", "/media/take/video.mp4"])(
    "%s is closed",
    async (path) => {
      const { origin } = await serve();
      const method = path.startsWith("/call") ? "POST" : "GET";
      const options = { method, headers: { ...json, cookie: "shotgraph-1=x" } };
      expect(await ask(origin, path, options)).toMatchObject({ status: 401 });
    },
  );

  test.each(['{"key":"wrong"}', "{}", "[]", '{"key":5}'])("%s opens no session", async (body) => {
    const { origin } = await serve();
    const reply = await ask(origin, "/session", { method: "POST", headers: json, body });
    expect(reply.status).toBe(401);
    expect(reply.headers["set-cookie"]).toBeUndefined();
  });

  test("the page itself is there, under a strict policy", async () => {
    const { origin } = await serve();
    const { status, headers, body } = await ask(origin, "/");
    expect({ status, body }).toEqual({ status: 200, body: page });
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  });
});

test("the key is exchanged for a cookie that no script and no other site can use", async () => {
  const { origin, key } = await serve();
  const body = JSON.stringify({ key });
  const reply = await ask(origin, "/session", { method: "POST", headers: json, body });
  expect(reply.status).toBe(204);
  expect(reply.headers["set-cookie"]?.[0]).toMatch(
    /^shotgraph-\d+=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
});

describe("requests from elsewhere are refused", () => {
  test.each([
    ["a name that was pointed at this computer", { host: "shotgraph.example" }],
    ["another port", { host: "127.0.0.1:1" }],
    ["a page of another origin", { origin: "https://shotgraph.example" }],
    ["a page without an origin", { origin: "null" }],
    ["a page of another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
    ["a page of another port", { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" }],
  ])("%s", async (_what, foreign) => {
    const served = await serve();
    const { cookie } = await openSession(served);
    const headers: Record<string, string> = { ...json, cookie, ...foreign };
    const call = { method: "POST", headers, body: "{}" };
    expect(await ask(served.origin, "/call/app.info", call)).toMatchObject({ status: 403 });
    expect(await ask(served.origin, "/events", { headers })).toMatchObject({ status: 403 });
    expect(await ask(served.origin, "/", { headers })).toMatchObject({ status: 403 });
  });

  test("but a link to the page may stand anywhere", async () => {
    const { origin } = await serve();
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expect(await ask(origin, "/", { headers })).toMatchObject({ status: 200 });
  });
});

test("a call is answered by the contract, whatever becomes of it", async () => {
  const { call } = await openSession(await serve());
  const info = await call("app.info", {});
  expect(info).toMatchObject({
    ok: true,
    value: { host: "serve", mediaBase: "/media/", jobsSetAside: false },
  });
  expect(await call("app.nothing", {})).toEqual({ ok: false, error: { code: "unknownCall" } });
  expect(await call("jobs.list", {})).toEqual({ ok: false, error: { code: "badInput" } });
  expect(await call("jobs.request", { jobId: "none" })).toEqual({
    ok: false,
    error: { code: "unknownJob", values: { jobId: "none" } },
  });
});

test.each([
  ["no JSON", 400, json, "{"],
  ["another type", 415, { "content-type": "text/plain" }, "{}"],
  ["a form", 415, { "content-type": "application/x-www-form-urlencoded" }, "a=b"],
  ["21 MB", 413, json, " ".repeat(21_000_000)],
])("a body that is %s is answered with %i", async (_what, status, headers, body) => {
  const served = await serve();
  const { cookie } = await openSession(served);
  const sent = { method: "POST", headers: { ...headers, cookie }, body };
  const reply = await ask(served.origin, "/call/app.info", sent).catch((error: unknown) => error);
  // The server may close while the rest of a large body is still being sent.
  const isCut = reply instanceof Error && "code" in reply && reply.code === "EPIPE";
  expect(isCut ? { status: 413 } : reply).toMatchObject({ status });
});

test.each([
  "/../settings.json",
  "/..%2f..%2fdata%2fsettings.json",
  "/assets/../../x",
  "/%00",
  "/%zz",
])("%s leads nowhere", async (path) => {
  const { origin } = await serve();
  expect(await ask(origin, path)).toMatchObject({ status: 404 });
});

test("what has its content in its name is kept for ever", async () => {
  const { origin } = await serve();
  const { headers } = await ask(origin, "/assets/main-abc.js");
  expect(headers).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=31536000, immutable",
  });
});

test("events stream to everybody who listens", async () => {
  const { call, listen } = await openSession(await serve());
  const [one, other] = [await listen(), await listen()];
  expect(one.type).toBe("text/event-stream");
  await call("settings.set", { theme: "light" });
  const event = { settings: { theme: "light" } };
  expect(await one.next("settingsChanged")).toMatchObject(event);
  expect(await other.next("settingsChanged")).toMatchObject(event);
});

test("a run leaves a take that can be played from anywhere in it", async () => {
  const served = await serve();
  const { call, cookie, listen } = await openSession(served);
  const events = await listen();
  const board = boardOfShots("Kite", [3]);
  const [scene] = [...compile(board, profiles).scenes.values()];
  const expected = scene?.parts.map(({ model, input }) => ({ model, input }));
  const order = { engine: "animatic", board, sceneId: "scene", expected };
  expect(await call("runs.start", order)).toMatchObject({ ok: true });
  const { take } = await events.next("takeAdded");
  expect(take).toMatchObject({ seconds: 3, missing: false, job: { status: { state: "done" } } });

  const listed = await call("takes.list", { limit: 10 });
  const takes = calls["takes.list"].output.parse(listed.ok ? listed.value : null);
  expect(takes.map(({ id }) => id)).toEqual([take.id]);

  const path = `/media/${take.id}/${take.video}`;
  const whole = await ask(served.origin, path, { method: "HEAD", headers: { cookie } });
  expect(whole.headers).toMatchObject({
    "content-type": "video/mp4",
    "content-length": String(take.bytes),
    "accept-ranges": "bytes",
  });
  const part = await ask(served.origin, path, { headers: { cookie, range: "bytes=4-7" } });
  expect(part).toMatchObject({ status: 206, body: "ftyp" });
  expect(part.headers["content-range"]).toBe(`bytes 4-7/${take.bytes}`);

  for (const name of ["other.mp4", "..", "%2e%2e%2fjob.json", `x/${take.video}`]) {
    const reply = await ask(served.origin, `/media/${take.id}/${name}`, { headers: { cookie } });
    expect(reply.status).toBe(404);
  }
}, 60_000);
