import { expect, test } from "vitest";
import { edgePull } from "../../../renderer/canvas/edgePull.ts";

const room = { x: 100, y: 50, width: 800, height: 600 };

test("what is drawn to an edge pulls the view along, faster the nearer it comes", () => {
  const still = { x: 500, y: 350 };
  expect(edgePull(still, room)).toEqual({ x: 0, y: 0 });
  expect(edgePull({ ...still, x: 120 }, room)).toEqual({ x: -7.5, y: 0 });
  expect(edgePull({ ...still, x: 880 }, room)).toEqual({ x: 7.5, y: 0 });
  expect(edgePull({ x: 900, y: 650 }, room)).toEqual({ x: 15, y: 15 });
});

test("beyond the edge it goes no faster than at it", () => {
  expect(edgePull({ x: -4000, y: 9000 }, room)).toEqual({ x: -15, y: 15 });
});
