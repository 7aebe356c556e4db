import { describe, expect, it } from "vitest";
import { moveNodes, resizeNode } from "../../shared/board/edits.ts";
import {
  fitFrame,
  frameNodes,
  framesAround,
  nodesIn,
  withContents,
  type BoxOf,
} from "../../shared/board/frames.ts";
import { parseBoard } from "../../shared/board/parse.ts";
import { printBoard } from "../../shared/board/print.ts";
import type { Board } from "../../shared/board/schema.ts";
import { compile } from "../../shared/compile/compile.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { build, nodeId } from "./build.ts";

const size = { width: 200, height: 100 };
const boxesOf =
  (board: Board): BoxOf =>
  (id) => {
    const place = board.layout[id];
    return place && { ...size, x: place.x, y: place.y, ...(place.w && place.h ? wide(place) : {}) };
  };
const wide = ({ w = 0, h = 0 }: { w?: number | undefined; h?: number | undefined }) => ({
  width: w,
  height: h,
});

const [one, two, far, frame, outer] = ["one", "two", "far", "frame", "outer"].map(nodeId) as [
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
];
const plain = build({ one: "shot", two: "shot", far: "note" }, ["one.shots > two.previous"], {
  one: { x: 0, y: 0 },
  two: { x: 300, y: 40 },
  far: { x: 2000, y: 0 },
});
const framedBoard = frameNodes(plain, frame, [one, two], boxesOf(plain));

describe("a frame", () => {
  it("is put around nodes, with room for its name, and carries them", () => {
    expect(framedBoard.layout[frame]).toEqual({ x: -18, y: -56, w: 536, h: 214 });
    expect(nodesIn(framedBoard, frame, boxesOf(framedBoard))).toEqual([one, two]);
    expect(nodesIn(framedBoard, one, boxesOf(framedBoard))).toEqual([]);
    expect(frameNodes(plain, frame, [], boxesOf(plain))).toBe(plain);
  });

  it("holds a node whose middle is in it, and no longer one that was pulled out", () => {
    const out = moveNodes(framedBoard, [{ id: two, x: 430, y: 40 }]);
    expect(nodesIn(out, frame, boxesOf(out))).toEqual([one]);
    const half = moveNodes(framedBoard, [{ id: two, x: 410, y: 40 }]);
    expect(nodesIn(half, frame, boxesOf(half))).toEqual([one, two]);
  });

  it("fits what lies in it", () => {
    const moved = moveNodes(framedBoard, [{ id: two, x: 100, y: 0 }]);
    expect(fitFrame(moved, frame, boxesOf(moved)).layout[frame]).toEqual({
      x: -18,
      y: -56,
      w: 336,
      h: 174,
    });
    const empty = moveNodes(framedBoard, [{ id: frame, x: 5000, y: 0 }]);
    expect(fitFrame(empty, frame, boxesOf(empty))).toBe(empty);
  });

  it("carries a frame that lies in it as a whole, and is not carried by that one", () => {
    const nested = frameNodes(framedBoard, outer, [frame, far], boxesOf(framedBoard));
    const boxOf = boxesOf(nested);
    expect(nodesIn(nested, outer, boxOf)).toEqual([far, frame, one, two]);
    expect(nodesIn(nested, frame, boxOf)).toEqual([one, two]);
    expect(withContents(nested, [frame, far], boxOf)).toEqual([frame, far, one, two]);
    expect(framesAround(nested, [one, far, frame], boxOf)).toEqual([frame, outer]);
  });

  it("is never sent, and stays on the board as it was", () => {
    expect(compile(framedBoard, profiles).problems).toEqual(compile(plain, profiles).problems);
    const resized = resizeNode(framedBoard, frame, { w: 700, h: 300 });
    const text = printBoard(resized);
    const reading = parseBoard(text);
    expect(reading.ok && printBoard(reading.board)).toBe(text);
    expect(reading.ok && reading.board.nodes[frame]).toEqual({
      type: "frame",
      params: { notes: "" },
    });
  });
});
