import fc from "fast-check";
import { expect, it } from "vitest";
import { boardChangesSchema, changesBetween, withChanges } from "../../shared/board/changes.ts";
import { moveNodes, removeNodes, setParam } from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { countedIds } from "../../shared/board/ids.ts";
import { printBoard } from "../../shared/board/print.ts";
import { applyEdit, randomEdits } from "./arbitraries.ts";
import { build, nodeId } from "./build.ts";

const chain = () => build({ a: "shot", s: "scene" }, ["a.shots > s.shots"]);

it("are the entries that an edit has made anew, and no others", () => {
  const before = chain();
  const moved = moveNodes(before, [{ id: nodeId("a"), x: 700, y: 40 }]);
  expect(changesBetween(before, moved)).toMatchObject({
    nodes: {},
    edges: {},
    layout: { a: { x: 700, y: 40 } },
  });
  const written = setParam(before, nodeId("a"), "prompt", "A kite");
  expect(changesBetween(before, written).nodes).toEqual({ a: written.nodes[nodeId("a")] });
  const removed = changesBetween(before, removeNodes(before, [nodeId("a")]));
  expect(removed).toMatchObject({ nodes: { a: null }, layout: { a: null } });
  expect(Object.values(removed.edges)).toEqual([null]);
});

it("lead from any board to any other that was made from it, over the wall too", () => {
  fc.assert(
    fc.property(randomEdits, fc.nat(), (edits, cut) => {
      const ids = countedIds();
      const boards = [emptyBoard()];
      for (const edit of edits) boards.push(applyEdit(boards.at(-1) ?? emptyBoard(), edit, ids));
      const [before, after] = [boards[cut % boards.length], boards.at(-1)];
      if (before === undefined || after === undefined) throw new Error("there is a first board");
      const sent = (from: typeof before, to: typeof before) =>
        boardChangesSchema.parse(JSON.parse(JSON.stringify(changesBetween(from, to))));
      expect(printBoard(withChanges(before, sent(before, after)))).toBe(printBoard(after));
      // As an undo sends it.
      expect(printBoard(withChanges(after, sent(after, before)))).toBe(printBoard(before));
    }),
    { numRuns: 200 },
  );
});
