import { definitionOf } from "../nodes/registry.ts";
import type { Board, BoardEdge, BoardNode, Placement } from "./schema.ts";

/**
 * The text of a board's file: fixed order of keys, sorted ids, two spaces, LF and a last newline, so that saving twice
 * gives the same bytes. Edges and placements take one line each, so that moving a node changes one line.
 */
export function printBoard(board: Board): string {
  const { format, formatVersion, title, nodes, edges, layout, ...rest } = board;
  const text = block([
    pair("format", JSON.stringify(format)),
    pair("formatVersion", JSON.stringify(formatVersion)),
    pair("title", JSON.stringify(title)),
    pair("nodes", record(nodes, printNode)),
    pair("edges", record(edges, printEdge)),
    pair("layout", record(layout, printPlacement)),
    ...ordered(rest, []).map(([key, value]) => pair(key, JSON.stringify(value, null, 2))),
  ]);
  return `${text}\n`;
}

type Entry = readonly [key: string, value: unknown];

const byKey = (a: Entry, b: Entry): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);

/** The entries of an object: `first` in that order, then the rest by name. */
function ordered(object: object, first: readonly string[]): Entry[] {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  const places = new Map(first.map((key, i) => [key, i]));
  const rest = entries.filter(([key]) => !places.has(key)).toSorted(byKey);
  const known = entries
    .filter(([key]) => places.has(key))
    .toSorted((a, b) => (places.get(a[0]) ?? 0) - (places.get(b[0]) ?? 0));
  return [...known, ...rest];
}

// Not by a regular expression: in one, a line also begins after U+2028, which stands bare in JSON strings.
const indented = (text: string): string => text.split("\n").join("\n  ");
const pair = (key: string, text: string): string => `${JSON.stringify(key)}: ${text}`;
const block = (pairs: readonly string[]): string =>
  pairs.length === 0 ? "{}" : `{\n  ${pairs.map(indented).join(",\n  ")}\n}`;
const record = <V>(values: Readonly<Record<string, V>>, print: (value: V) => string): string =>
  block(
    Object.entries(values)
      .toSorted(byKey)
      .map(([id, value]) => pair(id, print(value))),
  );

function printNode(node: BoardNode): string {
  const params = ordered(node.params, Object.keys(definitionOf(node)?.params.shape ?? {}));
  return block(
    ordered(node, ["type", "title", "mode", "params"]).map(([key, value]) =>
      pair(
        key,
        key === "params"
          ? block(params.map(([name, param]) => pair(name, JSON.stringify(param, null, 2))))
          : JSON.stringify(value, null, 2),
      ),
    ),
  );
}

const end = ["node", "port"];
const printEdge = (edge: BoardEdge): string =>
  line(
    ordered(edge, ["from", "to"]).map(([key, value]) =>
      pair(
        key,
        (key === "from" || key === "to") && typeof value === "object" && value !== null
          ? printEntries(ordered(value, end))
          : onOneLine(value),
      ),
    ),
  );

const placement = ["x", "y", "w", "h", "collapsed", "pinned", "color"];
const printPlacement = (placed: Placement): string => printEntries(ordered(placed, placement));

const line = (pairs: readonly string[]): string =>
  pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
const printEntries = (entries: readonly Entry[]): string =>
  line(entries.map(([key, value]) => pair(key, onOneLine(value))));

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return printEntries(Object.entries(value));
}
