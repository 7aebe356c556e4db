import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertShotAfter, insertShotBefore, moveShot } from "../../shared/board/chain.ts";
import { connect, removeNodes } from "../../shared/board/edits.ts";
import {
  canConnect,
  isReroute,
  nodeIdsOf,
  portOf,
  shotChain,
  throughReroutes,
} from "../../shared/board/graph.ts";
import { canInsert, insertIntoEdge } from "../../shared/board/insert.ts";
import { parseBoard } from "../../shared/board/parse.ts";
import { printBoard } from "../../shared/board/print.ts";
import { insertReroutes } from "../../shared/board/reroutes.ts";
import type { Board } from "../../shared/board/schema.ts";
import { namedIds, randomBoard, rerouted } from "./arbitraries.ts";
import { build, edgeId, end, nodeId, wires } from "./build.ts";

const chain = build({ a: "shot", b: "shot", c: "shot", s: "scene", t: "scene", p: "prompt" }, [
  "a.shots > b.previous",
  "b.shots > c.previous",
  "c.shots > s.shots",
  "b.shots > t.shots",
  "p.text > a.prompt",
  "p.text > s.prompt",
]);

const reroute = (board: Board, name: string, ...edges: readonly string[]): Board =>
  insertReroutes(
    board,
    edges.map((id, i) => ({ id: edgeId(id), at: { x: i * 100, y: 40 } })),
    namedIds(name),
  );

describe("a reroute", () => {
  const board = reroute(chain, "r", "w2");

  it("is put into a wire and seen through", () => {
    expect(wires(board)).toContain("rn1.out > s.shots");
    expect(wires(board)).toContain("c.shots > rn1.in");
    expect(board.layout[nodeId("rn1")]).toEqual({ x: -12, y: 28 });
    expect(wires(throughReroutes(board))).toEqual(wires(chain));
    expect(throughReroutes(chain)).toBe(chain);
    expect(shotChain(board, nodeId("s"))).toEqual(["a", "b", "c"]);
  });

  it("is shared by wires that come from one port", () => {
    const shared = reroute(chain, "r", "w4", "w5", "w3");
    expect(wires(shared)).toEqual(
      [
        "a.shots > b.previous",
        "b.shots > c.previous",
        "b.shots > rn2.in",
        "c.shots > s.shots",
        "p.text > rn1.in",
        "rn1.out > a.prompt",
        "rn1.out > s.prompt",
        "rn2.out > t.shots",
      ].toSorted(),
    );
  });

  it("takes the kind of what flows through it", () => {
    const kinds = (b: Board, id: string) =>
      (["in", "out"] as const).map(
        (port) => portOf(b, end(`${id}.${port}`), port === "in" ? "input" : "output")?.kind,
      );
    expect(kinds(board, "rn1")).toEqual(["shots", "shots"]);
    expect(canConnect(board, end("p.text"), end("rn1.in"))).toMatchObject({
      reason: "kindsDiffer",
      values: { from: "text", to: "shots" },
    });
    expect(canConnect(board, end("rn1.out"), end("t.prompt"))).toMatchObject({
      reason: "kindsDiffer",
    });
    const loose = build({ q: "reroute", r: "reroute", a: "shot", p: "prompt", s: "scene" }, [
      "q.out > r.in",
    ]);
    expect(kinds(loose, "q")).toEqual([undefined, undefined]);
    const read = connect(loose, edgeId("x"), end("r.out"), end("s.prompt"));
    expect(kinds(read, "q")).toEqual(["text", "text"]);
    const beside = connect(read, edgeId("y"), end("q.out"), end("s.shots"));
    expect(beside).toBe(read);
    expect(wires(connect(read, edgeId("y"), end("p.text"), end("q.in")))).toContain(
      "p.text > q.in",
    );
  });

  it("is healed away, also where its wire was there already", () => {
    expect(wires(removeNodes(board, [nodeId("rn1")], { heal: true }))).toEqual(wires(chain));
    const row = reroute(board, "q", "w2");
    const gone = removeNodes(row, [nodeId("rn1"), nodeId("qn1")], { heal: true });
    expect(wires(gone)).toEqual(wires(chain));
    const twice = connect(reroute(chain, "r", "w5"), edgeId("x"), end("p.text"), end("s.prompt"));
    expect(wires(throughReroutes(twice))).toEqual(wires(chain));
    expect(wires(removeNodes(twice, [nodeId("rn1")], { heal: true }))).toEqual(wires(chain));
  });

  it("that is loose goes into any wire, where it was put", () => {
    const loose = build({ r: "reroute", a: "shot", s: "scene" }, ["a.shots > s.shots"]);
    expect(canInsert(loose, edgeId("w0"), nodeId("r"))).toBe(true);
    const inserted = insertIntoEdge(loose, edgeId("w0"), nodeId("r"), edgeId("x"));
    expect(wires(inserted)).toEqual(["a.shots > r.in", "r.out > s.shots"]);
    expect(inserted.layout).toEqual(loose.layout);
  });

  it("keeps its place when shots change theirs, unless other wires run through it", () => {
    const moved = moveShot(board, nodeId("s"), 2, 0);
    expect(shotChain(moved, nodeId("s"))).toEqual(["c", "a", "b"]);
    expect(wires(moved)).toContain("b.shots > rn1.in");
    const forked = reroute(chain, "r", "w1", "w3");
    const other = moveShot(forked, nodeId("s"), 0, 1);
    expect(shotChain(other, nodeId("s"))).toEqual(["b", "a", "c"]);
    expect(shotChain(other, nodeId("t"))).toEqual(["b"]);
  });

  it("that reads from itself says nothing", () => {
    const looped: Board = {
      ...chain,
      nodes: { ...chain.nodes, [nodeId("r")]: { type: "reroute", params: {} } },
      edges: {
        [edgeId("x")]: { from: end("r.out"), to: end("r.in") },
        [edgeId("y")]: { from: end("r.out"), to: end("s.shots") },
      },
    };
    expect(throughReroutes(looped).edges).toEqual({});
    expect(shotChain(looped, nodeId("s"))).toEqual([]);
  });
});

