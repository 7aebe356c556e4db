import { expect, it } from "vitest";
import { nextToward } from "../../../renderer/canvas/spatial.ts";

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 100, height: 100 });
const centre = box("centre", 0, 0);
const boxes = [
  box("right", 300, 20),
  box("farRight", 600, 0),
  box("aside", 200, 180),
  box("below", 40, 400),
  box("left", -250, -60),
];

it.each([
  ["right", "right"],
  ["left", "left"],
  ["down", "below"],
  ["up", undefined],
] as const)("what lies %s of a node is %s", (toward, id) => {
  expect(nextToward(centre, boxes, toward)).toBe(id);
});

it("prefers what is straight ahead to what is nearer but aside", () => {
  expect(nextToward(centre, [box("aside", 150, 140), box("ahead", 320, 0)], "right")).toBe("ahead");
  expect(nextToward(centre, [box("aside", 150, 140)], "right")).toBe("aside");
  expect(nextToward(centre, [centre], "right")).toBeUndefined();
});
