import type { Connection, FinalConnectionState, OnConnectStartParams } from "@xyflow/react";
import i18next from "i18next";
import type { Point } from "../../shared/board/edits.ts";
import { canConnect, nodeOf, portOf } from "../../shared/board/graph.ts";
import type { Board, EdgeEnd, EdgeId, NodeId } from "../../shared/board/schema.ts";
import { kindName } from "../nodes/words.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { boardNow, connectPorts, disconnectEdges, nameOf, openAdd } from "./commands.ts";
import type { FlowEdge } from "./flowOf.ts";
import { nodeAt, nodeOver } from "./surface.ts";
import {
  firstFit,
  fittingPorts,
  portKey,
  reasonAgainst,
  wireEnds,
  type OpenWire,
} from "./wiring.ts";

/** What happens while a wire is dragged: which ports light up, and what its drop does or why it is refused. */

type End = Pick<EdgeEnd, "node" | "port">;

/** The edge whose end is being dragged. */
let moving: EdgeId | undefined;
/** React Flow tells of a drop on a port before it tells of the end of the drag. */
let taken = false;

// The ids and ports that React Flow hands back are those that `flowOf` gave it.
const endOf = (node: string, port: string | null): End => ({
  node: node as NodeId,
  port: port ?? "",
});

export function startWire({ nodeId, handleId, handleType }: OnConnectStartParams): void {
  const board = boardNow();
  if (board === undefined || nodeId === null || handleType === null) return;
  const wire: OpenWire = {
    end: endOf(nodeId, handleId),
    side: handleType === "source" ? "output" : "input",
    moving,
  };
  const other = wire.side === "output" ? "input" : "output";
  const fits = new Set(fittingPorts(board, wire).map((end) => portKey(end.node, other, end.port)));
  taken = false;
  over = undefined;
  addEventListener("keydown", giveUp, { capture: true });
  atCanvas({ wiring: { wire, fits }, ...unaimed, refusal: null });
}

export const startReconnect = (edge: FlowEdge): void => {
  moving = edge.id;
};

export function isFit({
  source,
  sourceHandle,
  target,
  targetHandle,
}: Connection | FlowEdge): boolean {
  const board = boardNow();
  if (board === undefined) return false;
  const [from, to] = [endOf(source, sourceHandle ?? null), endOf(target, targetHandle ?? null)];
  return canConnect(board, from, to, moving).ok;
}

const unaimed = { aim: null, refused: false } as const;
/** The node that the wire was last seen over. */
let over: NodeId | undefined;

/** Over a node, the wire shows which port it would go to, or that there is none; `target` is what the pointer is over. */
export function aimWire(target: EventTarget): void {
  const { wiring } = useCanvas.getState();
  const board = boardNow();
  if (wiring === null || board === undefined) return;
  const node = nodeOver(target);
  if (node === over) return;
  over = node;
  if (node === undefined || node === wiring.wire.end.node) {
    atCanvas(unaimed);
    return;
  }
  const fit = firstFit(board, wiring.wire, node);
  const side = wiring.wire.side === "output" ? "input" : "output";
  atCanvas({ aim: fit === undefined ? null : { ...fit, side }, refused: fit === undefined });
}

/** Wherever the focus is, Escape takes the wire back. */
function giveUp(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  moving = undefined;
  atCanvas({ wiring: null, ...unaimed });
}

export function takeWire({ source, sourceHandle, target, targetHandle }: Connection): void {
  taken = true;
  // It was given up with the button still down.
  if (useCanvas.getState().wiring === null) return;
  connectPorts(endOf(source, sourceHandle), endOf(target, targetHandle), moving);
}

/** The wire was let go: over a port that refused it, over a node, or over the empty canvas. */
export function endWire(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
  const wiring = useCanvas.getState().wiring;
  const board = boardNow();
  const wasMoving = moving;
  removeEventListener("keydown", giveUp, { capture: true });
  moving = undefined;
  atCanvas({ wiring: null, ...unaimed });
  if (taken || wiring === null || board === undefined) return;
  const { wire } = wiring;
  // It was deleted, or another board came, with the button still down.
  if (nodeOf(board, wire.end.node) === undefined) return;
  const at = pointOf(event);
  // React Flow also names ports that are only near the pointer; over the rest of a node, it is the node that counts.
  if (state.toHandle !== null && state.toHandle !== undefined && isPort(at)) {
    const { nodeId, id, type } = state.toHandle;
    refuse(at, board, wire, endOf(nodeId, id ?? null), type === "source" ? "output" : "input");
    return;
  }
  const node = nodeAt(at);
  if (node !== undefined) {
    dropOnNode(at, board, wire, node);
    return;
  }
  if (!isPane(at)) return;
  if (wasMoving !== undefined) disconnectEdges([wasMoving]);
  else openAdd(at, wire);
}

function dropOnNode(at: Point, board: Board, wire: OpenWire, node: NodeId): void {
  if (node === wire.end.node) return;
  const fit = firstFit(board, wire, node);
  if (fit !== undefined) {
    const { from, to } = wireEnds(wire, fit);
    connectPorts(from, to, wire.moving);
    return;
  }
  atCanvas({ refusal: { at, sentence: whyNone(board, wire, node) } });
}

/** Why a wire finds no port on a node, as a sentence. */
function whyNone(board: Board, wire: OpenWire, node: NodeId): string {
  const reason = reasonAgainst(board, wire, node);
  if (reason !== "noFit") return i18next.t(`canvas:refused.${reason}`);
  const kind = portOf(board, wire.end, wire.side)?.kind;
  const name = nameOf(node);
  if (kind === undefined) return i18next.t("canvas:refused.noFit", { name });
  const key = wire.side === "output" ? "takesNone" : "givesNone";
  return i18next.t(`canvas:refused.${key}`, { name, kind: kindName(kind) });
}

function refuse(at: Point, board: Board, wire: OpenWire, to: End, side: "input" | "output"): void {
  // Let go where it came from: the user changed their mind.
  if (to.node === wire.end.node && to.port === wire.end.port) return;
  atCanvas({ refusal: { at, sentence: whyNot(board, wire, to, side) } });
}

/** Why a wire cannot end at a port, as a sentence. */
function whyNot(board: Board, wire: OpenWire, other: End, side: "input" | "output"): string {
  if (side === wire.side) return i18next.t("canvas:refused.sameSide");
  if (nodeOf(board, other.node) === undefined) return i18next.t("canvas:refused.unknownNode");
  const { from, to } = wireEnds(wire, other);
  const answer = canConnect(board, from, to, wire.moving);
  if (answer.ok) return i18next.t("canvas:refused.readOnly");
  const { reason, values } = answer;
  if (reason === "kindsDiffer") {
    return i18next.t("canvas:refused.kindsDiffer", {
      from: kindName(values["from"] ?? ""),
      to: kindName(values["to"] ?? ""),
    });
  }
  return i18next.t(`canvas:refused.${reason}`);
}

function pointOf(event: MouseEvent | TouchEvent): Point {
  const at = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

const isPort = ({ x, y }: Point): boolean =>
  document.elementFromPoint(x, y)?.closest(".port") instanceof Element;

const isPane = ({ x, y }: Point): boolean =>
  document.elementFromPoint(x, y)?.closest(".react-flow__pane") !== null;
