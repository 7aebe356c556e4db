import { expect, it } from "vitest";
import { statesChanged } from "../../../renderer/canvas/announced.ts";
import type { Job } from "../../../shared/jobs/job.ts";
import { job } from "../library/jobs.ts";

const jobs = (...list: readonly Job[]): ReadonlyMap<string, Job> =>
  new Map(list.map((each) => [each.id, each]));
const ids = (before: ReadonlyMap<string, Job>, after: ReadonlyMap<string, Job>) =>
  statesChanged(before, after).map(({ id }) => id);

const queued = job({ state: "inQueue", position: 2 }, { id: "a" });

it("a job is announced when it comes and when its state has another name", () => {
  expect(ids(jobs(), jobs(queued))).toEqual(["a"]);
  expect(ids(jobs(queued), jobs({ ...queued, status: { state: "done" } }))).toEqual(["a"]);
  expect(ids(jobs(queued), jobs({ ...queued, status: { state: "inQueue", position: 1 } }))).toEqual(
    [],
  );
});

it("the jobs that are there at the start are not, and of many changes at once only the last", () => {
  const many = ["a", "b", "c", "d", "e"].map((id) => job({ state: "done" }, { id }));
  expect(ids(jobs(), jobs(...many))).toEqual([]);
  const open = many.map((each): Job => ({ ...each, status: { state: "submitting" } }));
  expect(ids(jobs(...open), jobs(...many))).toEqual(["c", "d", "e"]);
});
