import { describe, expect, test } from "vitest";
import { addressesOf, realBase } from "../../../electron/engines/runcomfy/address.ts";

describe("where the token may go", () => {
  test.for([
    "https://elsewhere.example/v1",
    "http://127.0.0.1:99/v1",
    "http://localhost/v1/",
    "http://[::1]:8/v1",
  ])("%s", (base) => {
    expect(addressesOf(base).status("a b").href).toBe(
      `${new URL(base).origin}/v1/requests/a%20b/status`,
    );
  });

  test.for([
    "http://elsewhere.example/v1",
    "http://127.0.0.1.evil.example/v1",
    "ftp://127.0.0.1",
    "nothing",
    "",
    "https://user:word@elsewhere.example/v1",
    "http://0x7f.1.evil.example",
  ])("not %s", (base) => {
    expect(() => addressesOf(base)).toThrow("badApiBase");
  });

  test("an id can lead nowhere else", () => {
    const { submit, cancel } = addressesOf(realBase);
    expect(cancel("../../prod?x=#").href).toBe(
      "https://model-api.runcomfy.net/v1/requests/..%2F..%2Fprod%3Fx%3D%23/cancel",
    );
    expect(submit("kling/kling-video-o3/4K/text-to-video").pathname).toBe(
      "/v1/models/kling/kling-video-o3/4K/text-to-video",
    );
  });

  test("the balance is asked at the service, or where the base is", () => {
    expect(addressesOf(realBase).balance.href).toBe("https://api.runcomfy.net/prod/v2/balance");
    expect(addressesOf("http://127.0.0.1:99/v1").balance.href).toBe(
      "http://127.0.0.1:99/prod/v2/balance",
    );
  });
});

describe("where a video may come from", () => {
  const real = addressesOf(realBase);
  const local = addressesOf("http://127.0.0.1:99/v1");

  test.for([
    ["https://files.runcomfy.net/a.mp4", true],
    ["https://a.b.runcomfy.com/a.mp4", true],
    ["http://files.runcomfy.net/a.mp4", false],
    ["https://runcomfy.net.evil.example/a.mp4", false],
    ["https://evilruncomfy.net/a.mp4", false],
    ["https://user@files.runcomfy.net/a.mp4", false],
    ["file:///etc/passwd", false],
  ] as const)("%s: %s", ([url, isRight]) => {
    expect(real.isFileHost(new URL(url))).toBe(isRight);
    expect(local.isFileHost(new URL(url))).toBe(isRight);
  });

  test("this computer only when the service is on it", () => {
    const url = new URL("http://127.0.0.1:1234/a.mp4");
    expect(real.isFileHost(url)).toBe(false);
    expect(local.isFileHost(url)).toBe(true);
  });
});
