import { create } from "zustand";
import type { Point } from "../../shared/board/edits.ts";
import type { Box } from "../../shared/board/frames.ts";
import type { EdgeId, NodeId } from "../../shared/board/schema.ts";
import type { Side } from "../../shared/board/graph.ts";
import { useBoards } from "../stores/boardStore.ts";
import { noteWhereFrom } from "./cameFrom.ts";
import type { OpenWire } from "./wiring.ts";

/** What a wire is chosen for in a list. */
export type WirePurpose = "disconnect" | "insert" | "reroute";

/** What is going on at the canvas and gone with the next click: never saved, never undone. */
interface CanvasState {
  /** The search for a node to add. `screen` is in px of the window, `flow` in px of the canvas. */
  readonly adding: {
    readonly screen: Point;
    readonly flow: Point;
    /** The wire that the new node is joined to. */
    readonly wire: OpenWire | null;
  } | null;
  /** The wire whose open end follows the pointer, and the ports that it fits, by `portKey`. */
  readonly wiring: { readonly wire: OpenWire; readonly fits: ReadonlySet<string> } | null;
  /** The port that the wire would go to if it were let go now, anywhere over that port's node. */
  readonly aim: { readonly node: NodeId; readonly port: string; readonly side: Side } | null;
  /** The wire is over a node that takes it at no port. */
  readonly refused: boolean;
  /** The wire under the pointer: its ends can be taken hold of. */
  readonly pointedWire: string | null;
  /** The wire that the dragged node would be put into if it were let go now. */
  readonly insertInto: EdgeId | null;
  /** A stroke across wires, and the px of the window that it has come through. */
  readonly stroke: { readonly does: "cut" | "reroute"; readonly points: readonly Point[] } | null;
  /** The box that selects while it is drawn, in px of the window. */
  readonly box: Box | null;
  /** Why a wire was not taken, shown where it was dropped, in px of the window. */
  readonly refusal: { readonly at: Point; readonly sentence: string } | null;
  readonly renaming: NodeId | null;
  /** The node whose text is being written on its face. */
  readonly writing: NodeId | null;
  /** Find in board is open; another object each time it is asked for. */
  readonly finding: { readonly asked: number } | null;
  /** The list of steps is open. */
  readonly history: boolean;
  /** A drag moves the view wherever it begins, and no node. */
  readonly hand: boolean;
  /** The node for which "Connect to…" is open. */
  readonly connecting: NodeId | null;
  /** The list of wires that is open for a node. */
  readonly wires: { readonly node: NodeId; readonly purpose: WirePurpose } | null;
}

const quiet: CanvasState = {
  adding: null,
  wiring: null,
  aim: null,
  refused: false,
  pointedWire: null,
  insertInto: null,
  stroke: null,
  box: null,
  refusal: null,
  finding: null,
  history: false,
  hand: false,
  renaming: null,
  writing: null,
  connecting: null,
  wires: null,
};

export const useCanvas = create<CanvasState>()(() => quiet);
export const atCanvas = (change: Partial<CanvasState>): void => useCanvas.setState(change);

// What was being written stays behind with its board.
useBoards.subscribe(({ activeId }, before) => {
  if (activeId !== before.activeId) atCanvas({ renaming: null, writing: null });
});

export function openFind(): void {
  noteWhereFrom();
  useCanvas.setState(({ finding }) => ({ finding: { asked: (finding?.asked ?? 0) + 1 } }));
}
export function openHistory(): void {
  noteWhereFrom();
  atCanvas({ history: true });
}
