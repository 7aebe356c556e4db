import { expect, it } from "vitest";
import { daysBetween, momentWords, whenWords } from "../../../renderer/ui/when.ts";

const at = (day: number, hour: number, minute = 0): number =>
  new Date(2026, 9, day, hour, minute).getTime();
const iso = (...args: Parameters<typeof at>): string => new Date(at(...args)).toISOString();
const now = at(9, 15, 30);

it("says when something happened as people do", () => {
  expect(whenWords(iso(9, 15, 30), now, "en")).toBe("now");
  expect(whenWords(iso(9, 15, 25), now, "en")).toBe("5 min. ago");
  expect(whenWords(iso(9, 13, 0), now, "en")).toBe("2 hr. ago");
  expect(whenWords(iso(8, 23, 59), now, "en")).toBe("yesterday");
  expect(whenWords(iso(8, 23, 59), now, "pt-BR")).toBe("ontem");
  expect(whenWords(iso(1, 12), now, "en")).toBe("Oct 1");
});

it("never speaks of the future, whatever a clock says", () => {
  expect(whenWords(iso(9, 16), now, "en")).toBe("now");
});

it("gives the time, with the day unless it is today", () => {
  expect(momentWords(iso(9, 9, 5), now, "pt-BR")).toBe("09:05");
  expect(momentWords(iso(8, 9, 5), now, "en")).toContain("Oct 8");
});

it("counts midnights, not hours", () => {
  expect(daysBetween(at(8, 23, 59), at(9, 0, 1))).toBe(1);
  expect(daysBetween(at(9, 0, 1), at(9, 23, 59))).toBe(0);
});
