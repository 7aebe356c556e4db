import { nodeOf } from "../../shared/board/graph.ts";
import type { Board, BoardNode, NodeId } from "../../shared/board/schema.ts";
import type { Problem } from "../../shared/compile/compiled.ts";
import { definitionOf } from "../../shared/nodes/registry.ts";
import type { FlowNode } from "./flowOf.ts";
import type { Fit } from "./miniMapFit.ts";
import type { MiniMapOrder } from "./miniMapOrder.ts";

/** An error is seen however small the overview is, in px. */
const leastError = 5;

/**
 * What the overview shows of each node: its kind or its own colour, an error above both. Muted nodes fade, bypassed ones
 * are hollow, frames are outlines behind the rest, and reroutes are left out.
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
  const layers: { readonly [layer in "frame" | "plain" | "error"]: number[] } = {
    frame: [],
    plain: [],
    error: [],
  };
  const colors = new Map<string, number>();
  const numberOf = (color: string): number => {
    const known = colors.get(color) ?? colors.size;
    colors.set(color, known);
    return known;
  };
  for (const { id: flowId, position, width = 0, height = 0, selected } of nodes) {
    // React Flow's ids are those of the board's own nodes.
    const id = flowId as NodeId;
    const node = nodeOf(board, id);
    if (node === undefined || node.type === "reroute") continue;
    const isFrame = node.type === "frame";
    const isWrong = hasError(problems.get(id));
    const kind = `kind-${definitionOf(node)?.color ?? "neutral"}`;
    // A node is never too small to be seen.
    const least = isWrong ? leastError : 1.5;
    layers[isFrame ? "frame" : isWrong ? "error" : "plain"].push(
      fit.x + position.x * fit.scale,
      fit.y + position.y * fit.scale,
      Math.max(least, width * fit.scale),
      Math.max(least, height * fit.scale),
      opacityOf(node, selected === true || isWrong),
      numberOf(isWrong ? "failed" : (board.layout[id]?.color ?? kind)),
      isFrame || node.mode === "bypassed" ? 1 : 0,
    );
  }
  const marks = new Float32Array([...layers.frame, ...layers.plain, ...layers.error]);
  const values = [...colors.keys()].map((color) =>
    color.startsWith("#") ? color : valueOf(color),
  );
  return { marks, colors: values };
}

function opacityOf({ mode }: BoardNode, stands: boolean): number {
  if (mode === "muted") return 0.3;
  return stands ? 1 : 0.62;
}

const hasError = (problems: readonly Problem[] | undefined): boolean =>
  problems?.some(({ severity }) => severity === "error") === true;
