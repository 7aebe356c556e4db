import { describe, expect, test } from "vitest";
import {
  cellFor,
  columns,
  nextEditable,
  textOf,
  valueOf,
} from "../../../renderer/shotTable/columns.ts";
import { nodeOf } from "../../../shared/board/graph.ts";
import { nodeDefinitions } from "../../../shared/nodes/registry.ts";
import { build, nodeId } from "../../board/build.ts";

const column = (name: string): number => columns.findIndex((each) => each.name === name);

describe("the keyboard in the shot table", () => {
  const rows = 3;
  const at = { row: 1, column: column("size") };
  test("arrows go one cell and stop at the edges", () => {
    expect(cellFor("ArrowDown", at, rows, false)).toEqual({ row: 2, column: at.column });
    expect(cellFor("ArrowLeft", at, rows, false)).toEqual({ row: 1, column: at.column - 1 });
    const corner = { row: 0, column: 0 };
    expect(cellFor("ArrowUp", corner, rows, false)).toEqual(corner);
    expect(cellFor("ArrowLeft", corner, rows, false)).toEqual(corner);
  });
  test("Home and End go along the row, with Ctrl over the whole table", () => {
    expect(cellFor("Home", at, rows, false)).toEqual({ row: 1, column: 0 });
    expect(cellFor("End", at, rows, true)).toEqual({ row: 2, column: columns.length - 1 });
    expect(cellFor("x", at, rows, false)).toBeUndefined();
  });
  test("Tab goes on to the next cell that can be changed, then to the next row, then out", () => {
    const dialogue = { row: 0, column: column("dialogue") };
    expect(nextEditable(dialogue, rows, 1)).toEqual({ row: 1, column: column("title") });
    expect(nextEditable({ row: 1, column: column("title") }, rows, -1)).toEqual(dialogue);
    expect(nextEditable({ row: 2, column: column("dialogue") }, rows, 1)).toBeUndefined();
  });
});

describe("cells", () => {
  const board = build({ a: "shot" });
  const node = nodeOf(board, nodeId("a"));
  test("hold what the shot says", () => {
    if (node === undefined) throw new Error("no shot");
    expect(textOf(node, "seconds")).toBe("5");
    expect(textOf(node, "title")).toBe("");
  });
  test("name params that a shot has", () => {
    const params = Object.keys(nodeDefinitions.shot.params.shape);
    const changed = columns.filter(({ name, control }) => control !== "none" && name !== "title");
    expect(params).toEqual(expect.arrayContaining(changed.map(({ name }) => name)));
  });
  test("take whole seconds only", () => {
    expect(valueOf("seconds", "7")).toBe(7);
    expect(valueOf("seconds", "7.5")).toBeUndefined();
    expect(valueOf("prompt", "7.5")).toBe("7.5");
  });
});
