import type { NodeChange } from "@xyflow/react";
import { addNode, moveNodes, type Point } from "../../shared/board/edits.ts";
import { isFrame, nodesIn, overlap, type Box } from "../../shared/board/frames.ts";
import { kindsMeet } from "../../shared/board/graph.ts";
import { duplicateNodes } from "../../shared/board/fragment.ts";
import { canInsert, insertIntoEdge, passageOf } from "../../shared/board/insert.ts";
import type { Board, EdgeId, NodeId } from "../../shared/board/schema.ts";
import type { NodeType } from "../../shared/nodes/registry.ts";
import { typeName } from "../nodes/words.ts";
import { edit, useBoards } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { about, boardNow, cornerFor, editAndSelectNew, ids, nameOf } from "./commands.ts";
import { boxOf, drawnWires } from "./drawn.ts";
import type { FlowEdge, FlowNode, Look } from "./flowOf.ts";
import { drawAt, endMoving, useFlow } from "./flowStore.ts";
import { dragsCopy } from "./held.ts";
import { keepsToGrid, toCrossing } from "./grid.ts";
import { guided, guidedSize } from "./guides.ts";
import { showGuides, showStaying } from "./guideStore.ts";
import { markNodes } from "./marking.ts";
import { freeOf, isPinned } from "./pinning.ts";
import { useShown } from "./shown.ts";
import { beginInHand } from "./surface.ts";
import { wireUnder } from "./wirePath.ts";

/** A drag of nodes: it moves only what is drawn, and its end is one edit. */

export function changeNodes(changes: readonly NodeChange<FlowNode>[]): void {
  const drag = changes.filter(isMove);
  if (drag.length > 0) dragTo(drag);
  const marks = changes.filter((change) => change.type === "select");
  if (marks.length > 0) markNodes(marks);
}

type PositionChange = Extract<NodeChange<FlowNode>, { type: "position" }> & {
  readonly id: NodeId;
};

/** React Flow's ids are those of the board's own nodes. */
const isMove = (change: NodeChange<FlowNode>): change is PositionChange =>
  change.type === "position";

const still: Look["moving"] = new Map();
let moving = still;

/** Escape was pressed, or another board came, while the button is still down. */
let givenUp = false;

function dragTo(changes: readonly PositionChange[]): void {
  const isOver = changes.every((change) => change.dragging !== true);
  if (givenUp) {
    givenUp = !isOver;
    return;
  }
  const free = changes.filter(({ id }) => isFree(id));
  if (free.length < changes.length && !told) tellPinned(changes.map(({ id }) => id));
  if (free.length === 0) {
    if (isOver) {
      stop();
      drawAt(still);
    }
    return;
  }
  const next = new Map(moving);
  const moves = settled(free, isOver);
  takeAlong(moves, changes, next);
  for (const change of moves) carry(change, next);
  for (const { id, position } of moves) if (position !== undefined) next.set(id, position);
  showStaying(dragsCopy() ? [...next.keys()].flatMap((id) => boxOf(id) ?? []) : []);
  if (isOver) {
    drop(next);
    return;
  }
  moving = next;
  drawAt(moving);
  const insertInto = dragsCopy() ? null : (wireToTake(next) ?? null);
  if (useCanvas.getState().insertInto !== insertInto) atCanvas({ insertInto });
}

/** Where the grid, or the nodes in view, draw what is dragged: on whole px, where a drop leaves it as it is drawn. */
const settled = (changes: readonly PositionChange[], isOver: boolean): readonly PositionChange[] =>
  drawnTo(changes, isOver).map((change) => {
    const { position } = change;
    return position === undefined
      ? change
      : { ...change, position: { x: Math.round(position.x), y: Math.round(position.y) } };
  });

function drawnTo(changes: readonly PositionChange[], isOver: boolean): readonly PositionChange[] {
  if (keepsToGrid()) {
    showGuides([]);
    return onGrid(changes);
  }
  return changes.length === 1 ? changes.map((each) => inLine(each, isOver)) : changes;
}

/** The first one comes to a crossing, and the others stay as they lie to it. */
function onGrid(changes: readonly PositionChange[]): readonly PositionChange[] {
  const lead = changes[0]?.position;
  if (lead === undefined) return changes;
  const off = toCrossing(lead);
  return changes.map((change) => {
    const { position } = change;
    return position === undefined
      ? change
      : { ...change, position: { x: position.x + off.x, y: position.y + off.y } };
  });
}

