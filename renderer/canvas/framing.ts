import { removeNodes } from "../../shared/board/edits.ts";
import { fitFrame, frameNodes, framesAround, isFrame, nodesIn } from "../../shared/board/frames.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { edit } from "../stores/boardStore.ts";
import { select, useView } from "../stores/viewStore.ts";
import { boardNow, ids, rename } from "./commands.ts";
import { boxOf } from "./drawn.ts";
import { freeOf } from "./pinning.ts";

/** What can be done with frames. */

/** Puts a frame around the selection and asks for its name. */
export function frameSelection(): void {
  const nodes = [...useView.getState().selectedNodes];
  const frame = ids.node();
  if (nodes.length === 0) return;
  edit({ key: "frame", values: { count: nodes.length } }, (board) =>
    frameNodes(board, frame, nodes, boxOf),
  );
  const board = boardNow();
  if (board === undefined || !isFrame(board, frame)) return;
  select([frame]);
  // At once: what is typed right after is its name.
  rename(frame);
}

/** The selected frames, else those that the selection lies in. */
function framesNow(): readonly NodeId[] {
  const board = boardNow();
  if (board === undefined) return [];
  const nodes = [...useView.getState().selectedNodes];
  const own = nodes.filter((id) => isFrame(board, id));
  return own.length > 0 ? own : framesAround(board, nodes, boxOf);
}

/** Takes frames away and leaves what lies in them, selected. */
export function dissolveFrames(): void {
  const board = boardNow();
  const frames = framesNow();
  if (board === undefined || frames.length === 0) return;
  const contents = new Set(frames.flatMap((frame) => nodesIn(board, frame, boxOf)));
  for (const frame of frames) contents.delete(frame);
  edit({ key: "dissolve", values: { count: frames.length } }, (current) =>
    removeNodes(current, frames),
  );
  select(contents);
}

/** Makes frames as large as what lies in them needs. */
export function fitFrames(): void {
  const now = boardNow();
  const frames = now === undefined ? [] : freeOf(now, framesNow());
  if (frames.length === 0) return;
  edit({ key: "fitFrame", values: { count: frames.length } }, (board) =>
    frames.reduce((next, frame) => fitFrame(next, frame, boxOf), board),
  );
}
