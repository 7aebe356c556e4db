import { beforeAll, expect, test } from "vitest";
import { countOf, filterTakes, noFilter } from "../../../renderer/library/takeFilter.ts";
import { nameOf, rowsOf, runsOf } from "../../../renderer/library/takeGroups.ts";
import { job, take } from "./jobs.ts";
import { speakIn } from "./speak.ts";

beforeAll(() => speakIn("en"));

const done = { state: "done" } as const;
const noon = new Date(2026, 9, 9, 12).toISOString();
const dayBefore = new Date(2026, 9, 8, 23, 59).toISOString();
const animatic = take("a", {
  starred: true,
  job: job(done, { id: "a", runId: "a", engine: "animatic", createdAt: noon }),
});
const pro = take("b", {
  note: "Good fog",
  missing: true,
  job: job(done, { id: "b", runId: "b", sceneId: "other", createdAt: dayBefore }),
});
const takes = [animatic, pro];
const ids = (change: object, found?: ReadonlySet<string>) =>
  filterTakes(takes, { ...noFilter, ...change }, found, "scene").map(({ id }) => id);

test("each filter leaves what it names, and they hold together", () => {
  expect(ids({})).toEqual(["a", "b"]);
  expect(ids({ isOfScene: true })).toEqual(["a"]);
  expect(ids({ model: "animatic" })).toEqual(["a"]);
  expect(ids({ model: pro.job.model })).toEqual(["b"]);
  expect(ids({ day: "2026-10-09" })).toEqual(["a"]);
  expect(ids({ day: "2026-10-08" })).toEqual(["b"]);
  expect(ids({ state: "starred" })).toEqual(["a"]);
  expect(ids({ state: "noted" })).toEqual(["b"]);
  expect(ids({ state: "missing" })).toEqual(["b"]);
  expect(ids({ state: "missing", model: "animatic" })).toEqual([]);
  expect(ids({ words: "fog" }, new Set(["b"]))).toEqual(["b"]);
  expect(countOf({ ...noFilter, state: "missing", day: "2026-10-08" })).toBe(2);
});

test("the list has a line for each board, each of its scenes and each run", () => {
  expect(rowsOf(takes).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    "board board Night ferry",
    "scene Night ferry scene",
    "run a",
    "scene Night ferry other",
    "run b",
  ]);
});

test("a take goes by the name that it was given, or by its number", () => {
  const names = runsOf([animatic, { ...pro, title: "Fog, the best" }]).map(nameOf);
  expect(names).toEqual(["Take 1", "Fog, the best"]);
});
