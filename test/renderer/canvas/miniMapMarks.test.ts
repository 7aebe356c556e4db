import { describe, expect, it } from "vitest";
import { colorsOf, marksOf, type Marks } from "../../../renderer/canvas/miniMapMarks.ts";
import { markLength } from "../../../renderer/canvas/miniMapOrder.ts";
import { setMode, setPlacement } from "../../../shared/board/edits.ts";
import { nodeIdsOf } from "../../../shared/board/graph.ts";
import { problem } from "../../../shared/compile/problems.ts";
import { build, nodeId } from "../../board/build.ts";

const plain = build({ a: "shot", b: "shot", c: "shot", d: "prompt", f: "frame", r: "reroute" });
const board = setPlacement(
  setMode(setMode(plain, [nodeId("b")], "muted"), [nodeId("c")], "bypassed"),
  nodeId("d"),
  { color: "#58b26b" },
);
const problems = new Map([[nodeId("a"), [problem("cycle", { nodeId: nodeId("a") }, {}, [])]]]);
const nodes = nodeIdsOf(board).map((id, i) => ({
  id,
  position: { x: i * 100, y: 0 },
  width: 40,
  height: 20,
  type: "board" as const,
  data: {},
}));
const selected: ReadonlySet<ReturnType<typeof nodeId>> = new Set();
const overview = { nodes, board, problems, selected, fit: { x: 0, y: 0, scale: 0.1 } };
const first = marksOf(overview, undefined);
const marks = first.numbers;
const colors = colorsOf(first, (name) => `the ${name}`);
/** The mark of a node, found by where it stands. */
function markOf(id: string) {
  const left = nodes.findIndex((node) => node.id === id) * 10;
  for (let at = 0; at < marks.length; at += markLength) {
    const [x, , width, height, opacity, color, outline] = marks.subarray(at, at + markLength);
    if (x === left) return { width, height, opacity, color: colors[color ?? -1], outline, at };
  }
  return undefined;
}

/** The marks with the colours themselves: their numbers are given out in the order in which they come up. */
const rowsOf = (made: Marks) =>
  Array.from({ length: made.numbers.length / markLength }, (_, i) => {
    const row = [...made.numbers.subarray(i * markLength, (i + 1) * markLength)];
    return { row: row.with(5, 0), color: colorsOf(made, String)[row[5] ?? -1] };
  });

describe("the overview", () => {
  it("shows an error larger than its node, in the colour of errors, above everything else", () => {
    expect(markOf("a")).toMatchObject({ width: 5, height: 5, opacity: 1, color: "the failed" });
    expect(markOf("a")?.at).toBe(marks.length - markLength);
  });
  it("fades what is muted, and leaves what is bypassed hollow", () => {
    expect(markOf("b")).toMatchObject({ opacity: Math.fround(0.3), outline: 0 });
    expect(markOf("c")).toMatchObject({ opacity: Math.fround(0.62), outline: 1 });
  });
  it("shows the colour that a node was given, else that of its kind", () => {
    expect(markOf("d")?.color).toBe("#58b26b");
    expect(markOf("b")?.color).toBe("the kind-shots");
  });
  it("has frames as outlines behind the rest, and no reroutes", () => {
    expect(markOf("f")).toMatchObject({ outline: 1, at: 0 });
    expect(markOf("r")).toBeUndefined();
  });
  it("shows what was moved, coloured or selected as if it were all drawn anew, and keeps the rest", () => {
    const now = {
      ...overview,
      board: setPlacement(board, nodeId("b"), { color: "#58b26b" }),
      nodes: nodes.map((node) => {
        if (node.id === "d") return { ...node, position: { x: 7, y: 9 } };
        return node.id === "b" ? { ...node } : node;
      }),
      selected: new Set([nodeId("c"), nodeId("d")]),
    };
    const after = rowsOf(marksOf(now, first));
    expect(after).toEqual(rowsOf(marksOf(now, undefined)));
    const changed = after.filter(
      (row, i) => JSON.stringify(row) !== JSON.stringify(rowsOf(first)[i]),
    );
    expect(changed).toHaveLength(3);
  });
  it("is drawn anew when something in the nodes has changed", () => {
    const awake = { ...overview, board: setMode(board, [nodeId("b")], "active") };
    expect(marksOf(awake, first)).toEqual(marksOf(awake, undefined));
  });
});
