import { describe, expect, it } from "vitest";
import { beginningOf } from "../../../renderer/canvas/beginning.ts";
import { factsOf } from "../../../renderer/nodes/facts.ts";
import { addNode } from "../../../shared/board/edits.ts";
import { edgeIdsOf, nodeIdsOf } from "../../../shared/board/graph.ts";
import { nodeIdSchema, type Board } from "../../../shared/board/schema.ts";
import { compile } from "../../../shared/compile/compile.ts";
import type { CompiledScene } from "../../../shared/compile/compiled.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import { makeBoard } from "../../bench/boards.ts";

const size = { width: 1440, height: 900 };
const noFacts = new Map();

/** A scene without functions: what a function of it gives stands for it. */
const plain = (scene: CompiledScene | undefined) => ({
  ...scene,
  parts: scene?.parts.map((part) => ({ ...part, sources: part.sources() })),
});

describe("the beginning of a board", () => {
  it("is all of a small one", () => {
    const board = makeBoard(100);
    expect(beginningOf(board, size)).toBe(board);
  });

  it("compiles to a part of what the board compiles to, and its nodes know the same", () => {
    const board = makeBoard(2000);
    const beginning = beginningOf(board, size);
    const count = nodeIdsOf(beginning).length;
    expect(count).toBeGreaterThan(24);
    expect(count).toBeLessThan(400);
    const [part, whole] = [compile(beginning, profiles), compile(board, profiles)];
    expect(part.scenes.size).toBeGreaterThan(0);
    for (const [id, scene] of part.scenes)
      expect(plain(scene)).toEqual(plain(whole.scenes.get(id)));
    const facts = factsOf(board, whole.scenes, noFacts);
    for (const [id, fact] of factsOf(beginning, part.scenes, noFacts)) {
      expect(fact).toEqual(facts.get(id));
    }
  });

  it("has everything that is in the first view, with its wires", () => {
    const board = makeBoard(2000);
    const beginning = beginningOf(board, size);
    const inView = nodeIdsOf(board).filter((id) => {
      const { x, y } = board.layout[id] ?? { x: 0, y: 0 };
      return x < size.width && y < size.height;
    });
    expect(inView.length).toBeGreaterThan(10);
    for (const id of inView) expect(beginning.nodes[id]).toBe(board.nodes[id]);
    for (const id of edgeIdsOf(board)) {
      const edge = board.edges[id];
      if (edge !== undefined && [edge.from.node, edge.to.node].some((end) => inView.includes(end)))
        expect(beginning.edges[id]).toBe(edge);
    }
  });

  it("has what texts can name and the scene that Run is about, however far away", () => {
    const name = nodeIdSchema.parse("hero");
    const scene = nodeIdSchema.parse("firstScene");
    let board: Board = makeBoard(2000);
    const element = { id: name, type: "element", params: { name: "hero" }, title: "" } as const;
    board = addNode(board, { ...element, at: { x: 90_000, y: 90_000 } });
    // The leftmost scene of all.
    const far = { id: scene, type: "scene", params: {}, title: "" } as const;
    board = addNode(board, { ...far, at: { x: 0, y: 90_000 } });
    const beginning = beginningOf(board, size);
    expect(beginning.nodes[name]).toBeDefined();
    expect(beginning.nodes[scene]).toBeDefined();
    expect(nodeIdsOf(beginning).length).toBeLessThan(400);
  });
});
