import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countedIds } from "../../shared/board/ids.ts";
import { formatVersion } from "../../shared/board/migrations.ts";
import { parseBoard, readBoard, type BoardReading } from "../../shared/board/parse.ts";
import { printBoard } from "../../shared/board/print.ts";
import { samples } from "../../shared/board/samples/samples.ts";
import { boardLimits } from "../../shared/board/schema.ts";
import { build, end, nodeId } from "./build.ts";

const text = printBoard(samples.lighthouse(countedIds()));
const failure = (reading: BoardReading) => (reading.ok ? undefined : reading.failure);
/** A board file with something changed in its JSON. */
const changed = (change: (board: Record<string, Record<string, unknown>>) => void): string => {
  const board = JSON.parse(text) as Record<string, Record<string, unknown>>;
  change(board);
  return JSON.stringify(board);
};
const withNode = (node: unknown) =>
  changed((board) => Object.assign(board["nodes"] ?? {}, { x: node }));
const withEdge = (edge: unknown) =>
  changed((board) => Object.assign(board["edges"] ?? {}, { x: edge }));

describe("opening", () => {
  it("takes a byte order mark and Windows line ends", () => {
    const reading = parseBoard(`\uFEFF${text.replaceAll("\n", "\r\n")}`);
    expect(reading).toEqual(parseBoard(text));
    expect(reading.ok).toBe(true);
  });

  it.each(["", "hello", "[]", "null", "{}", '{"format":"other"}', '{"nodes": {}}', "\u0000"])(
    "says of %j that it is not a board",
    (other) => expect(failure(parseBoard(other))).toEqual({ code: "notABoard" }),
  );

  it("says where a board is cut off or merged by hand", () => {
    const lines = text.split("\n");
    expect(failure(parseBoard(lines.slice(0, 20).join("\n")))).toMatchObject({
      code: "invalid",
      values: { expected: "json", line: 20 },
    });
    const merged = lines.toSpliced(5, 0, "<<<<<<< ours", "=======", ">>>>>>> theirs").join("\n");
    expect(failure(parseBoard(merged))).toEqual({
      code: "invalid",
      path: [],
      values: { expected: "merged", received: "", line: 6 },
    });
  });

  it("names the place, what is needed there and what stands there", () => {
    const shot = { type: "shot", params: { seconds: "five" } };
    expect(failure(parseBoard(withNode(shot)))).toEqual({
      code: "invalid",
      path: ["nodes", "x", "params", "seconds"],
      values: { expected: "wholeNumber", received: '"five"' },
    });
  });

  const wrongs: [name: string, text: string, path: unknown[], values: object][] = [
    [
      "a fraction",
      withNode({ type: "shot", params: { seconds: 1.5 } }),
      ["nodes", "x", "params", "seconds"],
      { expected: "wholeNumber", received: "1.5" },
    ],
    [
      "too short",
      withNode({ type: "shot", params: { seconds: 0 } }),
      ["nodes", "x", "params", "seconds"],
      { expected: "atLeast", limit: 1, received: "0" },
    ],
    [
      "no such lens",
      withNode({ type: "shot", params: { lens: "fisheye" } }),
      ["nodes", "x", "params", "lens"],
      { expected: "choice", received: '"fisheye"' },
    ],
    [
      "a long text",
      withNode({ type: "note", params: { text: "x".repeat(20_001) } }),
      ["nodes", "x", "params", "text"],
      { expected: "shorter", limit: boardLimits.textCharacters },
    ],
    [
      "a local file as picture",
      withNode({ type: "image", params: { picture: "file:///home/a.png" } }),
      ["nodes", "x", "params", "picture"],
      { expected: "pattern" },
    ],
    [
      "no params",
      withNode({ type: "shot" }),
      ["nodes", "x", "params"],
      { expected: "object", received: "" },
    ],
    ["a node without type", withNode({ params: {} }), ["nodes", "x", "type"], { expected: "text" }],
    [
      "an id with a dot",
      changed((board) =>
        Object.assign(board["nodes"] ?? {}, { "a.b": { type: "note", params: {} } }),
      ),
      ["nodes", "a.b"],
      { expected: "id", received: '"a.b"' },
    ],
    [
      "a huge place",
      changed((board) => Object.assign(board["layout"] ?? {}, { n1: { x: 1e300, y: 0 } })),
      ["layout", "n1", "x"],
      { expected: "atMost" },
    ],
    [
      "a list of nodes",
      changed((board) => Object.assign(board, { nodes: [] })),
      ["nodes"],
      { expected: "object", received: "[…]" },
    ],
    [
      "no title",
      changed((board) => delete board["title"]),
      ["title"],
      { expected: "text", received: "" },
    ],
    [
      "version 0",
      changed((board) => Object.assign(board, { formatVersion: 0 })),
      ["formatVersion"],
      { expected: "wholeNumber", received: "0" },
    ],
    [
      "an edge to no node",
      withEdge({ from: end("n2.text"), to: end("ghost.prompt") }),
      ["edges", "x", "to", "node"],
      { expected: "node", received: "ghost" },
    ],
    [
      "an edge to what every object has",
      withEdge({ from: end("constructor.text"), to: end("n3.prompt") }),
      ["edges", "x", "from", "node"],
      { expected: "node", received: "constructor" },
    ],
    [
      "an edge to no port",
      withEdge({ from: end("n2.text"), to: end("n3.words") }),
      ["edges", "x", "to", "port"],
      { expected: "port", received: "words", type: "scene" },
    ],
    [
      "an edge between kinds",
      withEdge({ from: end("n2.text"), to: end("n3.startImage") }),
      ["edges", "x"],
      { expected: "sameKind", received: "text", kind: "image" },
    ],
    [
      "a second edge into an input for one",
      withEdge({ from: end("n4.shots"), to: end("n3.shots") }),
      ["edges", "x", "to"],
      { expected: "freeInput", received: "shots" },
    ],
    [
      "a key twice",
      text.replace('"title"', '"title": "", "title"'),
      ["title"],
      { expected: "oneKey", received: "title" },
    ],
    [
      "a key twice further in",
      text.replace('"seconds": 5', '"seconds": 5, "sec\\u006fnds": 6'),
      ["nodes", "n3", "params", "seconds"],
      { expected: "oneKey" },
    ],
    [
      "a key that changes objects",
      text.replace('"nodes": {', '"nodes": { "__proto__": {},'),
      ["nodes", "__proto__"],
      { expected: "otherKey" },
    ],
    [
      "nesting without end",
      withNode({
        type: "unknown",
        params: { deep: JSON.parse("[".repeat(1000) + "]".repeat(1000)) as unknown },
      }),
      ["nodes", "x", "params", "deep", 0, 0],
      { expected: "flatter" },
    ],
  ];
  it.each(wrongs)("refuses %s", (_name, file, path, values) => {
    const found = failure(parseBoard(file));
    expect(found).toMatchObject({ code: "invalid", path, values });
    expect(JSON.stringify(found).length).toBeLessThan(300);
  });

  it("refuses what is too large, by bytes, nodes and edges", () => {
    const note = { type: "note", params: {} };
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, note]));
    expect(failure(parseBoard(`${text}${" ".repeat(boardLimits.bytes)}`))).toMatchObject({
      code: "tooLarge",
      values: { what: "bytes", limit: boardLimits.bytes },
    });
    // Characters are not bytes: 4 million of three bytes each.
    expect(
      failure(
        parseBoard(changed((board) => Object.assign(board, { more: "€".repeat(4_000_000) }))),
      ),
    ).toMatchObject({ code: "tooLarge", values: { what: "bytes" } });
    expect(
      failure(parseBoard(changed((board) => Object.assign(board, { nodes: many(5001) })))),
    ).toEqual({
      code: "tooLarge",
      values: { what: "nodes", count: 5001, limit: 5000 },
    });
    expect(
      failure(parseBoard(changed((board) => Object.assign(board, { edges: many(20_001) })))),
    ).toEqual({
      code: "tooLarge",
      values: { what: "edges", count: 20_001, limit: 20_000 },
    });
  });
});

