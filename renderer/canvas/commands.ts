import i18next from "i18next";
import {
  canConnect,
  edgesFrom,
  edgesInto,
  isReroute,
  nodeIdsOf,
  nodeOf,
} from "../../shared/board/graph.ts";
import {
  addNode,
  connect,
  reconnect,
  removeEdges,
  removeNodes,
  setMode,
  setPlacement,
  setTitle,
  type Point,
} from "../../shared/board/edits.ts";
import { clearOf } from "../../shared/board/faces.ts";
import { isFrame } from "../../shared/board/frames.ts";
import { addedNodes, duplicateNodes } from "../../shared/board/fragment.ts";
import { makeIds } from "../../shared/board/ids.ts";
import type { Board, EdgeEnd, EdgeId, NodeId, NodeMode } from "../../shared/board/schema.ts";
import type { NodeType } from "../../shared/nodes/registry.ts";
import { headerHeight, sizeOf } from "../nodes/size.ts";
import { nodeName, typeName } from "../nodes/words.ts";
import { useFacts } from "../nodes/facts.ts";
import { activeBoard, activeTab, edit, useBoards } from "../stores/boardStore.ts";
import { select, useView } from "../stores/viewStore.ts";
import { beginWords, type Words } from "../stores/words.ts";
import { atCanvas, type WirePurpose } from "./canvasStore.ts";
import { copyOffset, placeOnGrid } from "./grid.ts";
import { edgesOfNode } from "./flowStore.ts";
import { selectionWithContents } from "./selection.ts";
import { bringIntoView, focusCanvas, here, nodeOver, openMenuAt, toFlow } from "./surface.ts";
import { wireEnds, type OpenWire } from "./wiring.ts";

/** What can be done at the canvas, for the keyboard, the menus and the palette: plain functions on what is selected. */

type End = Pick<EdgeEnd, "node" | "port">;

export const ids = makeIds(Math.random);

export const boardNow = (): Board | undefined => activeBoard(useBoards.getState());
const selected = (): readonly NodeId[] => [...useView.getState().selectedNodes];

/** The name of a node for a menu or the undo history. */
export function nameOf(id: NodeId): string {
  const board = boardNow();
  const node = board && nodeOf(board, id);
  return node === undefined ? "" : nodeName(node, useFacts.getState().facts.get(id)?.numeral);
}

/** One step of the history, called after the node when it is about one only. */
export const about = (key: string, nodes: readonly NodeId[]): { key: string; values: Values } =>
  nodes.length === 1 && nodes[0] !== undefined
    ? { key: `${key}One`, values: { name: nameOf(nodes[0]) } }
    : { key, values: { count: nodes.length } };
type Values = { readonly [name: string]: string | number };

const isReadOnly = (): boolean => activeTab(useBoards.getState())?.readOnly === true;

/** Says why something is not done, at the pointer, or in the middle of the canvas when it is elsewhere. */
export const refuse = (sentence: string, at: Point = here()): void =>
  atCanvas({ refusal: { at, sentence } });

/** Whether the board can be changed here; says so when it cannot. */
export function mayChange(at?: Point): boolean {
  if (!isReadOnly()) return true;
  refuse(i18next.t("canvas:refused.readOnly"), at);
  return false;
}

/** Takes away nodes and edges of the selection. The chain around a deleted shot is closed. */
export function deleteSelection(how: "delete" | "cut" = "delete"): void {
  const { selectedNodes, selectedEdges } = useView.getState();
  const nodes = [...selectedNodes];
  if (nodes.length === 0 && selectedEdges.size === 0) return;
  const label =
    nodes.length === 0
      ? { key: "disconnect", values: { count: selectedEdges.size } }
      : about(how, nodes);
  const heir = neighbourOf(nodes);
  // Wires of a box selection go with their nodes; only the others are cut, so that the chain can heal.
  edit(label, (board) => {
    const loose = [...selectedEdges].filter((id) => {
      const edge = board.edges[id];
      return edge && !selectedNodes.has(edge.from.node) && !selectedNodes.has(edge.to.node);
    });
    return removeNodes(removeEdges(board, loose), nodes, { heal: true });
  });
  select([]);
  focusCanvas(heir);
}

