import { expect, test } from "vitest";
import { lineOf, movedInLine } from "../../shared/jobs/line.ts";
import { job } from "../renderer/library/jobs.ts";

const waiting = { state: "waiting" } as const;
const ids = (jobs: readonly { readonly id: string }[]): string => jobs.map(({ id }) => id).join("");
const line = ["a", "b", "c"].map((id) => ({ id }));

test("a job is moved in front of another, or to the end", () => {
  expect(ids(movedInLine(line, "c", "a"))).toBe("cab");
  expect(ids(movedInLine(line, "a", "c"))).toBe("bac");
  expect(ids(movedInLine(line, "a", null))).toBe("bca");
  expect(ids(movedInLine(line, "a", "b"))).toBe("abc");
});

test("a job stays in front of itself, is first when the other one was sent, and is left alone when it was sent", () => {
  expect(ids(movedInLine(line, "b", "b"))).toBe("abc");
  expect(ids(movedInLine(line, "c", "gone"))).toBe("cab");
  expect(ids(movedInLine(line, "gone", "a"))).toBe("abc");
});

test("those that were moved go by their turn, the newer ones behind them as they came", () => {
  const jobs = [
    job(waiting, { id: "a", turn: 1 }),
    job(waiting, { id: "b", turn: 0 }),
    job({ state: "submitting" }, { id: "c" }),
    job(waiting, { id: "d", engine: "animatic" }),
    job(waiting, { id: "e" }),
    job(waiting, { id: "f" }),
  ];
  expect(ids(lineOf(jobs, "runcomfy"))).toBe("baef");
});
