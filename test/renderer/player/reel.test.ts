import { expect, it } from "vitest";
import { partAt, reelOf, shotAt, timeCode } from "../../../renderer/player/reel.ts";
import { job, take } from "../library/jobs.ts";

const part = (id: string, seconds: number, shots: readonly (readonly [string, number, number])[]) =>
  take(id, {
    seconds,
    stills: shots.map((_, i) => (i === 0 ? "still-1.jpg" : null)),
    job: job(
      { state: "done" },
      { id, shots: shots.map(([nodeId, start, length]) => ({ nodeId, start, seconds: length })) },
    ),
  });

const reel = reelOf([
  part("a", 15.04, [
    ["one", 0, 5],
    ["two", 5, 10],
  ]),
  part("b", 12, [
    ["three", 0, 7],
    ["four", 7, 5],
  ]),
]);

it("plays the parts one after the other, by their real lengths", () => {
  expect(reel.seconds).toBeCloseTo(27.04);
  expect(reel.parts.map(({ start }) => start)).toEqual([0, 15.04]);
  expect(reel.shots.map(({ number, nodeId, start }) => [number, nodeId, start])).toEqual([
    [1, "one", 0],
    [2, "two", 5],
    [3, "three", 15.04],
    [4, "four", 22.04],
  ]);
  // The last shot of a part ends with its video.
  expect(reel.shots[1]?.seconds).toBeCloseTo(10.04);
  expect(reel.shots.map(({ still }) => still)).toEqual([
    "a/still-1.jpg",
    undefined,
    "b/still-1.jpg",
    undefined,
  ]);
});

it("knows the part and the shot of every moment", () => {
  expect([0, 4.9, 5, 15, 15.04, 27.04].map((time) => shotAt(reel, time))).toEqual([
    0, 0, 1, 1, 2, 3,
  ]);
  expect([0, 15, 15.04, 99].map((time) => partAt(reel, time))).toEqual([0, 0, 1, 1]);
  // What a decoder gives back after a seek to 5 s.
  expect(shotAt(reel, 4.9997)).toBe(1);
});

it("has no shot for a scene without shots", () => {
  expect(shotAt(reelOf([part("a", 5, [])]), 2)).toBe(-1);
});

it("writes time in tenths", () => {
  expect([0, 6.24, 9.999999, 61.5, 600].map(timeCode)).toEqual([
    "00:00.0",
    "00:06.2",
    "00:10.0",
    "01:01.5",
    "10:00.0",
  ]);
});
