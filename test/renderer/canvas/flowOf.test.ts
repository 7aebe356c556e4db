import { describe, expect, it } from "vitest";
import { emptyFlow, flowOf, markedNode, type Look } from "../../../renderer/canvas/flowOf.ts";
import { factsOf } from "../../../renderer/nodes/facts.ts";
import {
  moveNodes,
  removeEdges,
  removeNodes,
  setMode,
  setParam,
  setPlacement,
  setTitle,
} from "../../../shared/board/edits.ts";
import type { Board } from "../../../shared/board/schema.ts";
import { createCompiler } from "../../../shared/compile/compile.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import { build, edgeId, nodeId } from "../../board/build.ts";

const names: Look["names"] = {
  roles: {
    node: { "aria-roledescription": "node" },
    edge: { "aria-roledescription": "wire" },
  },
  node: (node, numeral) => node.title ?? `${node.type} ${numeral ?? ""}`.trim(),
  label: (node, name) =>
    `${name}, ${JSON.stringify(node.params["seconds"])}, ${node.mode ?? "active"}`,
  edge: (from, to, kind) => `${from} > ${to}: ${kind}`,
};
const none = new Set<string>();
const still: Look["moving"] = new Map();
const noFacts: Look["facts"] = new Map();
const looking = (change: Partial<Look> = {}): Look => ({
  selectedEdges: none,
  facts: noFacts,
  moving: still,
  names,
  ...change,
});
const plain = looking();

const storyboard = (): Board =>
  build({ words: "prompt", one: "shot", two: "shot", film: "scene", aside: "note" }, [
    "words.text > one.prompt",
    "one.shots > two.previous",
    "two.shots > film.shots",
  ]);
const [one, two, words] = [nodeId("one"), nodeId("two"), nodeId("words")];

const changedIds = <T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): string[] => after.filter((item) => !before.includes(item)).map(({ id }) => id);

describe("a board as React Flow is given it", () => {
  it("has every node with its size, its measured size and its ports, sources before what they feed", () => {
    const { nodes } = flowOf(storyboard(), plain, emptyFlow);
    expect(nodes.map(({ id }) => id)).toEqual(["aside", "words", "one", "two", "film"]);
    for (const { width, height, measured } of nodes) {
      expect(width).toBeGreaterThan(0);
      expect(measured).toEqual({ width, height });
    }
    const shot = nodes.find(({ id }) => id === "one");
    expect(shot?.handles?.map(({ id, type, x }) => [id, type, x])).toEqual([
      ["previous", "target", -5],
      ["prompt", "target", -5],
      ["shots", "source", 233],
    ]);
  });

  it("has every edge with its kind and a name made of its ends", () => {
    const { edges } = flowOf(storyboard(), plain, emptyFlow);
    expect(edges.map((edge) => [edge.className, edge.ariaLabel])).toEqual([
      ["kind-text", "prompt > shot: text"],
      ["kind-shots", "shot > shot: shots"],
      ["kind-shots", "shot > scene: shots"],
    ]);
  });

  it("gives a node of a newer version the ports that its edges end at", () => {
    const board = storyboard();
    const newer: Board = {
      ...board,
      nodes: { ...board.nodes, [one]: { type: "hologram", params: {} } },
    };
    const node = flowOf(newer, plain, emptyFlow).nodes.find(({ id }) => id === "one");
    expect(node?.handles?.map(({ id, type }) => `${type} ${id}`).toSorted()).toEqual([
      "source shots",
      "target prompt",
    ]);
  });
});

