import i18next from "i18next";
import { laterFirst, type Take } from "../../shared/jobs/job.ts";

/** Takes as people look for them: by board, by scene, and the parts of one run together. Newest first throughout. */

export interface TakenRun {
  readonly runId: string;
  /** In the order of their parts. */
  readonly takes: readonly Take[];
  readonly number: number;
  readonly createdAt: string;
}
interface SceneTakes {
  readonly sceneId: string;
  readonly title: string;
  readonly runs: readonly TakenRun[];
}
export interface BoardTakes {
  readonly title: string;
  readonly scenes: readonly SceneTakes[];
}

/** The name that somebody gave it, or its number. */
export const nameOf = ({ takes, number }: TakenRun): string => {
  const title = takes[0]?.title ?? "";
  return title === "" ? i18next.t("jobs:take", { number }) : title;
};

export function runsOf(takes: Iterable<Take>): readonly TakenRun[] {
  const groups = Map.groupBy(takes, (take) => take.job.runId);
  return [...groups]
    .map(([runId, parts]) => ({
      runId,
      takes: parts.toSorted((a, b) => a.job.part.index - b.job.part.index),
      number: Math.max(...parts.map(({ number }) => number)),
      createdAt:
        parts
          .map(({ job }) => job.createdAt)
          .toSorted()
          .at(-1) ?? "",
    }))
    .toSorted((a, b) => laterFirst(a.createdAt, b.createdAt));
}

export type TakeRow =
  | { readonly kind: "board" | "scene"; readonly key: string; readonly title: string }
  | { readonly kind: "run"; readonly key: string; readonly run: TakenRun };

/** The same, line by line, for a list of which only what is in view is drawn. */
export const rowsOf = (takes: Iterable<Take>): readonly TakeRow[] =>
  groupTakes(takes).flatMap((board): TakeRow[] => [
    { kind: "board", key: `board ${board.title}`, title: board.title },
    ...board.scenes.flatMap(({ sceneId, title, runs }): TakeRow[] => [
      { kind: "scene", key: `${board.title} ${sceneId}`, title },
      ...runs.map((run): TakeRow => ({ kind: "run", key: run.runId, run })),
    ]),
  ]);

export function groupTakes(takes: Iterable<Take>): readonly BoardTakes[] {
  const boards = new Map<string, Map<string, TakenRun[]>>();
  for (const run of runsOf(takes)) {
    const job = run.takes[0]?.job;
    if (job === undefined) continue;
    const scenes = boards.get(job.boardTitle) ?? new Map<string, TakenRun[]>();
    boards.set(job.boardTitle, scenes);
    const runs = scenes.get(job.sceneId);
    if (runs === undefined) scenes.set(job.sceneId, [run]);
    else runs.push(run);
  }
  return [...boards].map(([title, scenes]) => ({
    title,
    scenes: [...scenes].map(([sceneId, runs]) => ({
      sceneId,
      // As it was called when it was last run.
      title: runs[0]?.takes[0]?.job.sceneTitle ?? "",
      runs,
    })),
  }));
}
