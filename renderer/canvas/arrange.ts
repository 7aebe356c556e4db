import type { Point } from "../../shared/board/edits.ts";
import { Graph, layout } from "@dagrejs/dagre";

/** An order for a board: from left to right along its wires, with the shots of a chain in a row. All lengths in canvas px. */

interface ArrangeBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Where it is pinned, seen from the top left corner of what is arranged: it stays there and is not covered. */
  readonly at?: Point | undefined;
}

interface ArrangeWire {
  readonly from: string;
  readonly to: string;
  /** Joins two neighbours of a chain, which stand in a row. */
  readonly chain: boolean;
}

export interface Arrangement {
  readonly boxes: readonly ArrangeBox[];
  readonly wires: readonly ArrangeWire[];
  /** Boxes that stay below one another in this order, because a port reads them from top to bottom. */
  readonly columns: readonly (readonly string[])[];
}

interface Placed extends ArrangeBox {
  x: number;
  y: number;
}

const between = { columns: 60, rows: 36 };

/** Top left corners by id, from 0 on; nothing covers anything. What has no wire stands below the rest. */
export function arrange({ boxes, wires, columns }: Arrangement): ReadonlyMap<string, Point> {
  const ends = new Set(wires.flatMap(({ from, to }) => [from, to]));
  const wired = layered(
    boxes.filter(({ id }) => ends.has(id)),
    wires,
  );
  const rowOf = alignRows(wired, wires);
  toCorner(wired);
  toPins(wired);
  const pinned = boxes.flatMap(asPinned);
  const settled = settle(wired.filter(isFree), rowOf, pinned);
  keepOrder(settled, columns, pinned);
  if (pinned.length === 0) toCorner(settled);
  const loose = boxes.filter((box) => isFree(box) && !ends.has(box.id));
  return new Map(
    [...settled, ...shelved(loose, [...settled, ...pinned])].map(({ id, x, y }) => [
      id,
      { x: Math.round(x), y: Math.round(y) },
    ]),
  );
}

const isFree = ({ at }: ArrangeBox): boolean => at === undefined;

/** With air on both sides: what is free only moves up and down to get around it. */
const asPinned = (box: ArrangeBox): Placed[] =>
  box.at === undefined
    ? []
    : [
        {
          ...box,
          x: box.at.x - between.columns / 2,
          y: box.at.y,
          width: box.width + between.columns,
        },
      ];

/** Brings the pinned ones as near as can be to where they are: the others stand around them as the wires want it. */
function toPins(boxes: readonly Placed[]): void {
  const ways = boxes.flatMap(({ at, x, y }) => (at ? [{ x: at.x - x, y: at.y - y }] : []));
  if (ways.length === 0) return;
  const dx = ways.reduce((sum, { x }) => sum + x, 0) / ways.length;
  const dy = ways.reduce((sum, { y }) => sum + y, 0) / ways.length;
  for (const box of boxes) {
    box.x += dx;
    box.y += dy;
  }
}

/** Begins at 0 on both sides. */
function toCorner(boxes: readonly Placed[]): void {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  for (const box of boxes) {
    box.x -= left;
    box.y -= top;
  }
}

function layered(boxes: readonly ArrangeBox[], wires: readonly ArrangeWire[]): Placed[] {
  if (boxes.length === 0) return [];
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", ranksep: between.columns, nodesep: between.rows });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const [i, { from, to, chain }] of wires.entries()) {
    graph.setEdge(from, to, { weight: chain ? 8 : 1 }, `${i}`);
  }
  layout(graph);
  return boxes.map((box) => {
    const { x = 0, y = 0 } = graph.node(box.id) as { x?: number; y?: number };
    return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
  });
}

/** Gives the boxes of each chain one height; returns which row a box is in. Where a chain forks, its first branch goes on in the row. */
function alignRows(
  boxes: readonly Placed[],
  wires: readonly ArrangeWire[],
): ReadonlyMap<string, number> {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const xOf = (id: string): number => byId.get(id)?.x ?? 0;
  const rows: string[][] = [];
  const rowOf = new Map<string, number>();
  const begin = (id: string): number => {
    rowOf.set(id, rows.length);
    return rows.push([id]) - 1;
  };
  const chains = wires.filter(({ chain }) => chain).toSorted((a, b) => xOf(a.to) - xOf(b.to));
  for (const { from, to } of chains) {
    const row = rowOf.get(from) ?? begin(from);
    if (rowOf.has(to)) continue;
    if (rows[row]?.at(-1) !== from) {
      begin(to);
      continue;
    }
    rows[row].push(to);
    rowOf.set(to, row);
  }
  for (const row of rows) {
    const members = row.flatMap((id) => byId.get(id) ?? []);
    const ys = members.map(({ y }) => y).toSorted((a, b) => a - b);
    const middle = ys[Math.floor(ys.length / 2)] ?? 0;
    for (const box of members) box.y = middle;
  }
  return rowOf;
}