describe("what stays the same object", () => {
  const board = storyboard();
  const first = flowOf(board, plain, emptyFlow);

  it("is everything, for the same board and look", () => {
    expect(flowOf(board, plain, first)).toBe(first);
    const again = flowOf({ ...board }, looking(), first);
    expect(again.nodes).toBe(first.nodes);
    expect(again.edges).toBe(first.edges);
  });

  it("is everything, while words are typed that do not change a size", () => {
    const typed = flowOf(setParam(board, one, "prompt", "A lamp."), plain, first);
    expect(typed.nodes).toBe(first.nodes);
    expect(typed.edges).toBe(first.edges);
  });

  it("is all but the node whose text grew by a line", () => {
    const next = flowOf(setParam(board, words, "text", "A lamp. ".repeat(20)), plain, first);
    expect(changedIds(first.nodes, next.nodes)).toEqual(["words"]);
    expect(next.edges).toBe(first.edges);
  });

  it("is all but the moved node, and every edge", () => {
    const moved = flowOf(moveNodes(board, [{ id: one, x: 7, y: 9 }]), plain, first);
    expect(changedIds(first.nodes, moved.nodes)).toEqual(["one"]);
    expect(moved.nodes.find(({ id }) => id === "one")?.position).toEqual({ x: 7, y: 9 });
    expect(moved.edges).toBe(first.edges);
  });

  it("is all but a dragged node, which goes back when the drag is forgotten", () => {
    const dragged = flowOf(board, looking({ moving: new Map([[two, { x: 1.5, y: 2 }]]) }), first);
    expect(changedIds(first.nodes, dragged.nodes)).toEqual(["two"]);
    const back = flowOf(board, plain, dragged);
    expect(back.nodes.map(({ position }) => position)).toEqual(
      first.nodes.map(({ position }) => position),
    );
    expect(changedIds(dragged.nodes, back.nodes)).toEqual(["two"]);
  });

  it("is everything, when what was dragged is dropped where it is drawn", () => {
    const dragged = flowOf(board, looking({ moving: new Map([[two, { x: 5, y: 2 }]]) }), first);
    const dropped = flowOf(moveNodes(board, [{ id: two, x: 5, y: 2 }]), plain, dragged);
    expect(dropped.nodes).toBe(dragged.nodes);
  });

  it("is all but a node that was given a colour, which the overview draws again", () => {
    const tinted = flowOf(setPlacement(board, two, { color: "#58b26b" }), plain, first);
    expect(changedIds(first.nodes, tinted.nodes)).toEqual(["two"]);
  });

  it("is all but a wire that is selected", () => {
    const marked = flowOf(board, looking({ selectedEdges: new Set(["w1"]) }), first);
    expect(marked.nodes).toBe(first.nodes);
    expect(changedIds(first.edges, marked.edges)).toEqual(["w1"]);
  });

  it("is all of a selected node but that it is selected and lies above the rest, and the same object each time", () => {
    const made = first.made.nodes.get("two");
    if (made === undefined) throw new Error("there is no node of that name");
    const selected = markedNode(made, "selected");
    expect(selected).toEqual({ ...made.flow, selected: true, zIndex: 1 });
    expect(markedNode(made, "front")).toEqual({ ...made.flow, zIndex: 1 });
    expect(markedNode(made, "selected")).toBe(selected);
    expect(markedNode(made, "plain")).toBe(made.flow);
  });

  it("is all of a frame that is selected but for that: it stays behind what lies in it", () => {
    const frame = flowOf(build({ frame: "frame" }), plain, emptyFlow).made.nodes.get("frame");
    expect(frame && markedNode(frame, "selected").zIndex).toBe(frame?.flow.zIndex);
    expect(frame?.flow.zIndex).toBeLessThan(0);
  });

  it("is all but a node with a new title and the edges that are named after it", () => {
    const titled = flowOf(setTitle(board, two, "Harbour"), plain, first);
    expect(changedIds(first.nodes, titled.nodes)).toEqual(["two"]);
    expect(changedIds(first.edges, titled.edges)).toEqual(["w1", "w2"]);
  });
});

describe("what changes", () => {
  const board = storyboard();
  const first = flowOf(board, plain, emptyFlow);

  it("dashes the edges of a muted node", () => {
    const muted = flowOf(setMode(board, [two], "muted"), plain, first);
    expect(muted.edges.map(({ className }) => className)).toEqual([
      "kind-text",
      "kind-shots off",
      "kind-shots off",
    ]);
    expect(muted.nodes.find(({ id }) => id === "two")?.ariaLabel).toBe("shot, 5, muted");
  });

  it("drops a removed node with its edges, and an edge that was cut", () => {
    const without = flowOf(removeNodes(board, [two]), plain, first);
    expect(without.nodes.map(({ id }) => id)).toEqual(["aside", "film", "words", "one"]);
    expect(without.edges.map(({ id }) => id)).toEqual(["w0"]);
    const cut = flowOf(removeEdges(board, [edgeId("w1")]), plain, first);
    expect(cut.edges.map(({ id }) => id)).toEqual(["w0", "w2"]);
  });

  it("collapses a node to its header, with its ports in the middle of it", () => {
    const collapsed = flowOf(setPlacement(board, one, { collapsed: true }), plain, first);
    const node = collapsed.nodes.find(({ id }) => id === "one");
    expect(node?.height).toBe(32);
    expect(new Set(node?.handles?.map(({ y }) => y))).toEqual(new Set([11]));
  });

  it("makes room for an upright panel when the scene is upright", () => {
    const upright = build({ one: "shot", set: "settings", film: "scene" }, [
      "one.shots > film.shots",
      "set.settings > film.settings",
    ]);
    const board = setParam(upright, nodeId("set"), "aspectRatio", "9:16");
    const { scenes } = createCompiler(profiles)(board);
    const flow = flowOf(board, looking({ facts: factsOf(board, scenes, new Map()) }), emptyFlow);
    const tall = flow.nodes.find(({ id }) => id === "one")?.height ?? 0;
    expect(tall).toBeGreaterThan(first.nodes.find(({ id }) => id === "one")?.height ?? 0);
  });

  it("says everything anew in another language", () => {
    const other: Look["names"] = { ...names, node: (node) => `o ${node.type}` };
    const said = flowOf(board, looking({ names: other }), first);
    expect(said.nodes.every(({ ariaLabel }) => ariaLabel?.startsWith("o "))).toBe(true);
    expect(said.edges[0]?.ariaLabel).toBe("o prompt > o shot: text");
  });
});
