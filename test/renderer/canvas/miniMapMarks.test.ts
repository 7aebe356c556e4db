import { describe, expect, it } from "vitest";
import { marksOf } from "../../../renderer/canvas/miniMapMarks.ts";
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
const { marks, colors } = marksOf(
  nodes,
  board,
  problems,
  { x: 0, y: 0, scale: 0.1 },
  (name) => `the ${name}`,
);
/** The mark of a node, found by where it stands. */
function markOf(id: string) {
  const left = nodes.findIndex((node) => node.id === id) * 10;
  for (let at = 0; at < marks.length; at += markLength) {
    const [x, , width, height, opacity, color, outline] = marks.subarray(at, at + markLength);
    if (x === left) return { width, height, opacity, color: colors[color ?? -1], outline, at };
  }
  return undefined;
}

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
});
