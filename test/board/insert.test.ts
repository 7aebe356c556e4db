import { describe, expect, it } from "vitest";
import { canInsert, insertIntoEdge, passageOf } from "../../shared/board/insert.ts";
import { insertShotAfter } from "../../shared/board/chain.ts";
import { moveNodes, resizeNode } from "../../shared/board/edits.ts";
import { countedIds } from "../../shared/board/ids.ts";
import type { Board } from "../../shared/board/schema.ts";
import { build, edgeId, nodeId, wires } from "./build.ts";

const board = build(
  { one: "shot", two: "shot", film: "scene", words: "prompt", loose: "shot", join: "join" },
  ["one.shots > two.previous", "two.shots > film.shots", "words.text > two.prompt"],
  {
    one: { x: 0, y: 0 },
    two: { x: 280, y: 0 },
    film: { x: 560, y: 0 },
    words: { x: 0, y: 400 },
    loose: { x: 200, y: 500 },
    join: { x: 260, y: 400 },
  },
);
const [first, last, text] = [edgeId("w0"), edgeId("w1"), edgeId("w2")];
const loose = nodeId("loose");
const xOf = (board: Board, id: string): number | undefined => board.layout[nodeId(id)]?.x;

describe("a node that is put into a wire", () => {
  it("has a free input and a free output of the wire's kind", () => {
    expect(passageOf(board, loose)).toEqual({ kind: "shots", input: "previous", output: "shots" });
    expect(passageOf(board, nodeId("one"))).toBeUndefined();
    expect(passageOf(board, nodeId("words"))).toBeUndefined();
    expect(canInsert(board, first, loose)).toBe(true);
    expect(canInsert(board, text, loose)).toBe(false);
    expect(canInsert(board, text, nodeId("join"))).toBe(true);
  });

  it("stands between the two ends, and the wire keeps its id on the source's side", () => {
    const after = insertIntoEdge(board, first, loose, edgeId("new"));
    expect(wires(after)).toEqual([
      "loose.shots > two.previous",
      "one.shots > loose.previous",
      "two.shots > film.shots",
      "words.text > two.prompt",
    ]);
    expect(after.edges[first]?.to.node).toBe("loose");
  });

  it("is not taken into a wire of another kind, nor into one that is not there", () => {
    expect(insertIntoEdge(board, last, nodeId("join"), edgeId("new"))).toBe(board);
    expect(insertIntoEdge(board, edgeId("none"), loose, edgeId("new"))).toBe(board);
    expect(insertIntoEdge(board, first, loose, last)).toBe(board);
  });

  it("makes room: it stands right of its source, and what follows moves on by the same way", () => {
    const after = insertIntoEdge(board, first, loose, edgeId("new"));
    expect(xOf(after, "loose")).toBe(280);
    expect(xOf(after, "two")).toBe(560);
    expect(xOf(after, "film")).toBe(840);
    expect([xOf(after, "one"), xOf(after, "words"), xOf(after, "join")]).toEqual([0, 0, 260]);
  });

  it("moves along what would be covered, and comes into the row that it was dropped on", () => {
    const beside = build(
      { one: "shot", two: "shot", loose: "shot", note: "note" },
      ["one.shots > two.previous"],
      {
        one: { x: 0, y: 0 },
        two: { x: 280, y: 0 },
        loose: { x: 150, y: 40 },
        note: { x: 560, y: 30 },
      },
    );
    const after = insertIntoEdge(beside, first, loose, edgeId("new"));
    expect(after.layout).toMatchObject({
      loose: { x: 280, y: 0 },
      two: { x: 560, y: 0 },
      note: { x: 840, y: 30 },
    });
  });

  it("leaves what moves on in its frame: one around the place grows, one behind it goes along", () => {
    let framed = build(
      {
        one: "shot",
        two: "shot",
        film: "scene",
        loose: "shot",
        act: "frame",
        end: "frame",
        aside: "note",
      },
      ["one.shots > two.previous", "two.shots > film.shots"],
      {
        one: { x: 0, y: 0 },
        two: { x: 280, y: 0 },
        film: { x: 620, y: 0 },
        loose: { x: 100, y: 900 },
        act: { x: -30, y: -60 },
        end: { x: 580, y: -60 },
        aside: { x: 900, y: 0 },
      },
    );
    framed = resizeNode(framed, nodeId("act"), { w: 580, h: 460 });
    framed = resizeNode(framed, nodeId("end"), { w: 600, h: 500 });
    const after = insertIntoEdge(framed, first, loose, edgeId("new"));
    expect(after.layout).toMatchObject({
      act: { x: -30, w: 860 },
      loose: { x: 280, y: 900 },
      two: { x: 560 },
      end: { x: 860, w: 600 },
      film: { x: 900 },
      aside: { x: 1180 },
    });
    const longer = insertShotAfter(framed, nodeId("one"), countedIds());
    expect(longer.layout).toMatchObject({
      act: { x: -30, w: 860 },
      n1: { x: 280 },
      two: { x: 560 },
      end: { x: 860, w: 600 },
    });
  });

  it("moves nothing where there is room already", () => {
    const wide = moveNodes(board, [
      { id: nodeId("two"), x: 900, y: 0 },
      { id: nodeId("film"), x: 1200, y: 0 },
      { id: loose, x: 400, y: 0 },
    ]);
    const after = insertIntoEdge(wide, first, loose, edgeId("new"));
    expect(after.layout).toBe(wide.layout);
  });
});
