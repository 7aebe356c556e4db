import { expect, test } from "vitest";
import { manualClock, realClock, timestamp } from "./clock.ts";

test("a manual clock stands still, and wakes sleepers in the order of their times", async () => {
  const clock = manualClock(0);
  const woken: string[] = [];
  const sleeps = [
    clock.wait(2000).then(() => woken.push("second")),
    clock.wait(1000).then(() => woken.push("first")),
    clock.wait(0).then(() => woken.push("at once")),
  ];
  await sleeps[2];
  expect(woken).toEqual(["at once"]);
  clock.advance(2000);
  await Promise.all(sleeps);
  expect(woken).toEqual(["at once", "first", "second"]);
  expect(clock.now()).toBe(2000);
});

test("a real clock runs by itself, and can be moved ahead", async () => {
  const clock = realClock();
  await clock.wait(1);
  const before = clock.now();
  const hour = clock.wait(3_600_000);
  clock.advance(3_600_000);
  await hour;
  expect(clock.now()).toBeGreaterThanOrEqual(before + 3_600_000);
});

test("times are written as the service writes them", () => {
  expect(timestamp(Date.parse("2026-10-09T12:00:00.123Z"))).toBe(
    "2026-10-09T12:00:00.123456+00:00",
  );
});
