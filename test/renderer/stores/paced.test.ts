import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paced } from "../../../renderer/stores/paced.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first is done at once, and of those that come while it rests one is done after it", () => {
  let done = 0;
  const { ask } = paced(() => (done += 1), 100);
  ask();
  expect(done).toBe(1);
  ask();
  ask();
  vi.advanceTimersByTime(99);
  expect(done).toBe(1);
  vi.advanceTimersByTime(1);
  expect(done).toBe(2);
  // That one rests as well.
  ask();
  expect(done).toBe(2);
  vi.advanceTimersByTime(100);
  expect(done).toBe(3);
});

test("after a rest in which nothing was asked the next is done at once, and nothing once it is stopped", () => {
  let done = 0;
  const { ask, stop } = paced(() => (done += 1), 100);
  ask();
  vi.advanceTimersByTime(1000);
  expect(done).toBe(1);
  ask();
  expect(done).toBe(2);
  ask();
  stop();
  vi.advanceTimersByTime(1000);
  expect(done).toBe(2);
});
