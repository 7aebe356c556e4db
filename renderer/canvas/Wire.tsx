import type { ConnectionLineComponentProps, EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { portOf } from "../../shared/board/graph.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useCanvas } from "./canvasStore.ts";
import type { FlowEdge, FlowNode } from "./flowOf.ts";

/** From an output on the right of a node to an input on the left of another; a loop back when that one is behind. */
function wirePath(sx: number, sy: number, tx: number, ty: number): string {
  const ahead = tx - sx;
  const bend =
    ahead >= 0
      ? Math.min(Math.max(ahead / 2, 24), 180)
      : Math.min(240, 48 + Math.abs(ahead) * 0.35 + Math.abs(ty - sy) * 0.1);
  return `M${sx} ${sy}C${sx + bend} ${sy} ${tx - bend} ${ty} ${tx} ${ty}`;
}

export const Wire = memo(function Wire({
  sourceX,
  sourceY,
  targetX,
  targetY,
}: EdgeProps<FlowEdge>) {
  const path = wirePath(sourceX, sourceY, targetX, targetY);
  return (
    <>
      <path className="react-flow__edge-path" d={path} />
      <path className="react-flow__edge-interaction wire-grip" d={path} />
    </>
  );
});

/** The wire that follows the pointer. */
export function LooseWire({
  fromX,
  fromY,
  toX,
  toY,
  fromHandle,
  connectionStatus,
}: ConnectionLineComponentProps<FlowNode>) {
  const wire = useCanvas((state) => state.wiring?.wire);
  const kind = useBoards((state) => {
    const board = activeBoard(state);
    return board && wire && portOf(board, wire.end, wire.side)?.kind;
  });
  const path =
    fromHandle.type === "source"
      ? wirePath(fromX, fromY, toX, toY)
      : wirePath(toX, toY, fromX, fromY);
  return (
    <g
      className={`kind-${kind ?? "neutral"}`}
      data-refused={connectionStatus === "invalid" || undefined}
    >
      <path className="react-flow__edge-path loose-wire" d={path} />
      <circle className="loose-end" cx={toX} cy={toY} r={4} />
    </g>
  );
}
