import type { ConnectionLineComponentProps, EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { portOf } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useCanvas } from "./canvasStore.ts";
import type { FlowNode } from "./flowOf.ts";
import { useFlowing } from "./flowing.ts";
import { portPoint } from "./drawn.ts";
import { wirePath } from "./wirePath.ts";

export const Wire = memo(function Wire({
  id,
  target,
  sourceX,
  sourceY,
  targetX,
  targetY,
}: EdgeProps) {
  const path = wirePath({ x: sourceX, y: sourceY }, { x: targetX, y: targetY });
  const taking = useCanvas((state) => state.insertInto === id);
  // React Flow hands ids to what it draws as plain strings.
  const flowing = useFlowing(target as NodeId);
  return (
    <>
      <path
        className="react-flow__edge-path"
        data-taking={taking || undefined}
        data-flowing={flowing || undefined}
        d={path}
      />
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
  const aimed = useCanvas((state) => state.aim);
  const refused = useCanvas((state) => state.refused);
  // It was given up with the button still down.
  if (wire === undefined) return null;
  const held = { x: fromX, y: fromY };
  // A port that React Flow has found itself, near the pointer, comes first.
  const loose = (connectionStatus === "valid" ? undefined : portPoint(aimed)) ?? { x: toX, y: toY };
  const path = fromHandle.type === "source" ? wirePath(held, loose) : wirePath(loose, held);
  return (
    <g
      className={`kind-${kind ?? "neutral"}`}
      data-refused={refused || (connectionStatus === "invalid" && aimed === null) || undefined}
    >
      <path className="react-flow__edge-path loose-wire" d={path} />
      <circle className="loose-end" cx={loose.x} cy={loose.y} r={4} />
    </g>
  );
}
