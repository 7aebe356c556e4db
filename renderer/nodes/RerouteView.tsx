import { memo } from "react";
import type { NodeId } from "../../shared/board/schema.ts";
import type { FaceProps } from "../canvas/flowOf.ts";
import { useCanvas } from "../canvas/canvasStore.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { classes } from "../ui/classes.ts";
import { Port } from "./Ports.tsx";
import { portsOf } from "./size.ts";
import { Title } from "./Title.tsx";
import { useNode } from "./useNode.ts";

/** A dot in a wire. It is moved by the dot itself; a further wire is pulled from the port that shows beside it. */
export const RerouteView = memo(function RerouteView({ id: drawn, data }: FaceProps) {
  const id = drawn as NodeId;
  const node = useNode(id);
  const placement = useBoards((state) => activeBoard(state)?.layout[id]);
  const renaming = useCanvas((state) => state.renaming === id);
  if (node === undefined) return null;
  const ports = data.extra ?? portsOf("reroute");
  return (
    <div
      className={classes("reroute nokey", `kind-${ports[0]?.kind ?? "neutral"}`)}
      data-pinned={placement?.pinned}
      style={placement?.color === undefined ? undefined : { ["--tint" as string]: placement.color }}
    >
      <span className="reroute-dot" />
      {(renaming || node.title !== undefined) && (
        <span className="reroute-title">
          <Title id={id} node={node} />
        </span>
      )}
      {ports.map((port) => (
        <Port key={port.name} id={id} type="reroute" port={port} collapsed={false} />
      ))}
    </div>
  );
}, sameDot);

/** Positions change all through a drag, and nothing of a dot depends on them. */
function sameDot(a: FaceProps, b: FaceProps): boolean {
  return a.id === b.id && a.data === b.data;
}
