import { describe, expect, it } from "vitest";
import { firstView } from "../../../renderer/canvas/firstView.ts";
import { boundsOf, fitInto } from "../../../renderer/canvas/miniMapFit.ts";
import { rank } from "../../../renderer/canvas/rank.ts";
import { isTrackpad } from "../../../renderer/canvas/isTrackpad.ts";

const box = (x: number, y: number, width: number, height: number) => ({
  position: { x, y },
  width,
  height,
});

describe("finding by words", () => {
  const things = [
    { name: "Shot", words: "plano take câmera segment" },
    { name: "Settings", words: "ajustes modelo aspect ratio" },
    { name: "Scene", words: "cena video output take" },
    { name: "Element", words: "personagem prop" },
  ];
  const names = (query: string): string[] => rank(query, things).map(({ name }) => name);

  it("gives everything for nothing", () => {
    expect(names("  ")).toEqual(["Shot", "Settings", "Scene", "Element"]);
  });
  it("puts the beginning of a name before other words, and those before what is inside a word", () => {
    expect(names("s")).toEqual(["Shot", "Settings", "Scene", "Element"]);
    expect(names("e")).toEqual(["Element", "Settings", "Scene", "Shot"]);
    expect(names("take")).toEqual(["Shot", "Scene"]);
  });
  it("finds in the other language, without accents and in any case", () => {
    expect(names("CAMERA")).toEqual(["Shot"]);
    expect(names("personágem")).toEqual(["Element"]);
  });
  it("finds by what is in a thing last", () => {
    const shots = { name: "Reel", words: "shots", parts: "Close-up Wide Crane up" };
    const found = rank("wide", [shots, { name: "Wall", words: "wide" }]);
    expect(found.map(({ name }) => name)).toEqual(["Wall", "Reel"]);
    expect(rank("up", [shots])).toEqual([shots]);
    expect(rank("rane", [shots])).toEqual([]);
  });
  it("wants every word, in any order", () => {
    expect(names("ratio set")).toEqual(["Settings"]);
    expect(names("ratio scene")).toEqual([]);
  });
});

describe("the first view of a board", () => {
  const view = { width: 1000, height: 600 };

  it("shows a small board whole, in the middle, at 100 %", () => {
    expect(firstView([box(100, 100, 200, 100)], view)).toEqual({ x: 300, y: 150, zoom: 1 });
  });
  it("zooms out for a larger one until all of it is in view", () => {
    const { x, y, zoom } = firstView([box(0, 0, 1500, 300)], view);
    expect(zoom).toBeLessThan(1);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + 1500 * zoom).toBeLessThanOrEqual(1000);
    expect(y + 150 * zoom).toBeCloseTo(300, 0);
  });
  it("shows the beginning of a board that could not be read as a whole", () => {
    const { x, y, zoom } = firstView([box(-500, 40, 60_000, 9_000)], view);
    expect(zoom).toBe(0.85);
    expect(x + -500 * zoom).toBeCloseTo(60, 0);
    expect(y + 40 * zoom).toBeCloseTo(36, 0);
  });
  it("stands at the origin for an empty board", () => {
    expect(firstView([], view)).toEqual({ x: 0, y: 0, zoom: 1 });
  });
});

describe("the overview", () => {
  it("has a box around every node", () => {
    expect(boundsOf([])).toBeUndefined();
    expect(boundsOf([box(10, 20, 30, 40), box(-5, 50, 10, 100)])).toEqual({
      x: -5,
      y: 20,
      width: 45,
      height: 130,
    });
  });
  it("fits that box in, in the middle", () => {
    const fit = fitInto({ x: 1000, y: 500, width: 4000, height: 1000 }, { width: 152, height: 94 });
    expect(fit.x + 3000 * fit.scale).toBeCloseTo(76);
    expect(fit.y + 1000 * fit.scale).toBeCloseTo(47);
    expect(fit.x + 1000 * fit.scale).toBeCloseTo(8);
  });
});

describe("a wheel event", () => {
  it.each([
    ["a click of a mouse wheel", { deltaMode: 0, deltaX: 0, deltaY: 120 }, false],
    ["a mouse wheel that counts lines", { deltaMode: 1, deltaX: 0, deltaY: 3 }, false],
    ["two fingers that move a little", { deltaMode: 0, deltaX: 0, deltaY: 4 }, true],
    ["two fingers that move across", { deltaMode: 0, deltaX: 12, deltaY: 60 }, true],
    ["two fingers on a fine screen", { deltaMode: 0, deltaX: 0, deltaY: 53.5 }, true],
  ])("of %s is told from the other", (_what, event, trackpad) => {
    expect(isTrackpad(event)).toBe(trackpad);
  });
});
