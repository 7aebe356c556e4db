import { expect, it } from "vitest";
import { factsOf, type Facts } from "../../../renderer/nodes/facts.ts";
import { connect, moveNodes, removeNodes, setMode, setParam } from "../../../shared/board/edits.ts";
import { createCompiler } from "../../../shared/compile/compile.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import { build, edgeId, end, nodeId } from "../../board/build.ts";

const board = build(
  { one: "shot", two: "shot", three: "shot", loose: "shot", set: "settings", film: "scene" },
  [
    "one.shots > two.previous",
    "two.shots > film.shots",
    "two.shots > three.previous",
    "set.settings > film.settings",
  ],
);
const compile = createCompiler(profiles);
const nothing: Facts = new Map();
const first = factsOf(board, compile(board).scenes, nothing);
const numerals = (facts: Facts, ids: readonly string[]) => ids.map((id) => facts.get(id)?.numeral);

it("numbers the shots of a scene and says when they start", () => {
  expect(first.get("one")).toMatchObject({ number: 1, start: 0, sceneId: "film", limit: 512 });
  expect(first.get("two")).toMatchObject({ number: 2, start: 5, sceneId: "film" });
  expect(first.get("film")).toMatchObject({ sceneId: "film", aspectRatio: "16:9" });
});

it("numbers shots that reach no scene by their chain, without a time", () => {
  expect(first.get("three")).toMatchObject({ number: 3, start: undefined, sceneId: undefined });
  expect(first.get("loose")).toMatchObject({ number: 1, start: undefined });
});

it("gives a shot that is switched off the number that it would have, and the next one has it", () => {
  const off = setMode(board, [nodeId("two")], "bypassed");
  const facts = factsOf(off, compile(off).scenes, first);
  expect(numerals(facts, ["one", "two", "three"])).toEqual(["1", "(2)", "2"]);
});

it("tells those that a muted shot cuts off from those that count after it, also where no scene is run", () => {
  const chain = build({ a: "shot", b: "shot", c: "shot", d: "shot", side: "shot", s: "scene" }, [
    "a.shots > b.previous",
    "b.shots > c.previous",
    "c.shots > d.previous",
    "d.shots > s.shots",
  ]);
  const compileMuted = createCompiler(profiles);
  const muted = setMode(chain, [nodeId("c")], "muted");
  const muteds = [muted, setMode(muted, [nodeId("s")], "muted"), removeNodes(muted, [nodeId("s")])];
  for (const each of muteds) {
    const facts = factsOf(each, compileMuted(each).scenes, nothing);
    expect(numerals(facts, ["a", "b", "c", "d", "side"])).toEqual(["(1)", "(2)", "(3)", "1", "1"]);
  }
  const forked = connect(muted, edgeId("fork"), end("a.shots"), end("side.previous"));
  const facts = factsOf(forked, compileMuted(forked).scenes, nothing);
  expect(numerals(facts, ["a", "b", "c", "d", "side"])).toEqual(["1", "(2)", "(3)", "1", "2"]);
});

it("keeps every fact that an edit does not change", () => {
  const next = setParam(board, nodeId("two"), "prompt", "A lamp.");
  const facts = factsOf(next, compile(next).scenes, first);
  expect(facts.get("two")).not.toBe(first.get("two"));
  for (const id of ["one", "three", "loose", "film"]) expect(facts.get(id)).toBe(first.get(id));
});

it("is the same map while nothing is learned", () => {
  const compileAgain = createCompiler(profiles);
  const before = factsOf(board, compileAgain(board).scenes, nothing);
  const moved = moveNodes(board, [{ id: nodeId("one"), x: 5, y: 5 }]);
  expect(factsOf(moved, compileAgain(moved).scenes, before)).toBe(before);
});

it("gives the shape of the scene to its shots", () => {
  const upright = setParam(board, nodeId("set"), "aspectRatio", "9:16");
  const facts = factsOf(upright, compile(upright).scenes, first);
  for (const id of ["one", "two", "film"]) expect(facts.get(id)?.aspectRatio).toBe("9:16");
});
