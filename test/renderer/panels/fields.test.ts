import { describe, expect, test } from "vitest";
import { completionsAt } from "../../../renderer/panels/fields/completion.ts";
import { bytesInside, fittedSize } from "../../../renderer/panels/fields/pictureFile.ts";
import { readSeconds } from "../../../renderer/panels/fields/seconds.ts";

describe("typed seconds", () => {
  const range = { min: 1, max: 600 };
  test.each([
    ["5", 5],
    [" 12 ", 12],
    ["7 s", 7],
    ["3,0", 3],
  ])("%j is %i", (text, seconds) => {
    expect(readSeconds(text, range)).toEqual({ ok: true, seconds });
  });
  test.each([
    ["", "empty"],
    ["five", "notNumber"],
    ["1e3", "notNumber"],
    ["0x10", "notNumber"],
    ["Infinity", "notNumber"],
    ["0", "outOfRange"],
    ["-4", "outOfRange"],
    ["601", "outOfRange"],
  ])("%j is refused: %s", (text, reason) => {
    expect(readSeconds(text, range)).toMatchObject({ ok: false, reason });
  });
  test("a broken number is not rounded: the seconds on either side are offered", () => {
    const refused = { ok: false, reason: "notWhole", below: 2, above: 3 };
    expect(readSeconds("2.5", range)).toEqual(refused);
    expect(readSeconds("2,5", range)).toEqual(refused);
  });
});

describe("completing a name", () => {
  const names = ["keeper", "Kettle", "lamp"];
  const at = (text: string) => completionsAt(text, text.length, names);
  test("offers what begins alike, whatever its case", () => {
    expect(at("On the stair @ke")).toEqual({ start: 13, end: 16, names: ["keeper", "Kettle"] });
    expect(at("@")).toMatchObject({ names });
  });
  test("offers nothing for a complete name, an address, or no name at all", () => {
    expect(at("@lamp")).toBeNull();
    expect(at("mail@ke")).toBeNull();
    expect(at("keeper")).toBeNull();
    expect(at("@ke and")).toBeNull();
    expect(at("@zebra")).toBeNull();
  });
  test("looks only at what is before the caret", () => {
    expect(completionsAt("@ke climbs", 3, names)).toMatchObject({ start: 0, end: 3 });
  });
});

describe("a picture for the board", () => {
  test("is made no longer than 1280 px and never larger", () => {
    expect(fittedSize(4000, 3000)).toEqual({ width: 1280, height: 960 });
    expect(fittedSize(900, 1800)).toEqual({ width: 640, height: 1280 });
    expect(fittedSize(320, 200)).toEqual({ width: 320, height: 200 });
    expect(fittedSize(100_000, 1)).toEqual({ width: 1280, height: 1 });
  });
  test("its bytes are counted without the address around them", () => {
    expect(bytesInside(`data:image/png;base64,${"A".repeat(400)}`)).toBe(300);
  });
});
