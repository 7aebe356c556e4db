import { describe, expect, it } from "vitest";
import { canReplace, findIn, type Names } from "../../../renderer/canvas/find.ts";
import { replaceIn } from "../../../renderer/canvas/replace.ts";
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
    const after = replaceIn(board, finds, "ferry", "$& boat").board;
    expect(after.nodes[nodeId("one")]?.params["prompt"]).toBe("A $& boat. The $& boat turns ($1).");
    expect(after.nodes[nodeId("words")]?.params["text"]).toBe("$& boat deck at dusk.");
    expect(after.nodes[nodeId("two")]).toBe(board.nodes[nodeId("two")]);
  });
  it("knows what can be replaced", () => {
    expect(finds.map((find) => canReplace(board, find))).toEqual([true, true, false]);
    const values = findIn(board, "7", names);
    expect(replaceIn(board, values, "7", "3").board).toBe(board);
    expect(replaceIn(board, finds, "", "3").board).toBe(board);
  });
  describe("with mentions of an element", () => {
    let cast = build({ one: "shot", two: "shot", hero: "element", other: "element" });
    cast = setParam(cast, nodeId("one"), "prompt", "@Keeper- climbs, the keeper sings.");
    cast = setParam(cast, nodeId("two"), "prompt", "Behind @keeper: gulls.");
    cast = setParam(cast, nodeId("hero"), "name", "keeper");
    cast = setParam(cast, nodeId("other"), "name", "guard");
    const all = findIn(cast, "keeper", { ...names, ofNode: () => "" });
    const after = (words: string, chosen = all) => {
      const { board: next, kept } = replaceIn(cast, chosen, "keeper", words);
      const read = (id: string, field: string) => next.nodes[nodeId(id)]?.params[field];
      return [read("one", "prompt"), read("two", "prompt"), read("hero", "name"), ...kept];
    };
    it("takes the name of the element along when all of them are replaced", () => {
      expect(after("sailor")).toEqual([
        "@sailor- climbs, the sailor sings.",
        "Behind @sailor: gulls.",
        "sailor",
      ]);
    });
    it("does so when the sign is searched for too", () => {
      const signed = replaceIn(cast, all, "@keeper", "@sailor").board;
      expect(signed.nodes[nodeId("hero")]?.params["name"]).toBe("sailor");
    });
    it("leaves them alone when the name is none or taken, or another text still has it", () => {
      const [first = "", second = ""] = ["the old man", "Guard"].map((words) => after(words)[0]);
      expect([first, second]).toEqual([
        "@Keeper- climbs, the the old man sings.",
        "@Keeper- climbs, the Guard sings.",
      ]);
      const one = all.filter((find) => find.nodeId === nodeId("one"));
      expect(after("sailor", one)).toEqual([
        "@Keeper- climbs, the sailor sings.",
        "Behind @keeper: gulls.",
        "keeper",
        "Keeper",
      ]);
    });
  });
});