const picks = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 });

describe("reroutes in any wires of any board", () => {
  it("change nothing that is wired, and the file opens again", () => {
    fc.assert(
      fc.property(randomBoard, picks, (board, ways) => {
        const changed = rerouted(board, ways);
        expect(wires(throughReroutes(changed))).toEqual(wires(throughReroutes(board)));
        expect(parseBoard(printBoard(changed))).toMatchObject({ ok: true, board: changed });
      }),
      { numRuns: 150 },
    );
  });

  it("are seen through by what changes the chain", () => {
    const chains = (board: Board) =>
      nodeIdsOf(board)
        .filter((id) => board.nodes[id]?.type === "scene")
        .map((id) => shotChain(board, id));
    const edits = [
      (board: Board, i: number) =>
        removeNodes(board, [nodeIdsOf(board).filter((id) => !isReroute(board, id))[i] ?? ghost], {
          heal: true,
        }),
      (board: Board, i: number) =>
        insertShotAfter(board, ofType(board, "shot", i), namedIds("new")),
      (board: Board, i: number) =>
        insertShotBefore(board, ofType(board, "scene", i), namedIds("new")),
      (board: Board, i: number) => moveShot(board, ofType(board, "scene", i), i % 3, (i * 5) % 4),
    ];
    fc.assert(
      fc.property(randomBoard, picks, fc.nat(3), fc.nat(40), (board, ways, which, i) => {
        const edit = edits[which] ?? ((same) => same);
        expect(chains(edit(rerouted(board, ways), i))).toEqual(chains(edit(board, i)));
      }),
      { numRuns: 300 },
    );
  });
});

const ghost = nodeId("ghost");
const ofType = (board: Board, type: string, i: number) => {
  const found = nodeIdsOf(board).filter((id) => board.nodes[id]?.type === type);
  return found[i % Math.max(1, found.length)] ?? ghost;
};
