import type { FlowEdge, FlowNode } from "./flowOf.ts";
import { sameOr } from "./sameOr.ts";

/** A part of the canvas, in canvas px. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Shown<N = FlowNode, E = FlowEdge> {
  readonly nodes: N[];
  readonly edges: E[];
}

type Placed = Pick<FlowNode, "id" | "position" | "width" | "height">;
type Joining = Pick<FlowEdge, "source" | "target">;

/** Where a canvas of that size in window px looks. */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

export const regionOf = ({ x, y, zoom, width, height }: Sight): Region => ({
  left: -x / zoom,
  top: -y / zoom,
  right: (width - x) / zoom,
  bottom: (height - y) / zoom,
});

/** With half a view more on every side, so that it holds for a while. */
export function widened({ left, top, right, bottom }: Region): Region {
  const [dx, dy] = [(right - left) / 2, (bottom - top) / 2];
  return { left: left - dx, top: top - dy, right: right + dx, bottom: bottom + dy };
}

/** Whether all of the view lies in the region, and the region is not much more than what it needs. */
export function holds(region: Region, view: Region): boolean {
  const inside =
    view.left >= region.left &&
    view.top >= region.top &&
    view.right <= region.right &&
    view.bottom <= region.bottom;
  return inside && region.right - region.left <= 6 * (view.right - view.left);
}

const meets = (region: Region, other: Region): boolean =>
  other.right >= region.left &&
  other.left <= region.right &&
  other.bottom >= region.top &&
  other.top <= region.bottom;

const boxOf = ({ position: { x, y }, width = 0, height = 0 }: Placed): Region => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

export const isIn = (region: Region, node: Placed): boolean => meets(region, boxOf(node));

/** A wire bulges out of the box around its ends by no more than this, in canvas px. */
const bulge = 240;

function wireMeets(region: Region, from: Placed, to: Placed): boolean {
  const [a, b] = [boxOf(from), boxOf(to)];
  return meets(region, {
    left: Math.min(a.left, b.left) - bulge,
    top: Math.min(a.top, b.top) - bulge,
    right: Math.max(a.right, b.right) + bulge,
    bottom: Math.max(a.bottom, b.bottom) + bulge,
  });
}

/**
 * The nodes and wires that meet a region, and the nodes at the ends of those wires. Gives the arrays of `previous` again
 * while they hold the same.
 */
export function shownIn<N extends Placed, E extends Joining>(
  region: Region,
  { nodes, edges }: Shown<N, E>,
  nodeOf: (id: string) => N | undefined,
  previous: Shown<N, E>,
): Shown<N, E> {
  const ids = new Set<string>();
  for (const node of nodes) {
    if (isIn(region, node)) ids.add(node.id);
  }
  const wires = edges.filter((edge) => {
    const [from, to] = [nodeOf(edge.source), nodeOf(edge.target)];
    if (from === undefined || to === undefined) return false;
    const isShown = wireMeets(region, from, to);
    if (isShown) ids.add(edge.source).add(edge.target);
    return isShown;
  });
  const around = ids.size === nodes.length ? nodes : nodes.filter(({ id }) => ids.has(id));
  return {
    nodes: sameOr(previous.nodes, around),
    edges: sameOr(previous.edges, wires),
  };
}