/** The node that stays beside those that go: what fed them, else what they fed. */
function neighbourOf(nodes: readonly NodeId[]): NodeId | undefined {
  const board = boardNow();
  if (board === undefined) return undefined;
  const beside = [
    ...nodes.flatMap((id) => edgesInto(board, id).map(({ edge }) => edge.from.node)),
    ...nodes.flatMap((id) => edgesFrom(board, id).map(({ edge }) => edge.to.node)),
  ];
  return beside.find((id) => !nodes.includes(id));
}

export function selectAll(): void {
  const board = boardNow();
  if (board !== undefined) select(nodeIdsOf(board));
}

/** Changes the board and selects what that brought. */
export function editAndSelectNew(
  label: { key: string; values: Values },
  change: (board: Board) => Board,
): readonly NodeId[] {
  const before = boardNow();
  if (before === undefined) return [];
  edit(label, change);
  const after = boardNow();
  if (after === before && !isReadOnly()) refuse(i18next.t("canvas:refused.full"));
  const added = after === undefined ? [] : addedNodes(before, after);
  if (added.length > 0) select(added);
  return added;
}

/** @param wired what feeds the originals feeds the copies too. */
export function duplicate(wired = false): void {
  const nodes = selectionWithContents();
  if (nodes.length === 0) return;
  const offset = { x: copyOffset(), y: copyOffset() };
  const copies = editAndSelectNew(about("duplicate", nodes), (board) =>
    duplicateNodes(board, nodes, ids, { offset, wired }),
  );
  goOnWith(copies);
}

/** Takes the keyboard from a node to the first of those that have come: what is selected is what it is about. */
export function goOnWith([first]: readonly NodeId[]): void {
  if (first === undefined || nodeOver(document.activeElement) === undefined) return;
  requestAnimationFrame(() => focusCanvas(first));
}

/** Frames and reroutes do nothing that could be bypassed, and are nothing that could be collapsed. */
const hasFace = (board: Board, id: NodeId): boolean => !isFrame(board, id) && !isReroute(board, id);

const toggleMode = (mode: NodeMode, key: string): void => {
  const board = boardNow();
  if (board === undefined) return;
  const nodes = selectionWithContents().filter((id) => hasFace(board, id));
  if (nodes.length === 0) return;
  const all = nodes.every((id) => nodeOf(board, id)?.mode === mode);
  edit(about(all ? "activate" : key, nodes), (current) =>
    setMode(current, nodes, all ? "active" : mode),
  );
};

/** Passes through what it is given, or is active again when all of the selection did so already. */
export const toggleBypass = (): void => toggleMode("bypassed", "bypass");
/** Its branch is off, or on again. */
export const toggleMute = (): void => toggleMode("muted", "mute");

export function toggleCollapse(): void {
  const board = boardNow();
  if (board === undefined) return;
  const nodes = selected().filter((id) => hasFace(board, id));
  if (nodes.length === 0) return;
  const collapsed = !nodes.every((id) => board.layout[id]?.collapsed === true);
  edit(about(collapsed ? "collapse" : "expand", nodes), (current) =>
    nodes.reduce((next, id) => setPlacement(next, id, { collapsed }), current),
  );
}

/** Starts to write the title of the selected node on its face. */
export function rename(id: NodeId | undefined = selected()[0]): void {
  if (id !== undefined && mayChange()) atCanvas({ renaming: id });
}

/** For a field in which the title of a node is written. */
export const titleWords = (id: NodeId, title: string): Words =>
  beginWords({ key: "rename", values: { name: nameOf(id) } }, `title:${id}`, title, (board, text) =>
    setTitle(board, id, text.trim().slice(0, 200)),
  );

