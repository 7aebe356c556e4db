import { nodeOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import type { Problem } from "../../shared/compile/compiled.ts";
import { definitionOf } from "../../shared/nodes/registry.ts";
import type { FlowNode } from "./flowOf.ts";
import type { Fit } from "./miniMapFit.ts";
import { markLength, markOpacity } from "./miniMapOrder.ts";

/** What the overview is drawn from. */
export interface Overview {
  readonly nodes: readonly FlowNode[];
  readonly board: Board;
  readonly problems: ReadonlyMap<NodeId, readonly Problem[]>;
  readonly selected: ReadonlySet<NodeId>;
  readonly fit: Fit;
}

export interface Marks {
  readonly of: Overview;
  /** `markLength` of them for each node that shows. */
  readonly numbers: Float32Array;
  /** The number of each colour: that of a kind, "failed", or one of a node's own, such as "#c9b23a". */
  readonly colors: ReadonlyMap<string, number>;
  /** Where the numbers of each of the nodes begin; -1 for one that does not show. */
  readonly starts: Int32Array;
}

/** An error is seen however small the overview is, in px. */
const leastError = 5;

/**
 * What the overview shows of each node: its kind or its own colour, an error above both. Muted nodes fade, bypassed ones
 * are hollow, frames are outlines behind the rest, and reroutes are left out.
 *
 * @param before What was shown last: where nodes were only moved, coloured or selected, the others are not gone over again.
 */
export const marksOf = (overview: Overview, before: Marks | undefined): Marks =>
  (before && movedMarks(overview, before)) ?? allMarks(overview);

function allMarks(overview: Overview): Marks {
  const { nodes, board } = overview;
  const layers: { readonly [layer in "frame" | "plain" | "error"]: number[] } = {
    frame: [],
    plain: [],
    error: [],
  };
  for (const [i, { id }] of nodes.entries()) {
    const node = nodeOf(board, id);
    if (node === undefined || node.type === "reroute") continue;
    const isFrame = node.type === "frame";
    layers[isFrame ? "frame" : isWrong(overview, id) ? "error" : "plain"].push(i);
  }
  const drawn = [...layers.frame, ...layers.plain, ...layers.error];
  const numbers = new Float32Array(drawn.length * markLength);
  const starts = new Int32Array(nodes.length).fill(-1);
  const colors = new Map<string, number>();
  for (const [place, i] of drawn.entries()) {
    starts[i] = place * markLength;
    const flow = nodes[i];
    if (flow !== undefined) numbers.set(markOf(flow, overview, colors), place * markLength);
  }
  return { of: overview, numbers, colors, starts };
}

/** Undefined when something else has changed than places, colours and the selection. */
function movedMarks(overview: Overview, before: Marks): Marks | undefined {
  const { nodes, board, problems, selected, fit } = overview;
  const old = before.of;
  if (
    board.nodes !== old.board.nodes ||
    problems !== old.problems ||
    fit !== old.fit ||
    nodes.length !== old.nodes.length
  ) {
    return undefined;
  }
  const numbers = before.numbers.slice();
  const colors = new Map(before.colors);
  for (let i = 0; i < nodes.length; i++) {
    const [flow, was] = [nodes[i], old.nodes[i]];
    if (flow === undefined || flow.id !== was?.id) return undefined;
    const { id } = flow;
    const start = before.starts[i] ?? -1;
    if (start < 0) continue;
    if (flow !== was) {
      numbers.set(markOf(flow, overview, colors), start);
    } else if (selected.has(id) !== old.selected.has(id)) {
      // Of thousands that are selected at once nothing else is worked out again.
      numbers[start + markOpacity] = opacityOf(overview, id);
    }
  }
  return { ...before, of: overview, numbers, colors };
}

/** Adds its colour to `colors`. */
function markOf(
  { id, position, width = 0, height = 0 }: FlowNode,
  overview: Overview,
  colors: Map<string, number>,
): readonly number[] {
  const { board, fit } = overview;
  const node = nodeOf(board, id);
  const wrong = isWrong(overview, id);
  // A node is never too small to be seen.
  const least = wrong ? leastError : 1.5;
  const kind = (node && definitionOf(node)?.color) ?? "neutral";
  const color = wrong ? "failed" : (board.layout[id]?.color ?? kind);
  const number = colors.get(color) ?? colors.size;
  if (number === colors.size) colors.set(color, number);
  return [
    fit.x + position.x * fit.scale,
    fit.y + position.y * fit.scale,
    Math.max(least, width * fit.scale),
    Math.max(least, height * fit.scale),
    opacityOf(overview, id),
    number,
    node?.type === "frame" || node?.mode === "bypassed" ? 1 : 0,
  ];
}

const isWrong = ({ problems }: Overview, id: NodeId): boolean =>
  problems.get(id)?.some(({ severity }) => severity === "error") === true;

function opacityOf(overview: Overview, id: NodeId): number {
  if (nodeOf(overview.board, id)?.mode === "muted") return 0.3;
  return overview.selected.has(id) || isWrong(overview, id) ? 1 : 0.62;
}

/** @param valueOf The value of a colour's name in the theme. */
export const colorsOf = ({ colors }: Marks, valueOf: (name: string) => string): readonly string[] =>
  [...colors.keys()].map((color) => {
    if (color.startsWith("#")) return color;
    return valueOf(color === "failed" ? color : `kind-${color}`);
  });
