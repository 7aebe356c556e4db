import type { Take } from "../../shared/jobs/job.ts";

/**
 * The picture of a shot in the newest take that has one, as `<take id>/<name>`. An animatic's is not asked for: the panel
 * draws the same without the writing on it, and from the words as they are now.
 *
 * @param takes of its scene, newest first.
 */
export function stillOf(takes: readonly Take[] | undefined, shot: string): string | undefined {
  for (const take of takes ?? []) {
    if (take.job.engine === "animatic") continue;
    const still = take.stills[take.job.shots.findIndex(({ nodeId }) => nodeId === shot)];
    if (!take.missing && still !== null && still !== undefined) return `${take.id}/${still}`;
  }
  return undefined;
}

/** The takes of the newest run, one for each part, in the order of the parts. */
export function latestTakes(takes: readonly Take[] | undefined): readonly Take[] {
  const newest = takes?.[0];
  if (takes === undefined || newest === undefined) return [];
  return takes
    .filter((take) => take.job.runId === newest.job.runId)
    .toSorted((a, b) => a.job.part.index - b.job.part.index);
}
