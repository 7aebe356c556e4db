import { describe, expect, it } from "vitest";
import {
  wirePath,
  wirePoints,
  wiresCrossed,
  wireUnder,
  type DrawnWire,
} from "../../../renderer/canvas/wirePath.ts";

const level: DrawnWire<string> = { id: "level", from: { x: 0, y: 0 }, to: { x: 400, y: 0 } };
const lower: DrawnWire<string> = { id: "lower", from: { x: 0, y: 60 }, to: { x: 400, y: 60 } };
const around = (x: number, y: number) => ({ x: x - 50, y: y - 50, width: 100, height: 100 });

describe("the way of a wire", () => {
  it("begins and ends at its ports, and its points lie on the curve that is drawn", () => {
    const [from, to] = [
      { x: 10, y: 20 },
      { x: 210, y: 120 },
    ];
    const points = wirePoints(from, to);
    expect(points[0]).toEqual(from);
    expect(points.at(-1)).toEqual(to);
    expect(points[12]).toEqual({ x: 110, y: 70 });
    expect(wirePath(from, to)).toBe("M10 20C110 20 110 120 210 120");
  });
});

describe("the wire that a node is dropped on", () => {
  it("passes through the node, nearest to its middle", () => {
    expect(wireUnder(around(200, 10), [level, lower])).toBe("level");
    expect(wireUnder(around(200, 40), [level, lower])).toBe("lower");
  });
  it("is none where no wire passes", () => {
    expect(wireUnder(around(200, 200), [level, lower])).toBeUndefined();
    expect(wireUnder(around(600, 0), [level, lower])).toBeUndefined();
    expect(wireUnder(around(200, 0), [])).toBeUndefined();
  });
});

describe("a stroke across wires", () => {
  it("cuts those that it crosses", () => {
    const down = [
      { x: 200, y: -30 },
      { x: 205, y: 30 },
      { x: 200, y: 90 },
    ];
    expect(wiresCrossed(down, [level, lower])).toEqual([
      { id: "level", at: { x: expect.closeTo(203, -1), y: 0 } },
      { id: "lower", at: { x: expect.closeTo(202, -1), y: 60 } },
    ]);
    expect(wiresCrossed(down.slice(0, 2), [level, lower])).toMatchObject([{ id: "level" }]);
  });
  it("crosses nothing beside or between them, nor as a single point", () => {
    const between = [
      { x: 50, y: 30 },
      { x: 350, y: 30 },
    ];
    expect(wiresCrossed(between, [level, lower])).toEqual([]);
    expect(wiresCrossed([{ x: 200, y: 0 }], [level, lower])).toEqual([]);
  });
});