/** Puts the rows first, each as high as it can go without covering another, then everything else where it is nearest. */
function settle(
  boxes: readonly Placed[],
  rowOf: ReadonlyMap<string, number>,
  pinned: readonly Placed[],
): readonly Placed[] {
  const groups = new Map<string, Placed[]>();
  for (const box of boxes) {
    const row = rowOf.get(box.id);
    const key = row === undefined ? `box ${box.id}` : `row ${row}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [box]);
    else group.push(box);
  }
  const order = [...groups.values()].toSorted(
    (a, b) => b.length - a.length || (a[0]?.y ?? 0) - (b[0]?.y ?? 0),
  );
  const settled: Placed[] = [];
  for (const group of order) {
    const dy = nearestFree(group, [...pinned, ...settled]);
    for (const box of group) {
      box.y += dy;
      settled.push(box);
    }
  }
  return settled;
}

/** The columns were read off one board, so that what is above is above in all of them. */
function keepOrder(
  boxes: readonly Placed[],
  columns: Arrangement["columns"],
  pinned: readonly Placed[],
): void {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  for (const [id, above] of orderOf(columns)) {
    const box = byId.get(id);
    if (box === undefined) continue;
    const floor = Math.max(...above.map((other) => byId.get(other)?.y ?? -Infinity));
    if (box.y > floor) continue;
    const rest = [...pinned, ...boxes.filter((other) => other !== box)];
    box.y += nearestFree([box], rest, floor + 1 - box.y);
  }
}

/** Each box of the columns with those right above it, in an order in which those come first. */
function orderOf(columns: Arrangement["columns"]): readonly (readonly [string, string[]])[] {
  const above = new Map<string, string[]>();
  for (const column of columns) {
    for (const [i, id] of column.entries()) {
      const before = column[i - 1];
      above.set(id, [...(above.get(id) ?? []), ...(before === undefined ? [] : [before])]);
    }
  }
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const depth = 1 + Math.max(-1, ...(above.get(id) ?? []).map(depthOf));
    depths.set(id, depth);
    return depth;
  };
  return [...above].toSorted(([a], [b]) => depthOf(a) - depthOf(b));
}

/** How far a group has to go, by no less than `least`, until it covers nothing that is settled. */
function nearestFree(
  group: readonly Placed[],
  settled: readonly Placed[],
  least = -Infinity,
): number {
  const beside = group.flatMap((box) =>
    settled
      .filter((other) => box.x < other.x + other.width && other.x < box.x + box.width)
      .map((other) => ({ box, other })),
  );
  const isFree = (dy: number): boolean =>
    beside.every(
      ({ box, other }) =>
        box.y + dy >= other.y + other.height + between.rows - 0.5 ||
        box.y + dy + box.height + between.rows - 0.5 <= other.y,
    );
  const steps = beside.flatMap(({ box, other }) => [
    other.y + other.height + between.rows - box.y,
    other.y - between.rows - box.height - box.y,
  ]);
  return (
    [0, Math.max(least, -1e9), ...steps]
      .filter((dy) => dy >= least)
      .toSorted((a, b) => Math.abs(a) - Math.abs(b) || b - a)
      .find(isFree) ?? Math.max(0, ...steps)
  );
}

/** Side by side below everything else, in as many lines as it takes. */
function shelved(boxes: readonly ArrangeBox[], above: readonly Placed[]): readonly Placed[] {
  const left = above.length === 0 ? 0 : Math.min(...above.map(({ x }) => x));
  const right = Math.max(left + 1000, ...above.map(({ x, width }) => x + width));
  const bottom = Math.max(0, ...above.map(({ y, height }) => y + height + 2 * between.rows));
  let [x, y, tallest] = [left, bottom, 0];
  return boxes.map((box) => {
    if (x > left && x + box.width > right) {
      [x, y, tallest] = [left, y + tallest + between.rows, 0];
    }
    const placed = { ...box, x, y };
    x += box.width + between.columns;
    tallest = Math.max(tallest, box.height);
    return placed;
  });
}
