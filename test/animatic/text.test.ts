import { expect, test } from "vitest";
import { balance, timeCodeOf, wrap } from "../../shared/animatic/text.ts";

/** Every letter is one wide. */
const measure = (text: string): number => text.length;

test("lines break at spaces and fit", () => {
  expect(wrap("the ferry leaves the harbour", 12, 3, measure)).toEqual([
    "the ferry",
    "leaves the",
    "harbour",
  ]);
});

test("text that is too long ends in an ellipsis that fits too", () => {
  expect(wrap("the ferry leaves, the harbour sleeps", 12, 2, measure)).toEqual([
    "the ferry",
    "leaves, the…",
  ]);
  expect(wrap("the ferry leaves, and the harbour sleeps", 7, 2, measure)).toEqual([
    "the",
    "ferry…",
  ]);
});

test("a word that is wider than a line is broken", () => {
  expect(wrap("harbourmaster", 6, 3, measure)).toEqual(["harbou", "rmaste", "r"]);
});

test("no text, no lines", () => {
  expect(wrap("  \n ", 6, 3, measure)).toEqual([]);
});

test("balanced lines leave no word alone, but add no line", () => {
  expect(wrap("the ferry leaves the old pier", 25, 3, measure)).toEqual([
    "the ferry leaves the old",
    "pier",
  ]);
  expect(balance("the ferry leaves the old pier", 25, 3, measure)).toEqual([
    "the ferry leaves",
    "the old pier",
  ]);
});

test("time code counts minutes, seconds and frames", () => {
  expect(timeCodeOf(0, 24)).toBe("00:00:00");
  expect(timeCodeOf(5 - 1 / 24, 24)).toBe("00:04:23");
  expect(timeCodeOf(5, 24)).toBe("00:05:00");
  expect(timeCodeOf(61.5, 24)).toBe("01:01:12");
});
