import { readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { doingAt, placeKeys } from "../../../renderer/commands/placeKeys.ts";
import { isChord } from "../../../shared/keyboard/chord.ts";

interface Words {
  readonly places: { readonly [place: string]: { readonly [doing: string]: string } };
  readonly hand: { readonly [way: string]: string };
}

const folder = new URL("../../../renderer/locales/", import.meta.url);
const wordsIn = (language: string): Words =>
  JSON.parse(readFileSync(new URL(`${language}/keyboard.json`, folder), "utf8"));

const ways = Object.values(placeKeys).flatMap((place) => Object.values(place).flat());

test.each(["en", "pt-BR"])("all that is done in a place has words in %s", (language) => {
  const { places, hand } = wordsIn(language);
  const expected = Object.entries(placeKeys).map(([place, doings]) => [
    place,
    ["title", ...Object.keys(doings)].toSorted(),
  ]);
  expect(
    Object.entries(places).map(([place, said]) => [place, Object.keys(said).toSorted()]),
  ).toEqual(expected);
  const gestures = ways.filter((way) => !isChord(way)).map((way) => way.split("+").at(-1) ?? "");
  expect(gestures.filter((gesture) => hand[gesture] === undefined)).toEqual([]);
});

const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) => ({
  key,
  code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...held,
});

it("tells by all that is held what a key does in a place", () => {
  expect(doingAt("player", press("k"))?.doing).toBe("stop");
  expect(doingAt("player", press("k", { ctrlKey: true }))).toBeUndefined();
  expect(doingAt("timeline", press("ArrowLeft"))).toEqual({ doing: "go", chord: "ArrowLeft" });
  expect(doingAt("timeline", press("ArrowRight", { ctrlKey: true, shiftKey: true }))?.doing).toBe(
    "cut",
  );
  expect(doingAt("timeline", press("m"))).toBeUndefined();
});
