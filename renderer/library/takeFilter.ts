import type { Take } from "../../shared/jobs/job.ts";
import { dayOf } from "../../shared/jobs/ledger.ts";

/** What of the library is shown. Empty words and undefined mean all. */
export interface TakeFilter {
  readonly words: string;
  readonly isOfScene: boolean;
  /** A model's id, or `animatic`. */
  readonly model: string | undefined;
  /** `2026-10-09`, in the reader's own time zone. */
  readonly day: string | undefined;
  readonly state: TakeState | undefined;
}

export const takeStates = ["starred", "noted", "missing", "binned"] as const;
type TakeState = (typeof takeStates)[number];

export const noFilter: TakeFilter = {
  words: "",
  isOfScene: false,
  model: undefined,
  day: undefined,
  state: undefined,
};

/** What made a take, for the list of choices. */
export const makerOf = ({ job }: Take): string =>
  job.engine === "animatic" ? "animatic" : job.model;

/** How many of the filters that are folded away hold. */
export const countOf = ({ model, day, state }: TakeFilter): number =>
  [model, day, state].filter((each) => each !== undefined).length;

/**
 * @param found Ids of the takes in which the words stand; undefined when there are none to look for.
 * @param sceneId The scene that is meant by "this scene".
 */
export function filterTakes(
  takes: Iterable<Take>,
  filter: TakeFilter,
  found: ReadonlySet<string> | undefined,
  sceneId: string | undefined,
): Take[] {
  const { isOfScene, model, day, state } = filter;
  return [...takes].filter(
    (take) =>
      (!isOfScene || take.job.sceneId === sceneId) &&
      (model === undefined || makerOf(take) === model) &&
      (day === undefined || dayOf(take.job.createdAt) === day) &&
      (state === undefined || isInState(take, state)) &&
      (found === undefined || found.has(take.id)),
  );
}

function isInState(take: Take, state: TakeState): boolean {
  switch (state) {
    case "starred":
      return take.starred;
    case "noted":
      return take.note !== "";
    case "missing":
      return take.missing;
    case "binned":
      return take.binned;
  }
}
