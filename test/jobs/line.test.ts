import { expect, test } from "vitest";
import { lineOf, movedInLine } from "../../shared/jobs/line.ts";
import { job } from "../renderer/library/jobs.ts";

const waiting = { state: "waiting" } as const;
const ids = (jobs: readonly { readonly id: string }[]): string => jobs.map(({ id }) => id).join("");
const line = ["a", "b", "c"].map((id) => ({ id }));

test("a job is moved first, up or down, and stays at an end", () => {
  expect(ids(movedInLine(line, "c", "first"))).toBe("cab");
  expect(ids(movedInLine(line, "c", "up"))).toBe("acb");
  expect(ids(movedInLine(line, "a", "up"))).toBe("abc");
  expect(ids(movedInLine(line, "a", "down"))).toBe("bac");
  expect(ids(movedInLine(line, "c", "down"))).toBe("abc");
  expect(ids(movedInLine(line, "x", "first"))).toBe("abc");
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
