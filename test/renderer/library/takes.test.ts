import { beforeEach, expect, test } from "vitest";
import { forgetTake, receiveTakes, useJobs } from "../../../renderer/stores/jobStore.ts";
import { job, take } from "./jobs.ts";

beforeEach(() => useJobs.setState({ takes: new Map(), takesByScene: new Map(), bin: new Map() }));

const standing = () => {
  const { takes, bin, takesByScene } = useJobs.getState();
  const ofScene = (takesByScene.get("scene") ?? []).map(({ id }) => id);
  return { takes: [...takes.keys()], bin: [...bin.keys()], ofScene };
};
const made = (id: string, createdAt: string) =>
  take(id, { job: job({ state: "done" }, { id, createdAt }) });

test("a deleted take leaves its scene, and comes back to its place", () => {
  const older = made("a", "2026-10-09T12:00:00.000Z");
  const newer = made("b", "2026-10-09T13:00:00.000Z");
  receiveTakes([newer, older]);
  receiveTakes([{ ...newer, binned: true }]);
  expect(standing()).toEqual({ takes: ["a"], bin: ["b"], ofScene: ["a"] });
  receiveTakes([newer]);
  expect(standing()).toEqual({ takes: ["a", "b"], bin: [], ofScene: ["b", "a"] });
});

test("what is deleted for good is in no list", () => {
  receiveTakes([made("a", "2026-10-09T12:00:00.000Z")]);
  receiveTakes([{ ...made("b", "2026-10-09T13:00:00.000Z"), binned: true }]);
  forgetTake("b");
  expect(standing()).toEqual({ takes: ["a"], bin: [], ofScene: ["a"] });
  forgetTake("a");
  expect(standing()).toEqual({ takes: [], bin: [], ofScene: [] });
});
