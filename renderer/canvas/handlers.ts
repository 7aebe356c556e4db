import type { ReactFlowProps } from "@xyflow/react";
import { look, select, useView } from "../stores/viewStore.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { openAdd, rename } from "./commands.ts";
import { beginDrag, changeNodes } from "./dragging.ts";
import { onDragLeave, onDragOver, onDrop } from "./dropping.ts";
import type { FlowEdge, FlowNode } from "./flowOf.ts";
import { noteHeld } from "./held.ts";
import { onCanvasKey, write } from "./keys.ts";
import { changeEdges, selectNothing } from "./marking.ts";
import { rerouteAt } from "./rerouting.ts";
import { beginGesture, endGesture, noteFocus, setInstance, setPointer, toFlow } from "./surface.ts";
import { aimWire, endWire, isFit, startReconnect, startWire, takeWire } from "./wiringEvents.ts";

/**
 * What the canvas does with what React Flow tells it. React Flow draws every wire in view again when a handler is not the
 * one it had before, so they are made once and not with each step of a drag.
 */
export const handlers = {
  onFocus: noteFocus,
  onKeyDown: onCanvasKey,
  onPointerMove: (event) => {
    setPointer({ x: event.clientX, y: event.clientY });
    noteHeld(event);
    aimWire(event.target);
  },
  onPointerLeave: () => setPointer(undefined),
  onPointerUp: noteHeld,
  onPointerDown: () => atCanvas({ refusal: null }),
  onDoubleClick: ({ target, clientX: x, clientY: y }) => {
    const isOnPane = target instanceof Element && target.classList.contains("react-flow__pane");
    if (isOnPane) openAdd({ x, y });
  },
  onDragOver,
  onDragLeave,
  onDrop,

  onInit: (instance) => setInstance(instance),
  onMoveStart: beginGesture,
  onMove: (_event, { zoom }) => {
    if (zoom !== useView.getState().zoom) look({ zoom });
  },
  onPaneClick: selectNothing,

  onNodesChange: changeNodes,
  onNodeDragStart: beginDrag,
  onNodeDragStop: endGesture,
  /** Lights what the node has become in the request. */
  onNodeMouseEnter: (_event, { id }) => look({ pointedAt: { nodeId: id, field: "" } }),
  onNodeMouseLeave: () => look({ pointedAt: null }),
  /** Pressing one of several selected nodes may begin a drag of all; letting it go at once means that one. */
  onNodeClick: ({ shiftKey, ctrlKey, metaKey }, { id }) => {
    const adds = shiftKey || ctrlKey || metaKey;
    if (!adds && useView.getState().selectedNodes.size > 1) select([id]);
  },
  /** The header is where the title is written, the rest of the face is for its text. */
  onNodeDoubleClick: ({ target }, { id }) => {
    if (!(target instanceof Element) || target.closest(".nodrag") !== null) return;
    if (target.closest(".board-node-header") === null) write(id);
    else rename(id);
  },

  onEdgesChange: changeEdges,
  /**
   * The ends of the wire under the pointer can be taken hold of. Were it those of all wires in view, each would bring two
   * more handles into the page.
   */
  onEdgeMouseEnter: (_event, { id }) => atCanvas({ pointedWire: id }),
  onEdgeMouseLeave: () => {
    // An end that is being dragged leaves its wire behind.
    if (useCanvas.getState().wiring === null) atCanvas({ pointedWire: null });
  },
  onEdgeDoubleClick: ({ clientX: x, clientY: y }, { id }) =>
    rerouteAt([{ id, at: toFlow({ x, y }) }]),

  isValidConnection: isFit,
  onConnectStart: (_event, params) => startWire(params),
  onConnect: takeWire,
  onConnectEnd: endWire,
  onReconnectStart: (_event, edge) => startReconnect(edge),
  onReconnect: (_edge, connection) => takeWire(connection),
} satisfies ReactFlowProps<FlowNode, FlowEdge>;
