import { expect, test } from "vitest";
import { shuttled } from "../../../renderer/player/shuttle.ts";

const presses = (from: number, ways: readonly (1 | -1)[]): readonly number[] =>
  ways.map(
    (
      (rate) => (way: 1 | -1) =>
        (rate = shuttled(rate, way))
    )(from),
  );

test("each press the same way plays twice as fast, up to four times", () => {
  expect(presses(0, [1, 1, 1, 1])).toEqual([1, 2, 4, 4]);
  expect(presses(0, [-1, -1, -1, -1])).toEqual([-1, -2, -4, -4]);
});

test("the other way begins at the pace of the film", () => {
  expect(presses(4, [-1, -1, 1])).toEqual([-1, -2, 1]);
});

test("it goes on from a speed that was chosen", () => {
  expect(presses(0.5, [1, 1])).toEqual([1, 2]);
  expect(presses(1.5, [1, 1])).toEqual([3, 4]);
});
