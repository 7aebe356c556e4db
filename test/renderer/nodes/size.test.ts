import { describe, expect, it } from "vitest";
import { frameOf, isCutOff, linesOf, portsOf, sizeOf } from "../../../renderer/nodes/size.ts";
import { nodeDefinitions, nodeTypes } from "../../../shared/nodes/registry.ts";

describe("the size of a face", () => {
  it.each(nodeTypes)("of a %s has room for its ports", (type) => {
    for (const aspect of ["16:9", "9:16", "1:1"] as const) {
      const { height } = sizeOf({ type, params: {} }, aspect, undefined);
      for (const port of portsOf(type)) expect(port.y + 6).toBeLessThan(height);
    }
  });

  it("grows with the text of a prompt, up to a point", () => {
    const height = (text: string): number =>
      sizeOf({ type: "prompt", params: { text } }, "16:9", undefined).height;
    expect(height("Rain.")).toBe(height(""));
    expect(height("Rain on the harbour. ".repeat(5))).toBeGreaterThan(height(""));
    expect(height("Rain. ".repeat(500))).toBe(height("Rain. ".repeat(400)));
  });

  it("of a note is what the user gave it, of a shot it is not", () => {
    const placement = { w: 400, h: 300 };
    expect(sizeOf({ type: "note", params: {} }, "16:9", placement)).toEqual({
      width: 400,
      height: 300,
    });
    expect(sizeOf({ type: "shot", params: {} }, "16:9", placement)).toEqual(
      sizeOf({ type: "shot", params: {} }, "16:9", undefined),
    );
  });

  it("of a note grows with its Markdown, up to a point", () => {
    const size = (text: string) => sizeOf({ type: "note", params: { text } }, "16:9", undefined);
    expect(size("Rain.")).toEqual(size(""));
    expect(size("# Rain\n\n- one\n- two\n- three\n").height).toBeGreaterThan(size("").height);
    const long = "Rain on the harbour.\n".repeat(90);
    expect(size(long)).toEqual(size(long + long));
    expect(isCutOff(long, size(long))).toBe(true);
    expect(isCutOff("Rain.", size("Rain."))).toBe(false);
  });

  it("is known for a type of a newer version", () => {
    const { width, height } = sizeOf({ type: "hologram", params: {} }, "16:9", undefined);
    expect(Math.min(width, height)).toBeGreaterThan(40);
    expect(portsOf("hologram")).toEqual([]);
  });
});

it("every port of a type has its own place, and shots and scenes hand on the chain at one height", () => {
  for (const type of nodeTypes) {
    const { inputs, outputs } = nodeDefinitions[type];
    const places = portsOf(type).map(({ side, y }) => `${side} ${y}`);
    expect(places).toHaveLength(Object.keys(inputs).length + Object.keys(outputs).length);
    expect(new Set(places).size).toBe(places.length);
  }
  const chain = [
    portsOf("shot").find(({ name }) => name === "previous"),
    portsOf("shot").find(({ name }) => name === "shots"),
    portsOf("scene").find(({ name }) => name === "shots"),
  ];
  expect(new Set(chain.map((port) => port?.y)).size).toBe(1);
});

it.each([
  ["16:9", 16 / 9],
  ["9:16", 9 / 16],
  ["1:1", 1],
] as const)("a panel of %s has that shape and lies within its ground", (aspect, ratio) => {
  const { ground, picture } = frameOf(240, aspect);
  expect(picture.width / picture.height).toBeCloseTo(ratio, 1);
  expect(picture.width).toBeLessThanOrEqual(ground.width);
  expect(picture.height).toBeLessThanOrEqual(ground.height);
});

it.each([
  ["", 1],
  ["Blue dusk, hard wind, natural light, muted color, fine film grain.", 2],
  ["Mara, thirties, soaked yellow raincoat, cropped grey hair, a brass compass on a cord.", 3],
  ["one\n\nthree", 3],
  ["x".repeat(70), 3],
])("%j takes about %i lines of 200 px", (text, lines) => {
  expect(linesOf(text, 200, 1, 9)).toBe(lines);
});
