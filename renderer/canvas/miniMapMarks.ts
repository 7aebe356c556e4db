import { nodeOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import type { Problem } from "../../shared/compile/compiled.ts";
import { definitionOf } from "../../shared/nodes/registry.ts";
import type { FlowNode } from "./flowOf.ts";
import type { Fit } from "./miniMapFit.ts";
import { markLength, type MiniMapOrder } from "./miniMapOrder.ts";

/**
 * What the overview shows of each node.
 *
 * @param valueOf The value of a colour's name in the theme.
 */
export function marksOf(
  nodes: readonly FlowNode[],
  board: Board,
  problems: ReadonlyMap<NodeId, readonly Problem[]>,
  fit: Fit,
  valueOf: (name: string) => string,
): Pick<MiniMapOrder, "marks" | "colors"> {
  const marks = new Float32Array(nodes.length * markLength);
  const colors = new Map<string, number>();
  const numberOf = (color: string): number => {
    const known = colors.get(color) ?? colors.size;
    colors.set(color, known);
    return known;
  };
  for (const [i, { id: flowId, position, width = 0, height = 0, selected }] of nodes.entries()) {
    // React Flow's ids are those of the board's own nodes.
    const id = flowId as NodeId;
    const node = nodeOf(board, id);
    if (node === undefined) continue;
    const isFrame = node.type === "frame";
    const name = hasError(problems.get(id))
      ? "failed"
      : `kind-${definitionOf(node)?.color ?? "neutral"}`;
    const own = isFrame ? board.layout[id]?.color : undefined;
    const mark = [
      fit.x + position.x * fit.scale,
      fit.y + position.y * fit.scale,
      // A node is never too small to be seen.
      Math.max(1.5, width * fit.scale),
      Math.max(1.5, height * fit.scale),
      node.mode === "muted" ? 0.3 : selected === true ? 1 : 0.62,
      numberOf(own ?? name),
      isFrame ? 1 : 0,
    ];
    marks.set(mark, i * markLength);
  }
  const values = [...colors.keys()].map((color) =>
    color.startsWith("#") ? color : valueOf(color),
  );
  return { marks, colors: values };
}

const hasError = (problems: readonly Problem[] | undefined): boolean =>
  problems?.some(({ severity }) => severity === "error") === true;
