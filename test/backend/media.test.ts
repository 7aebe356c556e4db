import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { parseRange, respondWithFile } from "../../electron/backend/media.ts";
import { testFolder } from "./folder.ts";

test.each([
  [null, null],
  ["", null],
  ["bytes=0-", { start: 0, end: 9 }],
  ["bytes=3-5", { start: 3, end: 5 }],
  ["bytes=3-99", { start: 3, end: 9 }],
  ["bytes=9-9", { start: 9, end: 9 }],
  ["bytes=-4", { start: 6, end: 9 }],
  ["bytes=-99", { start: 0, end: 9 }],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-3", null],
  ["bytes=-", null],
  ["bytes=a-b", null],
  ["bytes=0-1,4-5", null],
  ["items=0-1", null],
])("%s of ten bytes is %o", (header, range) => {
  expect(parseRange(header, 10)).toEqual(range);
});

test("an empty file has no range", () => {
  expect(parseRange("bytes=0-", 0)).toBe("unsatisfiable");
});

function tenBytes(): string {
  const file = join(testFolder(), "video.mp4");
  writeFileSync(file, "0123456789");
  return file;
}

test("the whole file says that it takes ranges", async () => {
  const { status, headers, body } = await respondWithFile(tenBytes(), null);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "video/mp4",
    "content-length": "10",
    "accept-ranges": "bytes",
  });
  expect(body && (await text(body))).toBe("0123456789");
});

test("a range is answered with 206 and exactly its bytes", async () => {
  const { status, headers, body } = await respondWithFile(tenBytes(), "bytes=2-4");
  expect(status).toBe(206);
  expect(headers).toMatchObject({ "content-length": "3", "content-range": "bytes 2-4/10" });
  expect(body && (await text(body))).toBe("234");
});

test("a range beyond the end is answered with 416 and the size", async () => {
  const { status, headers, body } = await respondWithFile(tenBytes(), "bytes=10-");
  expect(status).toBe(416);
  expect(headers).toMatchObject({ "content-range": "bytes */10" });
  expect(body).toBeNull();
});

test("HEAD has the headers alone", async () => {
  const { status, headers, body } = await respondWithFile(tenBytes(), null, "HEAD");
  expect(status).toBe(200);
  expect(headers["content-length"]).toBe("10");
  expect(body).toBeNull();
});

test("a file that is gone, and a folder, are answered with 404", async () => {
  const folder = testFolder();
  expect(await respondWithFile(join(folder, "gone.mp4"), null)).toMatchObject({ status: 404 });
  expect(await respondWithFile(folder, null)).toMatchObject({ status: 404 });
});
