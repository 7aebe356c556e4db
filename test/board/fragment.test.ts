import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addedNodes,
  copyFragment,
  duplicateNodes,
  parseFragment,
  pasteFragment,
  printFragment,
  type Fragment,
} from "../../shared/board/fragment.ts";
import { removeNodes, setParam, setPlacement } from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { nodeIdsOf } from "../../shared/board/graph.ts";
import { countedIds, makeIds } from "../../shared/board/ids.ts";
import { printBoard } from "../../shared/board/print.ts";
import { insertReroutes, withReroutes } from "../../shared/board/reroutes.ts";
import { randomBoard } from "./arbitraries.ts";
import { build, edgeId, nodeId, wires } from "./build.ts";

const board = build({ a: "shot", b: "shot", p: "prompt", s: "scene" }, [
  "a.shots > b.previous",
  "p.text > a.prompt",
  "b.shots > s.shots",
]);

function read(text: string): Fragment {
  const reading = parseFragment(text);
  if (!reading.ok) throw new Error(reading.flaw);
  return reading.fragment;
}

describe("copy and paste", () => {
  it("brings the chosen nodes, the edges between them and their places, under new ids", () => {
    const fragment = copyFragment(board, [nodeId("a"), nodeId("b")]);
    const pasted = pasteFragment(board, fragment, countedIds(), {
      offset: { x: 10.4, y: 20 },
    });
    expect(addedNodes(board, pasted)).toEqual(["n1", "n2"]);
    expect(wires(pasted)).toEqual([...wires(board), "n1.shots > n2.previous"].toSorted());
    expect(pasted.layout[nodeId("n2")]).toEqual({ x: 310, y: 20 });
    expect(pasted.nodes[nodeId("a")]).toBe(board.nodes[nodeId("a")]);
  });

  it("with wires: what fed the originals feeds the copies, on a board that has it", () => {
    const fragment = copyFragment(board, [nodeId("a"), nodeId("b")]);
    const copied = read(printFragment(fragment));
    const offset = { x: 0, y: 20 };
    const pasted = pasteFragment(board, copied, countedIds(), { offset, wired: true });
    expect(wires(pasted)).toEqual(
      [...wires(board), "n1.shots > n2.previous", "p.text > n1.prompt"].toSorted(),
    );
    const elsewhere = pasteFragment(emptyBoard(), copied, countedIds(), { offset, wired: true });
    expect(wires(elsewhere)).toEqual(["n1.shots > n2.previous"]);
  });

  it("leaves a pin behind, and takes the reroutes between what is copied along", () => {
    const pinned = setPlacement(board, nodeId("a"), { pinned: true });
    const rerouted = insertReroutes(pinned, [{ id: edgeId("w0"), at: { x: 50, y: 50 } }], {
      node: () => nodeId("r"),
      edge: () => edgeId("r0"),
    });
    expect(wires(rerouted)).toContain("r.out > b.previous");
    const fragment = copyFragment(rerouted, [nodeId("a"), nodeId("b")]);
    const pasted = pasteFragment(emptyBoard(), fragment, countedIds(), { offset: { x: 0, y: 0 } });
    expect(wires(pasted)).toEqual(["n1.shots > n3.in", "n3.out > n2.previous"]);
    expect(pasted.layout[nodeId("n1")]?.pinned).toBeUndefined();
  });

  it("goes through the clipboard as text", () => {
    const fragment = copyFragment(board, nodeIdsOf(board));
    expect(read(printFragment(fragment))).toEqual(fragment);
  });

  it("comes from the text of a whole board, too", () => {
    const { nodes, edges, layout } = read(printBoard(board));
    expect({ nodes, edges, layout }).toEqual({
      nodes: board.nodes,
      edges: board.edges,
      layout: board.layout,
    });
  });

  it("is known by its format wherever that stands among its keys", () => {
    const long = setParam(board, nodeId("p"), "text", "A kite over the dunes. ".repeat(200));
    const { format, formatVersion, ...rest } = copyFragment(long, nodeIdsOf(long));
    const text = JSON.stringify({ ...rest, formatVersion, format }, null, 2);
    expect(text.indexOf('"format"')).toBeGreaterThan(4000);
    expect(read(text)).toEqual({ format, formatVersion, ...rest });
    const prose = `${"It goes on and on. ".repeat(200)}\n{"format": "shotgraph-fragment"}`;
    const within = JSON.stringify({ name: "x".repeat(3000), board: long });
    for (const other of [prose, within]) {
      expect(parseFragment(other)).toEqual({ ok: false, flaw: "noNodes" });
    }
  });

  it("takes nothing from a clipboard that holds something else", () => {
    const fragment = copyFragment(board, nodeIdsOf(board));
    const broken = {
      ...fragment,
      nodes: { ...fragment.nodes, a: { type: "shot", params: { seconds: 0 } } },
    };
    const newer = { ...fragment, formatVersion: fragment.formatVersion + 1 };
    const cutOff = printFragment(fragment).slice(0, 400);
    const empty = { ...fragment, nodes: {}, edges: {}, layout: {} };
    const flaws = {
      noNodes: ["", "hello", "{}", "[1]", '{"prompt":"A boat"}'],
      broken: [JSON.stringify(broken), cutOff, JSON.stringify(empty)],
      tooNew: [JSON.stringify(newer)],
    };
    for (const [flaw, texts] of Object.entries(flaws)) {
      for (const text of texts) expect(parseFragment(text)).toEqual({ ok: false, flaw });
    }
  });

  it("duplicates any part of any board into the same wiring", () => {
    fc.assert(
      fc.property(randomBoard, fc.nat(), (any, seed) => {
        const chosen = nodeIdsOf(any).filter((_, i) => (seed >> (i % 20)) % 2 === 0);
        let next = 0;
        const after = duplicateNodes(
          any,
          chosen,
          makeIds(() => (next = (next * 16_807 + 11) % 65_537) / 65_537),
        );
        const added = addedNodes(any, after);
        expect(added).toHaveLength(withReroutes(any, chosen).size);
        const inner = copyFragment(any, chosen);
        expect(Object.keys(copyFragment(after, added).edges)).toHaveLength(
          Object.keys(inner.edges).length,
        );
        expect(removeNodes(after, added)).toEqual(any);
      }),
      { numRuns: 60 },
    );
  });
});
