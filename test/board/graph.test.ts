import { describe, expect, it } from "vitest";
import { moveNodes, setTitle } from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import {
  canConnect,
  edgesFrom,
  edgesInto,
  portOf,
  shotChain,
  upstreamOf,
} from "../../shared/board/graph.ts";
import { findCycles, orderOf } from "../../shared/board/order.ts";
import type { Board } from "../../shared/board/schema.ts";
import { build, edgeId, end, nodeId } from "./build.ts";

const chain = build(
  { a: "shot", b: "shot", c: "shot", s: "scene", p: "prompt", q: "prompt", t: "settings" },
  [
    "a.shots > b.previous",
    "b.shots > c.previous",
    "c.shots > s.shots",
    "p.text > s.prompt",
    "q.text > s.prompt",
  ],
);

/** Wires without asking, as only a file can. */
const force = (board: Board, edges: readonly string[]): Board => ({
  ...board,
  edges: Object.fromEntries(
    edges.map((edge, i) => {
      const [from = "", to = ""] = edge.split(" > ");
      return [`f${i}`, { from: end(from), to: end(to) }];
    }),
  ),
});

describe("canConnect", () => {
  const refusals = [
    ["ghost.text", "s.prompt", "unknownNode", { node: "ghost" }],
    ["constructor.text", "s.prompt", "unknownNode", { node: "constructor" }],
    ["a.shots", "a.previous", "sameNode", {}],
    ["a.nothing", "s.shots", "unknownPort", { port: "nothing" }],
    ["a.toString", "s.shots", "unknownPort", { port: "toString" }],
    ["a.shots", "s.nothing", "unknownPort", { port: "nothing" }],
    ["s.prompt", "a.prompt", "unknownPort", { port: "prompt" }],
    ["p.text", "s.shots", "kindsDiffer", { from: "text", to: "shots" }],
    ["c.shots", "a.previous", "cycle", {}],
    ["p.text", "s.prompt", "already", {}],
  ] as const;
  it.each(refusals)("refuses %s > %s: %s", (from, to, reason, values) => {
    expect(canConnect(chain, end(from), end(to))).toEqual({ ok: false, reason, values });
  });

  it("names the edge that an input for one gives up, and none where many may come", () => {
    expect(canConnect(chain, end("a.shots"), end("s.shots"))).toEqual({
      ok: true,
      replaces: ["w2"],
    });
    expect(canConnect(chain, end("p.text"), end("a.prompt"))).toEqual({ ok: true, replaces: [] });
  });

  it("does not count an edge that is being moved", () => {
    const turned = canConnect(chain, end("b.shots"), end("a.previous"), edgeId("w0"));
    expect(turned).toEqual({ ok: true, replaces: [] });
  });
});

describe("edgesInto", () => {
  it("follows the canvas from top to bottom, then from left to right", () => {
    const ids = (board: Board) =>
      edgesInto(board, nodeId("s"), "prompt").map(({ edge }) => edge.from.node);
    expect(ids(chain)).toEqual(["p", "q"]);
    const below = moveNodes(chain, [{ id: nodeId("p"), x: 0, y: 10 }]);
    expect(ids(below)).toEqual(["q", "p"]);
    const left = moveNodes(chain, [{ id: nodeId("q"), x: -500, y: 0 }]);
    expect(ids(left)).toEqual(["q", "p"]);
  });

  it("knows the edges out of a port", () => {
    expect(edgesFrom(chain, nodeId("a"), "shots").map(({ id }) => id)).toEqual(["w0"]);
    expect(edgesFrom(chain, nodeId("s"))).toEqual([]);
  });
});

describe("order and cycles", () => {
  it("puts sources first, and what is in a cycle last", () => {
    const looped = force(chain, [
      "a.shots > b.previous",
      "b.shots > a.previous",
      "b.shots > s.shots",
    ]);
    expect(orderOf(looped)).toEqual(["c", "p", "q", "t", "a", "b", "s"]);
    expect(findCycles(looped)).toEqual([["a", "b"]]);
  });

  it("finds every loop, also a node that feeds itself, and nothing between loops", () => {
    const nodes = Object.fromEntries("abcdefg".split("").map((id) => [id, "join" as const]));
    const wire = (from: string, to: string) => `${from}.text > ${to}.text`;
    const looped = force(build(nodes), [
      wire("a", "b"),
      wire("b", "c"),
      wire("c", "a"),
      wire("c", "d"),
      wire("d", "e"),
      wire("e", "f"),
      wire("f", "e"),
      wire("g", "g"),
    ]);
    expect(findCycles(looped)).toEqual([["a", "b", "c"], ["e", "f"], ["g"]]);
    expect(upstreamOf(looped, [nodeId("d")])).toEqual(new Set(["a", "b", "c"]));
    expect(upstreamOf(looped, [nodeId("e")])).toEqual(new Set(["a", "b", "c", "d", "e", "f"]));
  });

  it("walks a chain of shots from its beginning, and stops in a loop", () => {
    expect(shotChain(chain, nodeId("s"))).toEqual(["a", "b", "c"]);
    expect(shotChain(chain, nodeId("b"))).toEqual(["a", "b"]);
    expect(shotChain(chain, nodeId("p"))).toEqual([]);
    const looped = force(chain, [
      "a.shots > b.previous",
      "b.shots > a.previous",
      "b.shots > s.shots",
    ]);
    expect(shotChain(looped, nodeId("s"))).toEqual(["a", "b"]);
  });

  it("answers for 5,000 nodes wired in one chain", () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `n${i}`);
    const board = force(
      { ...emptyBoard(), nodes: build({ x: "shot" }).nodes },
      ids.slice(1).map((id, i) => `n${i}.shots > ${id}.previous`),
    );
    const node = board.nodes[nodeId("x")];
    const long = { ...board, nodes: Object.fromEntries(ids.map((id) => [id, node])) } as Board;
    expect(orderOf(long)).toEqual(ids);
    expect(findCycles(long)).toEqual([]);
    expect(shotChain(long, nodeId("n4999"))).toHaveLength(5000);
    expect(canConnect(long, end("n4999.shots"), end("n0.previous"))).toMatchObject({
      reason: "cycle",
    });
  });

  it("keeps its answers when only words change", () => {
    const renamed = setTitle(chain, nodeId("a"), "First");
    expect(edgesFrom(renamed, nodeId("a"))).toEqual(edgesFrom(chain, nodeId("a")));
    expect(portOf(renamed, end("s.prompt"), "input")).toEqual({ kind: "text", many: true });
  });
});
