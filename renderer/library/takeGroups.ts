import type { Take } from "../../shared/jobs/job.ts";

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
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

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
