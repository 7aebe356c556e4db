import { expect, it } from "vitest";
import { progressLabel, progressOf } from "../../../renderer/app/progress.ts";
import { job } from "../library/jobs.ts";

const drawn = (done: number) => job({ state: "running", progress: { done, total: 100 } });

it("counts what was sent and is watched, with a fraction only where all of them have one", () => {
  expect(progressOf([job({ state: "waiting" }), job({ state: "done" })])).toEqual({
    running: 0,
    fraction: null,
  });
  expect(progressOf([drawn(20), drawn(61)])).toEqual({ running: 2, fraction: 0.41 });
  expect(progressOf([drawn(20), job({ state: "running" })])).toEqual({
    running: 2,
    fraction: null,
  });
  const download = job({ state: "downloading", bytes: 5, total: null });
  const unwatched = job({ state: "running", unwatched: true });
  expect(progressOf([download, unwatched])).toEqual({ running: 1, fraction: null });
});

it("is a number of jobs, or percent for one", () => {
  expect(progressLabel({ running: 0, fraction: null })).toBe("");
  expect(progressLabel({ running: 1, fraction: 0.41 })).toBe("41 %");
  expect(progressLabel({ running: 1, fraction: null })).toBe("(1)");
  expect(progressLabel({ running: 2, fraction: 0.5 })).toBe("(2)");
});
