import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clientOf, videoUrl } from "./client.ts";
import { startSimulator } from "./simulator.ts";
import type { Simulator } from "./simulator.ts";

let simulator: Simulator;
let url: string;
beforeEach(async () => {
  simulator = await startSimulator();
  const id = await clientOf(simulator).submit();
  simulator.clock.advance(16_000);
  url = videoUrl(await clientOf(simulator).result(id));
});
afterEach(() => simulator.close());

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const ask = (headers: Record<string, string> = {}) => fetch(url, { headers, redirect: "manual" });

describe("ranges", () => {
  test.each([
    ["bytes=0-9", 0, 10],
    ["bytes=100-", 100, undefined],
    ["bytes=-7", -7, undefined],
    ["bytes=5-99999999", 5, undefined],
  ])("%s", async (range, from, to) => {
    const whole = await bytesOf(await ask());
    const part = await ask({ range });
    expect(part.status).toBe(206);
    expect(await bytesOf(part)).toEqual(whole.slice(from, to));
    const first = from < 0 ? whole.length + from : from;
    const last = (to ?? whole.length) - 1;
    expect(part.headers.get("content-range")).toBe(`bytes ${first}-${last}/${whole.length}`);
  });

  test("behind the end", async () => {
    const length = (await bytesOf(await ask())).length;
    const part = await ask({ range: `bytes=${length}-` });
    expect(part.status).toBe(416);
    expect(part.headers.get("content-range")).toBe(`bytes */${length}`);
  });

  test("only of the file that was meant", async () => {
    const etag = (await ask()).headers.get("etag") ?? "";
    expect((await ask({ range: "bytes=9-", "if-range": etag })).status).toBe(206);
    simulator.fail({ kind: "fileChanged" });
    const changed = await ask({ range: "bytes=9-", "if-range": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  test("ignored where asked", async () => {
    simulator.fail({ kind: "fileIgnoresRange" });
    const whole = await ask({ range: "bytes=9-" });
    expect(whole.status).toBe(200);
    expect(whole.headers.get("accept-ranges")).toBeNull();
  });

  test("HEAD tells the length", async () => {
    const head = await fetch(url, { method: "HEAD" });
    expect(Number(head.headers.get("content-length"))).toBe((await bytesOf(await ask())).length);
  });
});

describe("downloads that go wrong", () => {
  test("404", async () => {
    simulator.fail({ kind: "fileMissing" });
    expect((await ask()).status).toBe(404);
    expect((await ask()).status).toBe(200);
  });

  test("before the job is done there is no file", async () => {
    const id = await clientOf(simulator).submit();
    expect((await fetch(`${simulator.fileOrigin}/user-0001/x/${id}.mp4`)).status).toBe(404);
  });

  test("cut, and the rest comes by range", async () => {
    const whole = await bytesOf(await ask());
    simulator.fail({ kind: "fileCut", afterBytes: 1000 });
    const cut = await ask();
    expect(Number(cut.headers.get("content-length"))).toBe(whole.length);
    const got: number[] = [];
    await expect(
      (async () => {
        for await (const chunk of cut.body ?? []) got.push(...chunk);
      })(),
    ).rejects.toThrow("terminated");
    expect(got).toHaveLength(1000);
    const rest = await bytesOf(await ask({ range: "bytes=1000-" }));
    expect(Uint8Array.from([...got, ...rest])).toEqual(whole);
  });

  test("held in the middle until released", async () => {
    const whole = await bytesOf(await ask());
    simulator.fail({ kind: "fileHeld", afterBytes: 500 });
    const reader = (await ask()).body?.getReader();
    const first = await reader?.read();
    expect(first?.value).toHaveLength(500);
    simulator.release();
    let length = first?.value?.length ?? 0;
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
      length += part.value.length;
    expect(length).toBe(whole.length);
  });

  test("slow, at the pace of the clock", async () => {
    const whole = await bytesOf(await ask());
    simulator.fail({ kind: "fileSlow", chunkBytes: 6000, everySeconds: 10 });
    const reader = (await ask()).body?.getReader();
    const sizes: number[] = [];
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      sizes.push(part.value.length);
      simulator.clock.advance(10_000);
    }
    expect(sizes.slice(0, -1).every((size) => size === 6000)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(whole.length);
  });

  test("another type", async () => {
    simulator.fail({ kind: "fileType", contentType: "text/html", body: "<h1>Sign in</h1>" });
    const page = await ask();
    expect(page.headers.get("content-type")).toBe("text/html");
    expect(await page.text()).toBe("<h1>Sign in</h1>");
  });

  test("called a video, and none", async () => {
    simulator.fail({ kind: "fileNotVideo" });
    const text = await ask();
    expect(text.headers.get("content-type")).toBe("video/mp4");
    expect(await text.text()).toContain("not a video");
  });

  test("without a length", async () => {
    simulator.fail({ kind: "fileNoLength" });
    const chunked = await ask();
    expect(chunked.headers.get("content-length")).toBeNull();
    expect((await bytesOf(chunked)).length).toBe((await bytesOf(await ask())).length);
  });

  test("far too long by its own account", async () => {
    simulator.fail({ kind: "fileHuge", bytes: 3 * 2 ** 30 });
    const huge = await ask();
    expect(huge.headers.get("content-length")).toBe(String(3 * 2 ** 30));
    await expect(huge.arrayBuffer()).rejects.toThrow("terminated");
  });

  test("sent to another host, which tells if someone went", async () => {
    simulator.fail({ kind: "fileRedirect", to: "foreign" });
    const moved = await ask();
    expect(moved.status).toBe(302);
    const target = new URL(moved.headers.get("location") ?? "");
    expect(target.host).not.toBe(new URL(simulator.fileOrigin).host);
    expect((await fetch(target)).status).toBe(200);
    expect(simulator.requests.at(-1)?.path).toMatch(/^\/foreign\//);
  });

  test("moved on the same host", async () => {
    simulator.fail({ kind: "fileRedirect", to: "same" });
    const moved = await fetch(url);
    expect([moved.redirected, moved.status]).toEqual([true, 200]);
  });

  test("a call fault can strike the file host too", async () => {
    simulator.fail({ kind: "tooManyRequests", call: "download", retryAfter: 2 });
    expect((await ask()).status).toBe(429);
  });

  test("large files", async () => {
    simulator.settings.videoBytes = 5_000_000;
    expect((await bytesOf(await ask())).length).toBe(5_000_000);
  });
});
