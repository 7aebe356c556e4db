import { expect, test } from "vitest";
import { edgePull } from "../../../renderer/canvas/edgePull.ts";

const inside = { x: 500, y: 350 };
const room = { x: 100, y: 50, width: 800, height: 600 };

test("what is drawn to an edge pulls the view along, faster the nearer it comes", () => {
  expect(edgePull(inside, inside, room)).toEqual({ x: 0, y: 0 });
  expect(edgePull({ ...inside, x: 120 }, inside, room)).toEqual({ x: -7.5, y: 0 });
  expect(edgePull({ ...inside, x: 880 }, inside, room)).toEqual({ x: 7.5, y: 0 });
  expect(edgePull({ x: 900, y: 650 }, inside, room)).toEqual({ x: 15, y: 15 });
});

test("beyond the edge it goes no faster than at it", () => {
  expect(edgePull({ x: -4000, y: 9000 }, inside, room)).toEqual({ x: -15, y: 15 });
});

test("an edge near which it was begun pulls only once the pointer comes nearer to it", () => {
  const corner = { x: 120, y: 70 };
  expect(edgePull(corner, corner, room)).toEqual({ x: 0, y: 0 });
  expect(edgePull({ x: 130, y: 500 }, corner, room)).toEqual({ x: 0, y: 0 });
  expect(edgePull({ x: 110, y: 70 }, corner, room)).toEqual({ x: -11.25, y: 0 });
  expect(edgePull({ x: 880, y: 640 }, corner, room)).toEqual({ x: 7.5, y: 11.25 });
});
