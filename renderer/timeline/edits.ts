import { removeNodes, setMode, setParams } from "../../shared/board/edits.ts";
import { insertShotAfter, insertShotBefore, moveShot } from "../../shared/board/chain.ts";
import { nodeOf, shotChain } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { setSeconds, type TrimMode } from "../../shared/compile/timing.ts";
import { storableSeconds } from "../../shared/nodes/seconds.ts";
import { about, editAndSelectNew, ids, mayChange, nameOf } from "../canvas/commands.ts";
import { edit } from "../stores/boardStore.ts";
import { select, showNode } from "../stores/viewStore.ts";
import type { Clip, Film } from "./film.ts";

/** What is done to the board at the timeline and in the shot table. */

const changes = (clips: readonly Clip[], seconds: readonly number[]) =>
  clips.flatMap((clip, i) => {
    const next = seconds[i];
    return next === undefined || next === clip.seconds
      ? []
      : [{ id: clip.id, params: { seconds: next } }];
  });

/** What a drag of a clip's end to `seconds` would make of all clips. */
export const trimmed = (
  { clips, limits }: Pick<Film, "clips" | "limits">,
  index: number,
  seconds: number,
  mode: TrimMode,
): readonly number[] => setSeconds(clips, index, seconds, mode, limits?.shot ?? storableSeconds);

/** One step of the history; with a `mergeKey`, one together with the presses just before it. */
export function trim(
  film: Pick<Film, "clips" | "limits">,
  index: number,
  seconds: number,
  mode: TrimMode,
  mergeKey?: string,
): void {
  const clip = film.clips[index];
  if (clip === undefined) return;
  const next = trimmed(film, index, seconds, mode);
  const key = mode === "roll" ? "roll" : "trim";
  edit(
    { key, values: { name: nameOf(clip.id), seconds: next[index] ?? clip.seconds } },
    (board) => setParams(board, changes(film.clips, next)),
    mergeKey,
  );
}

export function fit(clips: readonly Clip[], seconds: readonly number[]): void {
  const total = seconds.reduce((sum, s) => sum + s, 0);
  edit({ key: "fit", values: { seconds: total } }, (board) =>
    setParams(board, changes(clips, seconds)),
  );
}

/** Places are counted from 0 among the clips; shots of the chain that are passed over keep theirs. */
export function reorder({ sceneId, clips }: Film, from: number, to: number): void {
  const clip = clips[from];
  const target = clips[to];
  if (sceneId === undefined || clip === undefined || target === undefined || from === to) return;
  edit({ key: "reorder", values: { name: nameOf(clip.id), number: to + 1 } }, (board) => {
    const chain = shotChain(board, sceneId);
    return moveShot(board, sceneId, chain.indexOf(clip.id), chain.indexOf(target.id));
  });
}

function adding(change: (board: Board) => Board): NodeId | undefined {
  const [shot] = editAndSelectNew({ key: "addShot", values: {} }, change);
  if (shot !== undefined) showNode(shot);
  return shot;
}

export const addAfter = (shot: NodeId): NodeId | undefined =>
  adding((board) => insertShotAfter(board, shot, ids));
export const addLast = (scene: NodeId): NodeId | undefined =>
  adding((board) => insertShotBefore(board, scene, ids));

/** Those of a scene's shots that are off, and the scene behind them when it is. */
export const offIn = (board: Board, sceneId: NodeId): readonly NodeId[] =>
  [...shotChain(board, sceneId), sceneId].filter((id) => nodeOf(board, id)?.mode !== undefined);

export const activate = (nodes: readonly NodeId[]): void =>
  edit(about("activate", nodes), (board) => setMode(board, nodes, "active"));

/** The chain closes, and the neighbour is selected. Gives back which one that is. */
export function removeClip(clips: readonly Clip[], index: number): NodeId | undefined {
  const clip = clips[index];
  if (clip === undefined || !mayChange()) return undefined;
  edit({ key: "deleteOne", values: { name: nameOf(clip.id) } }, (board) =>
    removeNodes(board, [clip.id], { heal: true }),
  );
  const next = clips[index + 1] ?? clips[index - 1];
  select(next === undefined ? [] : [next.id]);
  return next?.id;
}
