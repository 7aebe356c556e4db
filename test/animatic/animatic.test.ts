import { describe, expect, test } from "vitest";
import {
  animaticOf,
  animaticOfPart,
  frameCountOf,
  shotAt,
} from "../../shared/animatic/animatic.ts";
import { chanceOf } from "../../shared/animatic/chance.ts";
import { moodOf } from "../../shared/animatic/mood.ts";
import { crossing, scene, shot } from "./shots.ts";

test("a scene's shots follow each other", () => {
  const animatic = animaticOf(scene(crossing));
  expect(animatic.shots.map(({ number, start, seconds }) => [number, start, seconds])).toEqual([
    [1, 0, 5],
    [2, 5, 4],
    [3, 9, 3],
  ]);
  expect(frameCountOf(animatic)).toBe(288);
});

test("a time belongs to the shot that it stands in, the cut to the later one", () => {
  const animatic = animaticOf(scene(crossing));
  const at = (time: number): number | undefined => shotAt(animatic, time)?.number;
  expect([0, 4.99, 5, 8.99, 9, 12, 99].map(at)).toEqual([1, 1, 2, 2, 3, 3, 3]);
});

test("a part begins at zero and keeps the numbers of the scene", () => {
  const whole = scene(crossing);
  const [part] = whole.parts;
  if (part === undefined) throw new Error("No part");
  const second = {
    ...part,
    shots: part.shots.slice(1).map((one) => ({ ...one, start: one.start - 5 })),
  };
  const animatic = animaticOfPart({ ...whole, parts: [part, second] }, 1);
  expect(animatic.shots.map(({ number, start }) => [number, start])).toEqual([
    [2, 0],
    [3, 4],
  ]);
  expect(animatic.seconds).toBe(7);
  expect(animatic.shotCount).toBe(3);
});

describe("a scene that has only a prompt", () => {
  const empty = scene([]);
  const [part] = empty.parts;
  if (part === undefined) throw new Error("No part");

  test("is one shot", () => {
    const promptOnly = { ...empty, seconds: 10, parts: [{ ...part, seconds: 10 }] };
    expect(animaticOf(promptOnly)).toEqual(animaticOfPart(promptOnly, 0));
    expect(animaticOf(promptOnly).shots).toMatchObject([{ action: "A crossing", seconds: 10 }]);
  });

  test("takes five seconds when nobody knows how long it is", () => {
    expect(animaticOf({ ...empty, seconds: null }).seconds).toBe(5);
  });
});

test("a start image is the first shot's picture, unless that has its own", () => {
  const model = "kling/kling-3.0/pro/image-to-video";
  const picture = "https://pictures.example/start.png";
  const input = { prompt: "A crossing", image: picture, start_image_url: picture };
  const begin = (first: Parameters<typeof shot>[0]): string[] => {
    const whole = scene([shot(first), shot({})]);
    const parts = whole.parts.map((part) => ({ ...part, model, input }));
    return animaticOf({ ...whole, parts }).shots.map(({ sketch }) => sketch);
  };
  expect(begin({})).toEqual([picture, ""]);
  expect(begin({ sketch: "https://pictures.example/own.png" })).toEqual([
    "https://pictures.example/own.png",
    "",
  ]);
});

test("a camera word that nobody knows says nothing", () => {
  const [value] = animaticOf(
    scene([shot({ camera: { move: "somersault", size: "toString" } })]),
  ).shots;
  expect(value?.camera).toEqual({ size: "", angle: "", move: "", lens: "" });
});

describe("the mood", () => {
  const mood = (text: string, ...before: string[]) => moodOf(text, before, chanceOf(1));

  test.each([
    ["A ferry on black water at night, in the rain", "sea", "night", "rain"],
    ["Uma balsa atravessa o mar à noite, sob a chuva", "sea", "night", "rain"],
    ["Dawn, mist between the pines of the forest", "forest", "dusk", "fog"],
    ["Neblina na floresta ao amanhecer", "forest", "dusk", "fog"],
    ["Pôr do sol no deserto", "desert", "dusk", "clear"],
    ["Bright noon on the street", "city", "day", "clear"],
    ["Snow on the mountains at noon", "mountain", "day", "snow"],
  ] as const)("of “%s”", (text, place, time, weather) => {
    expect(mood(text)).toMatchObject({ place, time, weather });
  });

  test("goes on from the shots before, the latest first", () => {
    expect(mood("She turns", "In the kitchen", "By the sea at night, in the rain")).toMatchObject({
      place: "interior",
      time: "night",
    });
    expect(mood("She turns", "By the sea at night, in the rain")).toMatchObject({
      place: "sea",
      weather: "rain",
    });
  });

  test("counts who is there", () => {
    const people = (text: string): number => mood(text).people;
    expect(people("A man waits")).toBe(1);
    expect(people("A crowd waits")).toBe(3);
    expect(people("An empty street")).toBe(0);
    expect(people("@mara waits")).toBe(1);
  });
});