/** It was said in this drag that something is pinned. */
let told = false;

const isFree = (id: NodeId): boolean => {
  const board = boardNow();
  return board === undefined || !isPinned(board, id);
};

function tellPinned(nodes: readonly NodeId[]): void {
  const board = boardNow();
  told = true;
  if (board !== undefined) freeOf(board, nodes);
}

/** px of the window within which a line draws a node to it. */
const reach = 6;

/** One node that is dragged comes into line with those in view. */
function inLine(change: PositionChange, isOver: boolean): PositionChange {
  const { position, id } = change;
  const size = useFlow.getState().made.nodes.get(id)?.flow;
  if (position === undefined || size === undefined) return change;
  // What lies in a frame goes with it, and would always be in line.
  if (size.className !== undefined) return change;
  const { width = 0, height = 0 } = size;
  const { x, y, guides } = guided({ ...position, width, height }, boxesBeside(id), near());
  if (!isOver) showGuides(guides);
  return { ...change, position: { x, y } };
}

const near = (): number => reach / useView.getState().zoom;

/** What is in view besides a node, without frames. */
const boxesBeside = (id: string): readonly Box[] =>
  useShown.getState().nodes.flatMap((node) => {
    const isOther = node.id !== id && node.className === undefined;
    return isOther ? [{ ...node.position, width: node.width ?? 0, height: node.height ?? 0 }] : [];
  });

/** The size that the grid, or the nodes in view, give to what is pulled by its lower right corner. In canvas px. */
export function settledSize(
  id: NodeId,
  size: Pick<Box, "width" | "height">,
): Pick<Box, "width" | "height"> {
  const place = boxOf(id);
  if (place === undefined) return size;
  const box = { ...place, ...size };
  if (!keepsToGrid()) {
    // A frame that ends flush with what lies in it would hide where either ends.
    const others = boxesBeside(id).filter((other) => !overlap(box, other));
    const { guides, ...settled } = guidedSize(box, others, near());
    showGuides(guides);
    return settled;
  }
  showGuides([]);
  const off = toCrossing({ x: box.x + box.width, y: box.y + box.height });
  return { width: box.width + off.x, height: box.height + off.y };
}

/** React Flow drags what it knows of the selection, which is what lies around the view: the rest of it goes along. */
function takeAlong(
  [lead]: readonly PositionChange[],
  changes: readonly PositionChange[],
  places: Map<NodeId, Point>,
): void {
  const board = boardNow();
  const { selectedNodes } = useView.getState();
  const from = lead && board?.layout[lead.id];
  if (board === undefined || lead?.position === undefined || from === undefined) return;
  if (!selectedNodes.has(lead.id)) return;
  const [dx, dy] = [lead.position.x - from.x, lead.position.y - from.y];
  const known = new Set(changes.map(({ id }) => id));
  for (const id of selectedNodes) {
    const place = board.layout[id];
    if (known.has(id) || place === undefined || place.pinned === true) continue;
    const position = { x: place.x + dx, y: place.y + dy };
    carry({ id, type: "position", position }, places);
    places.set(id, position);
  }
}

/** What lay in each dragged frame when the drag began. */
const carried = new Map<NodeId, readonly NodeId[]>();

function carry({ id: frame, position }: PositionChange, places: Map<NodeId, Point>): void {
  const board = boardNow();
  if (board === undefined || position === undefined || !isFrame(board, frame)) return;
  const contents = carried.get(frame) ?? nodesIn(board, frame, boxOf);
  carried.set(frame, contents);
  const from = board.layout[frame];
  if (from === undefined) return;
  const [dx, dy] = [position.x - from.x, position.y - from.y];
  if (!told && !contents.every(isFree)) tellPinned(contents);
  for (const inside of contents) {
    const place = board.layout[inside];
    if (place !== undefined && !place.pinned)
      places.set(inside, { x: place.x + dx, y: place.y + dy });
  }
}

function drop(places: Look["moving"]): void {
  const { insertInto } = useCanvas.getState();
  const dropped = [...places].map(([id, { x, y }]) => ({ id, x, y }));
  const [only] = dropped;
  stop();
  if (only !== undefined && dragsCopy()) return dropCopy(dropped);
  if (insertInto !== null && only !== undefined) {
    const label = { key: "insert", values: { name: nameOf(only.id) } };
    endMoving(() =>
      edit(label, (board) =>
        insertIntoEdge(moveNodes(board, dropped), insertInto, only.id, ids.edge()),
      ),
    );
  } else {
    const label = { key: "move", values: { count: dropped.length } };
    endMoving(() => edit(label, (board) => moveNodes(board, dropped)));
  }
}

