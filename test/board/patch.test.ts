import { describe, expect, it } from "vitest";
import { moveNodes, removeNodes, setPlacement } from "../../shared/board/edits.ts";
import { changedIds, patched } from "../../shared/board/patch.ts";
import { build, nodeId } from "./build.ts";

const board = build({ a: "shot", b: "shot", c: "shot" });
const [a, b, c] = [nodeId("a"), nodeId("b"), nodeId("c")];
const moved = moveNodes(board, [
  { id: a, x: 900, y: 40 },
  { id: b, x: 900, y: 80 },
]);

describe("what of a record has changed", () => {
  it("is what an edit named, and its undo", () => {
    expect(changedIds(board.layout, moved.layout)).toEqual([a, b]);
    expect(changedIds(moved.layout, board.layout)).toEqual([a, b]);
  });

  it("is found by comparing when there was more than one edit, or another one", () => {
    const tinted = setPlacement(moved, c, { color: "#58b26b" });
    expect(changedIds(board.layout, tinted.layout)).toEqual([a, b, c]);
    expect(changedIds(moved.layout, removeNodes(tinted, [a]).layout)).toEqual([c, a]);
    expect(changedIds(moved.layout, { ...moved.layout })).toEqual([]);
  });

  it("leaves the record before it as it was", () => {
    const before = structuredClone(board.layout);
    const after = patched(board.layout, { [a]: { x: 1, y: 1 } });
    expect(after).toEqual({ ...before, [a]: { x: 1, y: 1 } });
    expect(board.layout).toEqual(before);
  });
});
