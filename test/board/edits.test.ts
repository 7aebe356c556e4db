import { describe, expect, it } from "vitest";
import { insertShotAfter, insertShotBefore, moveShot } from "../../shared/board/chain.ts";
import {
  addNode,
  connect,
  moveNodes,
  reconnect,
  removeNodes,
  resizeNode,
  setBoardTitle,
  setMode,
  setParam,
  setParams,
  setPlacement,
  setTitle,
} from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { nodeIdsOf, shotChain } from "../../shared/board/graph.ts";
import { countedIds } from "../../shared/board/ids.ts";
import { boardLimits, type Board } from "../../shared/board/schema.ts";
import { build, edgeId, end, nodeId, overlaps, wires } from "./build.ts";

const chain = () =>
  build({ a: "shot", b: "shot", c: "shot", s: "scene" }, [
    "a.shots > b.previous",
    "b.shots > c.previous",
    "c.shots > s.shots",
  ]);
const [a, b, c, s] = ["a", "b", "c", "s"].map(nodeId) as [
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
];

describe("nodes", () => {
  it("are added with every param at its default and a rounded place", () => {
    const board = addNode(emptyBoard(), { id: a, type: "settings", at: { x: 1.6, y: -0.4 } });
    expect(board.nodes[a]?.params).toEqual({
      model: "kling/kling-3.0/pro/text-to-video",
      aspectRatio: "16:9",
      cfgScale: 0.5,
      audio: false,
      shotType: "customize",
      extra: {},
    });
    expect(board.layout[a]).toEqual({ x: 2, y: 0 });
  });

  it("are not added under a taken id or with a wrong param", () => {
    const board = chain();
    expect(addNode(board, { id: a, type: "note", at: { x: 0, y: 0 } })).toBe(board);
    const wrong = { id: nodeId("n"), type: "shot", params: { seconds: 1.5 }, at: { x: 0, y: 0 } };
    expect(addNode(board, { ...wrong, type: "shot" })).toBe(board);
  });

  it("are not added over the limit of 5,000", () => {
    let board = emptyBoard();
    const note = addNode(board, { id: a, type: "note", at: { x: 0, y: 0 } }).nodes[a];
    const nodes = Object.fromEntries(
      Array.from({ length: boardLimits.nodes }, (_, i) => [`n${i}`, note]),
    );
    board = { ...board, nodes } as Board;
    expect(addNode(board, { id: a, type: "note", at: { x: 0, y: 0 } })).toBe(board);
  });

  it("go with their edges and place, and leave the rest untouched", () => {
    const board = chain();
    const after = removeNodes(board, [b, nodeId("ghost")]);
    expect(nodeIdsOf(after)).toEqual(["a", "c", "s"]);
    expect(Object.keys(after.layout)).toEqual(["a", "c", "s"]);
    expect(wires(after)).toEqual(["c.shots > s.shots"]);
    expect(after.nodes[a]).toBe(board.nodes[a]);
    expect(removeNodes(board, [nodeId("ghost")])).toBe(board);
  });

  it("leave a healed chain behind when asked, also several of them and at a fork", () => {
    expect(wires(removeNodes(chain(), [b], { heal: true }))).toEqual([
      "a.shots > c.previous",
      "c.shots > s.shots",
    ]);
    expect(wires(removeNodes(chain(), [c, b], { heal: true }))).toEqual(["a.shots > s.shots"]);
    expect(wires(removeNodes(chain(), [a], { heal: true }))).toEqual([
      "b.shots > c.previous",
      "c.shots > s.shots",
    ]);
    const forked = build({ a: "shot", b: "shot", s: "scene", t: "scene" }, [
      "a.shots > b.previous",
      "b.shots > s.shots",
      "b.shots > t.shots",
    ]);
    expect(wires(removeNodes(forked, [b], { heal: true }))).toEqual([
      "a.shots > s.shots",
      "a.shots > t.shots",
    ]);
  });
});

