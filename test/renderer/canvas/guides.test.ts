import { describe, expect, it } from "vitest";
import { guided, guidedSize } from "../../../renderer/canvas/guides.ts";

const box = (x: number, y: number, width = 100, height = 60) => ({ x, y, width, height });
const other = box(300, 200, 200, 80);

describe("a dragged node", () => {
  it("comes into line with an edge that is near, and a line shows it", () => {
    expect(guided(box(20, 204), [other], 6)).toEqual({
      x: 20,
      y: 200,
      guides: [{ from: { x: 20, y: 200 }, to: { x: 500, y: 200 } }],
    });
  });
  it("comes into line by its middle, or by its other edge", () => {
    expect(guided(box(347, 600), [other], 6)).toMatchObject({ x: 350, y: 600 });
    expect(guided(box(20, 222), [other], 6)).toMatchObject({ x: 20, y: 220 });
  });
  it("takes the nearest line of each direction", () => {
    const { x, y, guides } = guided(box(303, 205), [box(299, 900), box(900, 203), other], 6);
    expect([x, y, guides.length]).toEqual([300, 203, 2]);
  });
  it("goes where it is dragged when nothing is near", () => {
    expect(guided(box(20, 100), [other], 6)).toEqual({ x: 20, y: 100, guides: [] });
    expect(guided(box(20, 100), [], 6)).toEqual({ x: 20, y: 100, guides: [] });
  });
});

describe("a node that is pulled larger by its corner", () => {
  it("ends in line with the nearer or the farther edge of another one", () => {
    expect(guidedSize(box(100, 400, 196, 60), [other], 6)).toEqual({
      width: 200,
      height: 60,
      guides: [{ from: { x: 300, y: 200 }, to: { x: 300, y: 460 } }],
    });
    expect(guidedSize(box(100, 100, 404, 178), [other], 6)).toMatchObject({
      width: 400,
      height: 180,
    });
  });
  it("is as large as it is pulled when nothing is near", () => {
    expect(guidedSize(box(100, 400, 180, 60), [other], 6)).toEqual({
      width: 180,
      height: 60,
      guides: [],
    });
  });
});
