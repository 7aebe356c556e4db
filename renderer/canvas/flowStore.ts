import i18next from "i18next";
import { create } from "zustand";
import { edgesFrom, edgesInto } from "../../shared/board/graph.ts";
import type { Board, EdgeId, NodeId } from "../../shared/board/schema.ts";
import { useFacts } from "../nodes/facts.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useOpening, workedOut } from "../stores/opening.ts";
import { select, useView } from "../stores/viewStore.ts";
import { emptyFlow, flowOf, type Flow, type Look } from "./flowOf.ts";
import { makeNames } from "./names.ts";

/** What the canvas draws: the active board seen through `flowOf`, with the positions of a drag that is still going on. */
export const useFlow = create<Flow>()(() => emptyFlow);

let moving: Look["moving"] = new Map();
let names = makeNames();
let look: Look | undefined;

function refresh(): void {
  const board = workedOut(activeBoard(useBoards.getState()));
  const previous = useFlow.getState();
  if (board === undefined) {
    if (previous !== emptyFlow) useFlow.setState(emptyFlow);
    return;
  }
  const next = flowOf(board, lookNow(), previous);
  if (next !== previous) useFlow.setState(next);
}

function lookNow(): Look {
  const { selectedEdges } = useView.getState();
  const { facts } = useFacts.getState();
  if (
    look?.selectedEdges !== selectedEdges ||
    look.facts !== facts ||
    look.moving !== moving ||
    look.names !== names
  ) {
    look = { selectedEdges, facts, moving, names };
  }
  return look;
}

/** An undo, or another tab, can take away what was selected. */
function forgetGone(): void {
  const board = activeBoard(useBoards.getState());
  const { selectedNodes, selectedEdges } = useView.getState();
  const nodes = [...selectedNodes].filter((id) => board && Object.hasOwn(board.nodes, id));
  const edges = [...selectedEdges].filter((id) => board && Object.hasOwn(board.edges, id));
  if (nodes.length !== selectedNodes.size || edges.length !== selectedEdges.size) {
    select(nodes, edges);
  }
}

/** Draws nodes where a drag has them, without a change of the board. */
export function drawAt(next: Look["moving"]): void {
  moving = next;
  refresh();
}

/** Ends a drag with the edit that takes the nodes to where they are drawn already, so that nothing is drawn again. */
export function endMoving(change: () => void): void {
  moving = new Map();
  change();
  refresh();
}

// The facts come first: what is worked out for them is drawn once.
useFacts.subscribe(refresh);
useOpening.subscribe(refresh);
useBoards.subscribe((state, before) => {
  const [board, last] = [activeBoard(state), activeBoard(before)];
  if (board?.nodes !== last?.nodes || board?.edges !== last?.edges) forgetGone();
  refresh();
});
useView.subscribe((state, before) => {
  if (state.selectedEdges !== before.selectedEdges) refresh();
});
i18next.on("languageChanged", () => {
  names = makeNames();
  refresh();
});
refresh();

export const edgesOfNode = (board: Board, id: NodeId): readonly EdgeId[] => [
  ...edgesInto(board, id).map((entry) => entry.id),
  ...edgesFrom(board, id).map((entry) => entry.id),
];