describe("what this version does not know", () => {
  const unknown = {
    format: "shotgraph",
    formatVersion,
    title: "Kept",
    nodes: {
      a: { type: "grade", params: { look: { warm: [1, 2] } }, badge: "new" },
      b: { type: "prompt", params: { text: "Rain.", weight: 2 } },
    },
    edges: {
      e: { from: { node: "b", port: "text" }, to: { node: "a", port: "mood" }, dashed: true },
    },
    layout: { a: { x: 0, y: 0, pinned: true }, b: { x: 300, y: 0 } },
    plugins: ["x"],
  };

  it("is kept and written back: types, fields, ports", () => {
    const reading = readBoard(unknown);
    expect(reading).toEqual({ ok: true, board: unknown, readOnly: false });
    if (reading.ok) expect(JSON.parse(printBoard(reading.board))).toEqual(unknown);
  });

  it("opens read-only when the file is of a newer version with the same shape", () => {
    const newer = { ...unknown, formatVersion: formatVersion + 1 };
    expect(readBoard(newer)).toEqual({ ok: true, board: newer, readOnly: true });
  });

  it("is refused by name when a newer version has another shape", () => {
    const version = formatVersion + 7;
    expect(failure(readBoard({ ...unknown, formatVersion: version, nodes: [] }))).toEqual({
      code: "tooNew",
      values: { version, known: formatVersion },
    });
    const b = { type: "prompt", params: { text: ["Rain."] } };
    expect(
      failure(readBoard({ ...unknown, formatVersion: version, nodes: { ...unknown.nodes, b } })),
    ).toMatchObject({ code: "tooNew" });
  });
});

