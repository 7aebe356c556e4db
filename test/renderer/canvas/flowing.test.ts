import { expect, it } from "vitest";
import { fedInto } from "../../../renderer/canvas/flowing.ts";
import { receiveJobs, useJobs } from "../../../renderer/stores/jobStore.ts";
import { build, nodeId } from "../../board/build.ts";
import { job } from "../library/jobs.ts";

const types = { words: "prompt", one: "shot", film: "scene", two: "shot", other: "scene" } as const;
const { edges } = build(types, [
  "words.text > one.prompt",
  "one.shots > film.shots",
  "one.shots > two.previous",
  "two.shots > other.shots",
]);
const into = (id: keyof typeof types, scenes: Iterable<string>): boolean =>
  fedInto(edges, new Set(scenes)).has(nodeId(id));

it("leads to a scene from all that feeds it, near and far", () => {
  expect(into("film", ["film"])).toBe(true);
  expect(into("one", ["film"])).toBe(true);
  expect(into("one", ["other"])).toBe(true);
  expect(into("two", ["film"])).toBe(false);
  expect(into("other", ["film"])).toBe(false);
  expect(into("film", [])).toBe(false);
  expect(into("two", ["one of another board"])).toBe(false);
});

it("knows the scenes of open jobs, as the same set while they are the same", () => {
  receiveJobs([job({ state: "running" }, { id: "a", sceneId: "film" })]);
  const { openScenes } = useJobs.getState();
  expect([...openScenes]).toEqual(["film"]);
  receiveJobs([job({ state: "downloading", bytes: 1, total: 2 }, { id: "a", sceneId: "film" })]);
  expect(useJobs.getState().openScenes).toBe(openScenes);
  expect(useJobs.getState().open.map(({ status }) => status.state)).toEqual(["downloading"]);
  receiveJobs([job({ state: "done" }, { id: "a", sceneId: "film" })]);
  expect(useJobs.getState().openScenes.size).toBe(0);
});
