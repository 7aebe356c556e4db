import { describe, expect, it } from "vitest";
import { align, distribute, type Alignment } from "../../../renderer/canvas/align.ts";

const box = (id: string, x: number, y: number, width: number, height: number) => ({
  id,
  x,
  y,
  width,
  height,
});
const boxes = [box("a", 0, 10, 100, 50), box("b", 300, 0, 200, 80), box("c", 160, 200, 40, 100)];
const at = (places: readonly { id: string; x: number; y: number }[]) =>
  Object.fromEntries(places.map(({ id, x, y }) => [id, [x, y]]));

describe("boxes in line", () => {
  it.each<[Alignment, object]>([
    ["left", { a: [0, 10], b: [0, 0], c: [0, 200] }],
    ["center", { a: [200, 10], b: [150, 0], c: [230, 200] }],
    ["right", { a: [400, 10], b: [300, 0], c: [460, 200] }],
    ["top", { a: [0, 0], b: [300, 0], c: [160, 0] }],
    ["middle", { a: [0, 125], b: [300, 110], c: [160, 100] }],
    ["bottom", { a: [0, 250], b: [300, 220], c: [160, 200] }],
  ])("at the %s", (how, places) => {
    expect(at(align(boxes, how))).toEqual(places);
  });
});

describe("boxes with the same gap between them", () => {
  it("keep the first and the last where they are", () => {
    expect(at(distribute(boxes, "across"))).toEqual({ a: [0, 10], c: [180, 200], b: [300, 0] });
    expect(at(distribute(boxes, "down"))).toEqual({ b: [300, 0], a: [0, 115], c: [160, 200] });
  });
  it("overlap evenly where there is no room", () => {
    const tight = [box("a", 0, 0, 100, 10), box("b", 10, 0, 100, 10), box("c", 60, 0, 100, 10)];
    expect(at(distribute(tight, "across"))).toEqual({ a: [0, 0], b: [30, 0], c: [60, 0] });
  });
  it("are left alone when there are only two", () => {
    const two = boxes.slice(0, 2);
    expect(distribute(two, "across")).toBe(two);
  });
});
