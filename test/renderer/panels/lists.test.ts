import { expect, test } from "vitest";
import { nodesNaming } from "../../../renderer/panels/naming.ts";
import { outlineOf } from "../../../renderer/panels/outline.ts";
import { isLit } from "../../../renderer/panels/pointing.ts";
import { readTemplates } from "../../../renderer/panels/templates.ts";
import { setParam } from "../../../shared/board/edits.ts";
import { build, nodeId } from "../../board/build.ts";

test("the outline has scenes with their shots in order, then loose shots, then the rest", () => {
  const board = build(
    { note: "note", b: "shot", a: "shot", loose: "shot", film: "scene", look: "prompt" },
    ["a.shots > b.previous", "b.shots > film.shots"],
  );
  const { scenes, loose, others } = outlineOf(board);
  expect(scenes).toEqual([
    { id: "film", depth: 0 },
    { id: "a", depth: 1 },
    { id: "b", depth: 1 },
  ]);
  expect(loose.map(({ id }) => id)).toEqual(["loose"]);
  expect(others.map(({ id }) => id)).toEqual(["note", "look"]);
});

test("a shot that two scenes share stands under both", () => {
  const board = build({ a: "shot", one: "scene", two: "scene" }, [
    "a.shots > one.shots",
    "a.shots > two.shots",
  ]);
  expect(outlineOf(board).scenes.map(({ id }) => id)).toEqual(["one", "a", "two", "a"]);
});

test("an element is used where its whole name stands", () => {
  const texts = { p1: "Then @keeper climbs", p2: "@keepers", p3: "a@keeper.org", p4: "@KEEPER." };
  let board = build({ p1: "prompt", p2: "prompt", p3: "prompt", p4: "prompt" });
  for (const [id, text] of Object.entries(texts)) board = setParam(board, nodeId(id), "text", text);
  expect(nodesNaming(board.nodes, "keeper")).toEqual(["p1", "p4"]);
});

test("pointing at a whole node lights all of it, pointing at a field only that", () => {
  const source = { nodeId: nodeId("a"), field: "prompt" };
  expect(isLit({ nodeId: nodeId("a"), field: "" }, source)).toBe(true);
  expect(isLit(source, source)).toBe(true);
  expect(isLit({ nodeId: nodeId("a"), field: "size" }, source)).toBe(false);
  expect(isLit({ nodeId: nodeId("b"), field: "prompt" }, source)).toBe(false);
  expect(isLit(null, source)).toBe(false);
});

test("every sample is offered with what it comes to", () => {
  const templates = readTemplates();
  expect(templates.map(({ name, seconds, shots }) => [name, seconds, shots.length])).toEqual([
    ["lighthouse", 12, 3],
    ["kettle", 15, 4],
    ["hangar", 15, 5],
  ]);
});