/** The nodes go back to where they are on the board, and copies come to where they were drawn. */
function dropCopy(dropped: readonly (Point & { readonly id: NodeId })[]): void {
  const [lead] = dropped;
  const from = lead && boardNow()?.layout[lead.id];
  if (lead === undefined || from === undefined) return endMoving(() => {});
  const offset = { x: lead.x - from.x, y: lead.y - from.y };
  const nodes = dropped.map(({ id }) => id);
  endMoving(() =>
    editAndSelectNew(about("duplicate", nodes), (board) =>
      duplicateNodes(board, nodes, ids, { offset }),
    ),
  );
}

function stop(): void {
  moving = still;
  told = false;
  carried.clear();
  candidates = undefined;
  showGuides([]);
  showStaying([]);
  if (useCanvas.getState().insertInto !== null) atCanvas({ insertInto: null });
}

/** Takes a drag back that is going on. False when there is none. */
export function giveUpDrag(): boolean {
  if (moving.size === 0) return false;
  givenUp = true;
  stop();
  drawAt(still);
  return true;
}

useBoards.subscribe((state, before) => {
  if (state.activeId !== before.activeId) giveUpDrag();
});

/** Of a drag that was given up, React Flow may never tell the end: its board was no longer shown. */
export function beginDrag(event: object): void {
  givenUp = false;
  beginInHand(event);
}

/** The wires of the right kind, looked up once in a drag: none of them moves while a loose node does. */
let candidates: { readonly id: NodeId; readonly edges: readonly FlowEdge[] } | undefined;

/** The wire that the one dragged node lies on and would fit into. */
function wireToTake(places: Look["moving"]): EdgeId | undefined {
  const [first] = places;
  const board = boardNow();
  if (first === undefined || places.size !== 1 || board === undefined) return undefined;
  const [id] = first;
  if (candidates?.id !== id) candidates = { id, edges: edgesFor(board, id) };
  if (candidates.edges.length === 0) return undefined;
  const flow = useFlow.getState().made.nodes.get(id)?.flow;
  if (flow === undefined) return undefined;
  const { width = 0, height = 0, position } = flow;
  const found = wireUnder({ ...position, width, height }, drawnWires(candidates.edges));
  return found !== undefined && canInsert(board, found, id) ? found : undefined;
}

function edgesFor(board: Board, id: NodeId): readonly FlowEdge[] {
  const passage = passageOf(board, id);
  if (passage === undefined) return [];
  return useFlow
    .getState()
    .edges.filter(
      ({ data, source, target }) =>
        kindsMeet(data?.kind, passage.kind) && source !== id && target !== id,
    );
}

/** px around the pointer within which a wire takes a new node. */
const wireReach = 40;

/** The wire that a new node would go into. */
function wireAround(board: Board, type: NodeType, flow: Point): EdgeId | undefined {
  const id = ids.node();
  const passage = passageOf(addNode(board, { id, type, at: flow }), id);
  const half = wireReach / 2;
  const box = { x: flow.x - half, y: flow.y - half, width: wireReach, height: wireReach };
  const edges = useShown
    .getState()
    .edges.filter(({ data }) => kindsMeet(data?.kind, passage?.kind));
  return passage && wireUnder(box, drawnWires(edges));
}

/** Shows the wire that a new node would go into if it were let go; none when it is no longer over the canvas. */
export function aimNewNode(type: NodeType | undefined, flow: Point): void {
  const board = boardNow();
  const insertInto =
    (board !== undefined && type !== undefined && wireAround(board, type, flow)) || null;
  if (useCanvas.getState().insertInto !== insertInto) atCanvas({ insertInto });
}

/** A new node from a list comes to where it was dropped, and into the wire that runs there. One step of the history. */
export function dropNewNode(type: NodeType, flow: Point): void {
  const board = boardNow();
  if (board === undefined) return;
  const id = ids.node();
  const at = cornerFor(type, {}, flow, undefined);
  const wire = wireAround(board, type, flow);
  editAndSelectNew({ key: "add", values: { name: typeName(type) } }, (now) => {
    const added = addNode(now, { id, type, at });
    return wire === undefined ? added : insertIntoEdge(added, wire, id, ids.edge());
  });
}
