import { expect, it } from "vitest";
import { build } from "./build.ts";
import { sizeOf as faceSize } from "../../renderer/nodes/size.ts";
import { clearOf, faceSizes } from "../../shared/board/faces.ts";
import { nodeTypes } from "../../shared/nodes/registry.ts";

it.each(nodeTypes)("the face of a %s fits into the room that layouts leave for it", (type) => {
  for (const aspect of ["16:9", "9:16", "1:1"] as const) {
    const long = { text: "word ".repeat(400) };
    const { width, height } = faceSize({ type, params: long }, aspect, undefined);
    expect(width).toBeLessThanOrEqual(faceSizes[type].w);
    expect(height).toBeLessThanOrEqual(faceSizes[type].h);
  }
});

it("what comes to the very place of a node stands beside it, and all of it goes the same way", () => {
  const board = build({ a: "shot", b: "shot", c: "note" }, [], {
    a: { x: 0, y: 0 },
    b: { x: 40, y: 40 },
    c: { x: 300, y: 80 },
  });
  expect(clearOf(board, [{ x: 5, y: 0 }], 40)).toEqual({ x: 0, y: 0 });
  expect(clearOf(board, [{ x: 0.4, y: 0 }], 40)).toEqual({ x: 80, y: 80 });
  const both = [
    { x: 0, y: -400 },
    { x: 220, y: -40 },
  ];
  expect(clearOf(board, both, 40, { x: 80, y: 120 })).toEqual({ x: 120, y: 160 });
});