describe("what a script or a merge leaves", () => {
  it("gets its defaults and a place below the others", () => {
    const reading = readBoard({
      format: "shotgraph",
      formatVersion: 1,
      title: "",
      nodes: { a: { type: "shot", params: {} }, b: { type: "note", params: {} } },
      edges: {},
      layout: { a: { x: 5, y: 5 }, gone: { x: 1, y: 1 } },
    });
    if (!reading.ok) throw new Error("not read");
    expect(reading.board.nodes[nodeId("a")]?.params["seconds"]).toBe(5);
    expect(Object.keys(reading.board.layout)).toEqual(["a", "b"]);
    expect(reading.board.layout[nodeId("b")]?.y).toBeGreaterThan(300);
  });

  it("may be a cycle: that is for the user to see and mend", () => {
    const board = build({ a: "shot", b: "shot" }, ["a.shots > b.previous"]);
    const looped = {
      ...board,
      edges: { ...board.edges, x: { from: end("b.shots"), to: end("a.previous") } },
    };
    expect(readBoard(looped).ok).toBe(true);
  });
});

describe("printing", () => {
  it("changes one line when a node moves, and one when an edge does", () => {
    const lines = text.split("\n");
    const differing = (other: string) => other.split("\n").filter((line, i) => line !== lines[i]);
    const moved = changed((board) => Object.assign(board["layout"] ?? {}, { n3: { x: 1, y: 2 } }));
    const reading = parseBoard(moved);
    if (!reading.ok) throw new Error("not read");
    expect(differing(printBoard(reading.board))).toEqual(['    "n3": { "x": 1, "y": 2 },']);
  });

  it("does not depend on the order in which things came to be", () => {
    const backwards = (value: unknown): unknown =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([k, v]) => [k, backwards(v)]),
          )
        : value;
    const reading = readBoard(backwards(JSON.parse(text)));
    if (!reading.ok) throw new Error("not read");
    expect(printBoard(reading.board)).toBe(text);
  });

  it("keeps line separators and lone surrogates inside texts", () => {
    const odd = "a\u2028b\u2029c\uD800d\r\n\te\u0000";
    const reading = parseBoard(withNode({ type: "note", params: { text: odd } }));
    if (!reading.ok) throw new Error("not read");
    const again = parseBoard(printBoard(reading.board));
    expect(again).toEqual(reading);
    expect(reading.board.nodes[nodeId("x")]?.params["text"]).toBe(odd);
  });
});

describe("golden files", () => {
  const folder = join(import.meta.dirname, "../fixtures/boards");
  const files = readdirSync(folder).filter((name) => name.endsWith(".shotgraph"));

  it("there is one for every version", () => {
    const versions = Array.from({ length: formatVersion }, (_, i) => `v${i + 1}.shotgraph`);
    expect(files.toSorted()).toEqual(versions.toSorted());
  });

  it.each(files)("%s opens as ever and is written as ever", async (file) => {
    const reading = parseBoard(readFileSync(join(folder, file), "utf8"));
    await expect(JSON.stringify(reading, null, 2)).toMatchFileSnapshot(
      join(folder, `${file}.parsed`),
    );
    if (!reading.ok) throw new Error(`${file} does not open`);
    await expect(printBoard(reading.board)).toMatchFileSnapshot(join(folder, `${file}.printed`));
  });
});
