import { expect, test } from "vitest";
import { videoName } from "../../electron/hosts/cli/videos.ts";
import { job } from "../renderer/library/jobs.ts";

const nameOf = (boardTitle: string, sceneTitle: string, count = 1): string =>
  videoName({
    job: job({ state: "done" }, { boardTitle, sceneTitle, part: { index: count - 1, count } }),
    number: 3,
  });

test("a video is called what its take is called, without what no file system takes", () => {
  expect(nameOf("Night ferry", "Crossing", 2)).toBe("Night ferry, Crossing, part 2, take 3");
  expect(nameOf(" ..a/b: c?", "")).toBe("a b  c, take 3");
});

test("a long title in any script leaves room for the number, in whole characters", () => {
  const name = nameOf("灯台守の一日".repeat(10), "嵐の夜に船を導く光".repeat(9), 12);
  expect(name).toMatch(/^灯台守.*の夜に.*, part 12, take 3$/u);
  expect(name.isWellFormed()).toBe(true);
  expect(Buffer.byteLength(name)).toBeLessThan(230);
});
