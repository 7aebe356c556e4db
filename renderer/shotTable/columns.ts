import type { BoardNode } from "../../shared/board/schema.ts";
import { isNode } from "../../shared/nodes/registry.ts";
import { storableSeconds } from "../../shared/nodes/seconds.ts";
import { readSeconds } from "../panels/fields/seconds.ts";

/** The columns of the shot table, and how the keyboard goes through its cells. */

export type ColumnName =
  | "number"
  | "picture"
  | "title"
  | "seconds"
  | "size"
  | "angle"
  | "move"
  | "lens"
  | "prompt"
  | "dialogue"
  | "characters";

export interface Column {
  readonly name: ColumnName;
  /** How a cell is changed; "none" for what is found out. */
  readonly control: "none" | "line" | "text" | "seconds" | "choice";
  /** px; null takes what is left. */
  readonly width: number | null;
}

export const columns: readonly Column[] = [
  { name: "number", control: "none", width: 40 },
  { name: "picture", control: "none", width: 92 },
  { name: "title", control: "line", width: 130 },
  { name: "seconds", control: "seconds", width: 72 },
  { name: "size", control: "choice", width: 118 },
  { name: "angle", control: "choice", width: 124 },
  { name: "move", control: "choice", width: 144 },
  { name: "lens", control: "choice", width: 140 },
  { name: "prompt", control: "text", width: null },
  { name: "dialogue", control: "text", width: 170 },
  { name: "characters", control: "none", width: 88 },
];

/** A cell by row and column, both counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What is being written into a cell; `text` is what it begins with, when that is not what it holds. */
export interface Writing {
  readonly cell: Cell;
  readonly text: string | undefined;
}

/** Where a key leads from a cell; undefined for a key that leads nowhere. */
export function cellFor(
  key: string,
  { row, column }: Cell,
  rows: number,
  mod: boolean,
): Cell | undefined {
  const [lastRow, lastColumn] = [rows - 1, columns.length - 1];
  const within = (next: Cell): Cell => ({
    row: Math.min(lastRow, Math.max(0, next.row)),
    column: Math.min(lastColumn, Math.max(0, next.column)),
  });
  switch (key) {
    case "ArrowUp":
      return within({ row: row - 1, column });
    case "ArrowDown":
      return within({ row: row + 1, column });
    case "ArrowLeft":
      return within({ row, column: column - 1 });
    case "ArrowRight":
      return within({ row, column: column + 1 });
    case "Home":
      return { row: mod ? 0 : row, column: 0 };
    case "End":
      return { row: mod ? lastRow : row, column: lastColumn };
    case "PageUp":
      return mod ? undefined : { row: 0, column };
    case "PageDown":
      return mod ? undefined : { row: lastRow, column };
    default:
      return undefined;
  }
}

/** The next cell that can be changed, row by row; undefined behind the last one. */
export function nextEditable({ row, column }: Cell, rows: number, by: 1 | -1): Cell | undefined {
  let at = row * columns.length + column + by;
  while (at >= 0 && at < rows * columns.length) {
    const cell = { row: Math.floor(at / columns.length), column: at % columns.length };
    if (columns[cell.column]?.control !== "none") return cell;
    at += by;
  }
  return undefined;
}

/** What a cell holds, as text. */
export function textOf(node: BoardNode, name: ColumnName): string {
  if (!isNode(node, "shot")) return "";
  switch (name) {
    case "title":
      return node.title ?? "";
    case "seconds":
      return String(node.params.seconds);
    case "size":
    case "angle":
    case "move":
    case "lens":
    case "prompt":
    case "dialogue":
      return node.params[name];
    case "number":
    case "picture":
    case "characters":
      return "";
  }
}

/** What is written into a cell as the value of its param; undefined when it is no value. */
export function valueOf(name: ColumnName, text: string): string | number | undefined {
  if (name !== "seconds") return text;
  const read = readSeconds(text, storableSeconds);
  return read.ok ? read.seconds : undefined;
}