describe("edges", () => {
  it("take the place of the one that an input for one has", () => {
    const board = connect(chain(), edgeId("new"), end("a.shots"), end("s.shots"));
    expect(wires(board)).toEqual([
      "a.shots > b.previous",
      "a.shots > s.shots",
      "b.shots > c.previous",
    ]);
  });

  it("are not made where canConnect refuses, nor under a taken id", () => {
    const board = chain();
    expect(connect(board, edgeId("new"), end("c.shots"), end("a.previous"))).toBe(board);
    expect(connect(board, edgeId("w0"), end("a.shots"), end("s.shots"))).toBe(board);
  });

  it("move under their own id", () => {
    const board = reconnect(chain(), edgeId("w1"), end("b.shots"), end("s.shots"));
    expect(wires(board)).toEqual(["a.shots > b.previous", "b.shots > s.shots"]);
    expect(Object.keys(board.edges).toSorted()).toEqual(["w0", "w1"]);
    expect(reconnect(board, edgeId("w1"), end("b.shots"), end("s.shots"))).toBe(board);
  });
});

describe("params", () => {
  it("take a valid value, refuse another, and go back to the default without one", () => {
    const board = chain();
    const longer = setParam(board, a, "seconds", 7);
    expect(longer.nodes[a]?.params["seconds"]).toBe(7);
    expect(longer.nodes[b]).toBe(board.nodes[b]);
    expect(longer.edges).toBe(board.edges);
    for (const value of ["7", 0, 601, 1.5, null, Number.NaN]) {
      expect(setParam(longer, a, "seconds", value)).toBe(longer);
    }
    expect(setParam(longer, a, "seconds", 7)).toBe(longer);
    expect(setParam(longer, a, "duration", 7)).toBe(longer);
    expect(setParam(longer, a, "seconds", undefined).nodes[a]?.params["seconds"]).toBe(5);
  });

  it("change together or not at all", () => {
    const board = chain();
    const both = setParams(board, [
      { id: a, params: { seconds: 3 } },
      { id: b, params: { seconds: 4 } },
      { id: a, params: { prompt: "Rain." } },
    ]);
    expect(both.nodes[a]?.params).toMatchObject({ seconds: 3, prompt: "Rain." });
    expect(both.nodes[b]?.params["seconds"]).toBe(4);
    expect(
      setParams(board, [
        { id: a, params: { seconds: 3 } },
        { id: b, params: { seconds: 0 } },
      ]),
    ).toBe(board);
  });

  it("refuse what could not be saved: too deep, or with a key that changes objects", () => {
    const board = build({ t: "settings" });
    const t = nodeId("t");
    let deep: unknown = 1;
    for (let i = 0; i < 70; i++) deep = [deep];
    expect(setParam(board, t, "extra", { deep })).toBe(board);
    expect(setParam(board, t, "extra", { a: JSON.parse('{"__proto__": 1}') })).toBe(board);
    expect(setParam(board, t, "extra", { video: "https://example.com/a.mp4" })).not.toBe(board);
  });

  it("stop where the file would grow over its limit", () => {
    let board = emptyBoard();
    const picture = `data:image/png;base64,${"A".repeat(3_900_000)}`;
    for (const id of [a, b, c]) {
      board = addNode(board, { id, type: "image", at: { x: 0, y: 0 } });
      board = setParam(board, id, "picture", picture);
    }
    expect([a, b, c].map((id) => board.nodes[id]?.params["picture"] === picture)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("places, titles, modes", () => {
  it("round, clamp and keep what does not move", () => {
    const board = chain();
    const moved = moveNodes(board, [
      { id: a, x: 10.4, y: Number.POSITIVE_INFINITY },
      { id: b, x: 300, y: 0 },
      { id: c, x: Number.NaN, y: 0 },
    ]);
    expect(moved.layout[a]).toEqual({ x: 10, y: 10_000_000 });
    expect(moved.layout[b]).toBe(board.layout[b]);
    expect(moved.layout[c]).toBe(board.layout[c]);
    expect(moved.nodes).toBe(board.nodes);
    expect(moveNodes(board, [{ id: b, x: 300.2, y: 0.4 }])).toBe(board);
  });

  it("set and take away size, fold and color", () => {
    let board = resizeNode(chain(), a, { w: 10, h: 300.5 });
    expect(board.layout[a]).toEqual({ x: 0, y: 0, w: 40, h: 301 });
    board = setPlacement(board, a, { collapsed: true, color: "#12abef" });
    expect(board.layout[a]).toEqual({
      x: 0,
      y: 0,
      w: 40,
      h: 301,
      collapsed: true,
      color: "#12abef",
    });
    expect(setPlacement(board, a, { color: "red" })).toBe(board);
    expect(setPlacement(board, a, { collapsed: true })).toBe(board);
    board = setPlacement(board, a, { collapsed: false, color: null });
    expect(board.layout[a]).toEqual({ x: 0, y: 0, w: 40, h: 301 });
  });

  it("name and unname", () => {
    const board = setTitle(chain(), a, "Opening");
    expect(board.nodes[a]?.title).toBe("Opening");
    expect(setTitle(board, a, "x".repeat(201))).toBe(board);
    expect(setTitle(board, a, "").nodes[a]).not.toHaveProperty("title");
    expect(setBoardTitle(board, "Film").title).toBe("Film");
    expect(setBoardTitle(board, board.title)).toBe(board);
    const muted = setMode(board, [a, b], "muted");
    expect([muted.nodes[a]?.mode, muted.nodes[b]?.mode]).toEqual(["muted", "muted"]);
    expect(setMode(muted, [a], "muted")).toBe(muted);
    expect(setMode(muted, [a], "active").nodes[a]).not.toHaveProperty("mode");
  });
});

describe("a chain of shots", () => {
  it("takes a shot in after another and makes room for it", () => {
    const board = insertShotAfter(chain(), b, countedIds(), { params: { prompt: "Rain." } });
    expect(shotChain(board, s)).toEqual(["a", "b", "n1", "c"]);
    expect(board.nodes[nodeId("n1")]?.params["prompt"]).toBe("Rain.");
    expect(overlaps(board)).toEqual([]);
  });

  it("takes a shot in at the beginning, and as the last before a scene", () => {
    const first = insertShotBefore(chain(), a, countedIds());
    expect(shotChain(first, s)).toEqual(["n1", "a", "b", "c"]);
    expect(overlaps(first)).toEqual([]);
    const last = insertShotBefore(chain(), s, countedIds());
    expect(shotChain(last, s)).toEqual(["a", "b", "c", "n1"]);
    expect(overlaps(last)).toEqual([]);
    const only = insertShotBefore(build({ s: "scene" }), s, countedIds());
    expect(shotChain(only, s)).toEqual(["n1"]);
    expect(overlaps(only)).toEqual([]);
  });

  it("gives a shot before a scene to that branch alone, one after a shot to all", () => {
    const forked = build({ a: "shot", s: "scene", t: "scene" }, [
      "a.shots > s.shots",
      "a.shots > t.shots",
    ]);
    const branch = insertShotBefore(forked, s, countedIds());
    expect([shotChain(branch, s), shotChain(branch, nodeId("t"))]).toEqual([["a", "n1"], ["a"]]);
    const both = insertShotAfter(forked, a, countedIds());
    expect([shotChain(both, s), shotChain(both, nodeId("t"))]).toEqual([
      ["a", "n1"],
      ["a", "n1"],
    ]);
  });

  it("is put in another order, on the canvas too", () => {
    const board = chain();
    const moved = moveShot(board, s, 0, 2);
    expect(shotChain(moved, s)).toEqual(["b", "c", "a"]);
    expect([b, c, a].map((id) => moved.layout[id]?.x)).toEqual([0, 300, 600]);
    expect(Object.keys(moved.edges)).toHaveLength(3);
    expect(shotChain(moveShot(moved, s, 2, 0), s)).toEqual(["a", "b", "c"]);
    expect(moveShot(board, s, 1, 1)).toBe(board);
    expect(moveShot(board, s, 0, 3)).toBe(board);
    expect(moveShot(board, a, 0, 1)).toBe(board);
  });

  it("keeps a branch with the shot that it forks off", () => {
    const forked = build({ a: "shot", b: "shot", s: "scene", t: "scene" }, [
      "a.shots > b.previous",
      "b.shots > s.shots",
      "a.shots > t.shots",
    ]);
    const moved = moveShot(forked, s, 0, 1);
    expect(shotChain(moved, s)).toEqual(["b", "a"]);
    expect(shotChain(moved, nodeId("t"))).toEqual(["b", "a"]);
  });
});
