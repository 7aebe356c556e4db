import { describe, expect, test } from "vitest";
import { commonParams, heldBy, inRows, paramsOf } from "../../../renderer/panels/params.ts";
import { nodeDefinitions, nodeTypes } from "../../../shared/nodes/registry.ts";

const names = (type: string): string[] => paramsOf(type).map(({ name }) => name);

describe("the form of a node type", () => {
  test.each(nodeTypes)("%s: every param has a control, and its standard is taken", (type) => {
    const params = paramsOf(type);
    const { shape } = nodeDefinitions[type].params;
    expect(params.map(({ name }) => name).toSorted()).toEqual(Object.keys(shape).toSorted());
    for (const { name, standard, takes } of params) expect(takes(standard), name).toBe(true);
  });

  test("a shot begins with its words, then the camera, then the seconds", () => {
    expect(names("shot").slice(0, 6)).toEqual([
      "prompt",
      "size",
      "angle",
      "move",
      "lens",
      "seconds",
    ]);
    expect(new Set(names("shot")).size).toBe(names("shot").length);
  });

  test("only what may be left to the model is nullable", () => {
    const nullable = paramsOf("settings").filter((param) => param.nullable);
    expect(nullable.map(({ name }) => name)).toEqual(["cfgScale", "audio"]);
  });

  test("an unknown type has no form", () => {
    expect(paramsOf("constructor")).toEqual([]);
    expect(paramsOf("from a newer version")).toEqual([]);
  });

  test("a param knows which values it takes", () => {
    const seconds = paramsOf("shot").find(({ name }) => name === "seconds");
    expect(seconds?.takes(7)).toBe(true);
    expect(seconds?.takes(2.5)).toBe(false);
    expect(seconds?.takes("7")).toBe(false);
  });
});

describe("several nodes at once", () => {
  test("nodes of one type have all params in common", () => {
    expect(commonParams(["shot", "shot"])).toEqual(paramsOf("shot"));
  });
  test("nodes of different types share what is called and shown alike", () => {
    expect(commonParams(["prompt", "note"]).map(({ name }) => name)).toEqual(["text"]);
    expect(commonParams(["element", "image"]).map(({ name }) => name)).toEqual(["picture"]);
    expect(commonParams(["shot", "settings"])).toEqual([]);
    expect(commonParams([])).toEqual([]);
  });
  test("a scene's seconds are not a shot's: one of them is a rare field", () => {
    expect(commonParams(["shot", "scene"])).toEqual([]);
  });
  test("they hold one value or several", () => {
    const node = (params: object) => ({ params: { ...params } });
    expect(heldBy([node({ a: [1] }), node({ a: [1] })], "a")).toEqual({ mixed: false, value: [1] });
    expect(heldBy([node({ a: 1 }), node({ a: 2 })], "a")).toEqual({ mixed: true });
  });
});

test("the camera of a shot stands in two rows of two", () => {
  const rows = inRows(paramsOf("shot")).map((row) => row.map(({ name }) => name));
  expect(rows.slice(0, 4)).toEqual([["prompt"], ["size", "angle"], ["move", "lens"], ["seconds"]]);
});
