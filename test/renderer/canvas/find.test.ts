import { describe, expect, it } from "vitest";
import { canReplace, findIn, replaceIn, type Names } from "../../../renderer/canvas/find.ts";
import { setParam, setTitle } from "../../../shared/board/edits.ts";
import { build, nodeId } from "../../board/build.ts";

let board = build({ one: "shot", two: "shot", words: "prompt", set: "settings" }, [], {
  one: { x: 0, y: 0 },
  two: { x: 300, y: 0 },
  words: { x: 0, y: -300 },
  set: { x: 0, y: 300 },
});
board = setParam(board, nodeId("one"), "prompt", "A Ferry. The ferry turns ($1).");
board = setParam(board, nodeId("one"), "seconds", 7);
board = setParam(board, nodeId("two"), "prompt", "Gulls.");
board = setParam(board, nodeId("words"), "text", "Ferry deck at dusk.");
board = setTitle(board, nodeId("two"), "After the ferry");
board = setParam(board, nodeId("two"), "size", "closeUp");
const names: Names = {
  ofNode: (id) => board.nodes[nodeId(id)]?.title ?? "",
  ofChoice: (_type, field, value) => (field === "size" ? `the ${value} one` : value),
};
const found = (query: string) =>
  findIn(board, query, names).map(({ nodeId, field }) => `${nodeId}.${field}`);

describe("finding on a board", () => {
  it("finds words in any case, from top to bottom and from left to right", () => {
    expect(found("FERRY")).toEqual(["words.text", "one.prompt", "two."]);
    expect(found("gulls.")).toEqual(["two.prompt"]);
    expect(found("($1)")).toEqual(["one.prompt"]);
  });
  it("finds a node by its id and by a value", () => {
    expect(found("set")).toEqual(["set."]);
    expect(found("7")).toEqual(["one.seconds"]);
    expect(found("16:9")).toEqual(["set.aspectRatio"]);
  });
  it("finds a choice as it is called, and not those that were not made", () => {
    expect(found("closeup")).toEqual(["two.size"]);
    expect(found("the")).toEqual(["one.prompt", "two.", "two.size"]);
  });
  it("finds nothing for nothing", () => {
    expect(found("")).toEqual([]);
    expect(found("harbour")).toEqual([]);
  });
});

describe("replacing on a board", () => {
  const finds = findIn(board, "ferry", names);

  it("changes the texts only, every occurrence, as it is written", () => {
    const after = replaceIn(board, finds, "ferry", "$& boat");
    expect(after.nodes[nodeId("one")]?.params["prompt"]).toBe("A $& boat. The $& boat turns ($1).");
    expect(after.nodes[nodeId("words")]?.params["text"]).toBe("$& boat deck at dusk.");
    expect(after.nodes[nodeId("two")]).toBe(board.nodes[nodeId("two")]);
  });
  it("knows what can be replaced", () => {
    expect(finds.map((find) => canReplace(board, find))).toEqual([true, true, false]);
    const values = findIn(board, "7", names);
    expect(replaceIn(board, values, "7", "3")).toBe(board);
    expect(replaceIn(board, finds, "", "3")).toBe(board);
  });
});
