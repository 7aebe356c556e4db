import { useMemo } from "react";
import { animaticOf, type Animatic } from "../../shared/animatic/animatic.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { countedShots, nodeOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import type { CompiledScene } from "../../shared/compile/compiled.ts";
import type { PartLimits } from "../../shared/compile/plan.ts";
import { isNode } from "../../shared/nodes/registry.ts";
import { actionOf } from "../../shared/nodes/shot.ts";
import { useTarget } from "../app/useTarget.ts";
import { limitsOf } from "../panels/limits.ts";
import { useSettled } from "../stores/settled.ts";

/** The scene that the timeline and the shot table are about, laid out in time. */

/** A shot in its place. Times are seconds from the start of the scene. */
export interface Clip {
  readonly id: NodeId;
  /** In the scene, counted from 0. */
  readonly index: number;
  readonly title: string | undefined;
  /** What happens, for a clip without a title. */
  readonly action: string;
  readonly start: number;
  readonly seconds: number;
  readonly locked: boolean;
  /** The number of the request that begins with this shot, from 2 on; undefined for all others. */
  readonly beginsPart: number | undefined;
}

export interface Film {
  readonly sceneId: NodeId | undefined;
  readonly scene: CompiledScene | undefined;
  readonly clips: readonly Clip[];
  /** Seconds of all of it; of a scene without shots, what the scene says. 0 when nobody knows. */
  readonly total: number;
  readonly limits: PartLimits | undefined;
  readonly animatic: Animatic | undefined;
}

/** The shots that reach the scene. What cannot be compiled is still laid out, from the board itself. */
export function clipsOf(
  board: Board,
  sceneId: NodeId,
  scene: CompiledScene | undefined,
): readonly Clip[] {
  const ids = scene?.shots.map(({ nodeId }) => nodeId) ?? countedShots(board, sceneId);
  const borders = new Map(
    scene?.parts.flatMap(({ shots }, part) =>
      part > 0 && shots[0] !== undefined ? [[shots[0].nodeId, part + 1] as const] : [],
    ),
  );
  let start = 0;
  return ids.flatMap((id, index): Clip[] => {
    const node = nodeOf(board, id);
    if (!isNode(node, "shot")) return [];
    const { seconds, locked, prompt } = node.params;
    const { title } = node;
    const shot = scene?.shots[index];
    const clip = {
      id,
      index,
      title,
      action: shot ? actionOf(shot) : prompt,
      start,
      seconds,
      locked,
      beginsPart: borders.get(id),
    };
    start += seconds;
    return [clip];
  });
}

/** The clips with other lengths, each beginning where the one before it ends. */
export function withSeconds(clips: readonly Clip[], seconds: readonly number[]): readonly Clip[] {
  let start = 0;
  return clips.map((clip, i) => {
    const changed = { ...clip, start, seconds: seconds[i] ?? clip.seconds };
    start += changed.seconds;
    return changed;
  });
}

export const totalOf = (clips: readonly Pick<Clip, "seconds">[]): number =>
  clips.reduce((sum, { seconds }) => sum + seconds, 0);

const noClips: readonly Clip[] = [];

export function useFilm(): Film {
  // Where nodes stand on the canvas does not matter here, and changes with every move.
  const nodes = useSettled(({ board }) => board?.nodes);
  const edges = useSettled(({ board }) => board?.edges);
  const { sceneId, scene } = useTarget();
  const clips = useMemo(
    () =>
      nodes === undefined || edges === undefined || sceneId === undefined
        ? noClips
        : clipsOf({ ...emptyBoard(), nodes, edges }, sceneId, scene),
    [nodes, edges, sceneId, scene],
  );
  const animatic = useMemo(() => scene && animaticOf(scene), [scene]);
  const total = clips.length > 0 ? totalOf(clips) : (animatic?.seconds ?? 0);
  const limits = useMemo(() => limitsOf(scene), [scene]);
  return { sceneId, scene, clips, total, limits, animatic };
}