/** Opens the search for a node to add, under the pointer or in the middle of the canvas. */
export function openAdd(screen: Point = here(), wire: OpenWire | null = null): void {
  if (mayChange(screen)) atCanvas({ adding: { screen, flow: toFlow(screen), wire } });
}

/**
 * Puts a new node on the canvas and joins it to an open wire.
 *
 * @param flow Canvas px of the middle of its top edge, or of its port when there is a wire.
 */
export function addNodeAt(
  type: NodeType,
  flow: Point,
  join: { readonly wire: OpenWire; readonly port: string } | null = null,
  params: { readonly [field: string]: unknown } = {},
): NodeId | undefined {
  const id = ids.node();
  const corner = cornerFor(type, params, flow, join?.wire);
  const now = boardNow();
  if (now === undefined) return undefined;
  const at = clearOf(now, [{ x: 0, y: 0 }], copyOffset(), corner);
  const added = editAndSelectNew({ key: "add", values: { name: typeName(type) } }, (board) => {
    const next = addNode(board, { id, type, at, params });
    if (join === null || next === board) return next;
    const { from, to } = wireEnds(join.wire, { node: id, port: join.port });
    return join.wire.moving === undefined
      ? connect(next, ids.edge(), from, to)
      : reconnect(next, join.wire.moving, from, to);
  });
  return added[0];
}

/** Where a node goes that comes to a place, or whose port does: the middle of a reroute is both. */
export function cornerFor(
  type: NodeType,
  params: { readonly [field: string]: unknown },
  flow: Point,
  wire: OpenWire | undefined,
): Point {
  const { width, height } = sizeOf({ type, params }, "16:9", undefined);
  if (type === "reroute") return { x: flow.x - width / 2, y: flow.y - height / 2 };
  const corner =
    wire === undefined
      ? { x: flow.x - width / 2, y: flow.y - headerHeight / 2 }
      : { x: flow.x - (wire.side === "output" ? 0 : width), y: flow.y - 52 };
  return placeOnGrid(corner);
}

/** For a list of node types, such as the panel on the left: the new node comes to the middle of the view. */
export function addNodeHere(type: NodeType): void {
  const id = addNodeAt(type, toFlow(here()));
  if (id !== undefined) bringIntoView(id);
}

/** Wires two ports, or says why not. */
export function connectPorts(from: End, to: End, moving?: EdgeId): void {
  const board = boardNow();
  if (board === undefined || !canConnect(board, from, to, moving).ok) return;
  const label = { key: "connect", values: { from: nameOf(from.node), to: nameOf(to.node) } };
  edit(label, (current) =>
    moving === undefined
      ? connect(current, ids.edge(), from, to)
      : reconnect(current, moving, from, to),
  );
}

export function disconnectEdges(edges: readonly EdgeId[]): void {
  if (edges.length === 0) return;
  edit({ key: "disconnect", values: { count: edges.length } }, (board) =>
    removeEdges(board, edges),
  );
}

/** Takes every wire off the selected nodes. */
export function disconnectSelection(): void {
  const board = boardNow();
  if (board === undefined) return;
  disconnectEdges([...new Set(selected().flatMap((id) => edgesOfNode(board, id)))]);
}

/** Opens "Connect to…" for the selected node. */
export function connectTo(id: NodeId | undefined = selected()[0]): void {
  if (id !== undefined) atCanvas({ connecting: id });
}

/** Opens the list of the wires of the selected node, or of those that it can be put into. */
export function askForWire(purpose: WirePurpose): void {
  const [node] = selected();
  if (node !== undefined) atCanvas({ wires: { node, purpose } });
}

/** Opens the menu of the selected node where it stands, for keyboards without a key of that name. */
export function openMenu(): void {
  const [id] = selected();
  if (id !== undefined) bringIntoView(id);
  openMenuAt(id);
}

/** The edge that a port which takes one edge has now. */
export const edgeAt = (board: Board, end: End): EdgeId | undefined =>
  edgesInto(board, end.node, end.port)[0]?.id;
