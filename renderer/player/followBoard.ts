import { nodeIdSchema } from "../../shared/board/schema.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { look, showNode, useView } from "../stores/viewStore.ts";
import type { Playback } from "./playback.ts";

/** Lights the node of the shot that plays, and moves the timeline's playhead along. Returns how to stop. */
export function followBoard(playback: Playback): () => void {
  let lit: string | undefined;
  const follow = (): void => {
    const { time, shot } = playback.getState();
    if (useView.getState().playhead !== time) look({ playhead: time });
    const nodeId = playback.reel.shots[shot]?.nodeId;
    if (nodeId === lit) return;
    lit = nodeId;
    look({ pointedAt: sourceOf(nodeId) });
  };
  follow();
  const stop = playback.subscribe(follow);
  return () => {
    stop();
    look({ pointedAt: null });
  };
}

const sourceOf = (id: string | undefined) => {
  const nodeId = nodeIdSchema.safeParse(id);
  return nodeId.success ? { nodeId: nodeId.data, field: "" } : null;
};

/** Selects a shot's node, when the board that is open is the one that was run. */
export function selectShot(id: string): void {
  const nodeId = nodeIdSchema.safeParse(id).data;
  const board = activeBoard(useBoards.getState());
  if (nodeId !== undefined && board?.nodes[nodeId] !== undefined) showNode(nodeId);
}
