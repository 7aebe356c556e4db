import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveNodes, setParam } from "../../shared/board/edits.ts";
import { nodeIdsOf, nodeOf } from "../../shared/board/graph.ts";
import { countedIds } from "../../shared/board/ids.ts";
import { nodeIdSchema, type Board, type NodeId } from "../../shared/board/schema.ts";
import { compile, createCompiler } from "../../shared/compile/compile.ts";
import type { Compiled, Part, Problem, RequestSource } from "../../shared/compile/compiled.ts";
import {
  fixCodes,
  problemCodes,
  valuesOfFix,
  valuesOfProblem,
} from "../../shared/compile/problems.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { applyEdit, randomBoard, randomEdits, rerouted } from "../board/arbitraries.ts";
import { build, nodeId } from "../board/build.ts";
import { checkRequest, isObject } from "../simulator/schema.ts";
import { story, type Telling } from "./story.ts";

const words = fc.oneof(
  fc.constantFrom("", " ", "@Mara runs.", "The @harbour, @MARA’s dog.", "@nobody"),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const picture = fc.constantFrom("", "https://pictures.example/a.png", "data:image/png;base64,iVBO");
const models = [...profiles.keys(), "kling/none"];

const shot = fc.record({
  prompt: words,
  seconds: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 3, max: 6 }) },
    fc.integer({ min: 1, max: 17 }),
  ),
  startsPart: fc.boolean(),
  locked: fc.boolean(),
  size: fc.constantFrom("", "wide", "closeUp"),
  dialogue: words,
});
const extra = fc.dictionary(
  fc.constantFrom(
    "video",
    "images",
    "elements",
    "multi_prompt",
    "prompt",
    "seed",
    "duration",
    "sound",
  ),
  fc.oneof(
    fc.constantFrom("https://videos.example/a.mp4", true, 5, null),
    fc.constant(["https://pictures.example/b.png"]),
    fc.constant([{ frontal_image_url: "https://pictures.example/b.png" }]),
    fc.constant([{ prompt: "Waves.", duration: 5 }]),
  ),
  { maxKeys: 2 },
);
const settings = fc.record({
  model: fc.constantFrom(...models),
  aspectRatio: fc.constantFrom("", "16:9", "9:16", "1:1"),
  cfgScale: fc.constantFrom(null, 0, 0.5, 0.35, 1),
  audio: fc.constantFrom(null, true, false),
  shotType: fc.constantFrom("", "customize", "intelligent"),
  extra: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, extra),
});
const scene = fc.record({
  summary: words,
  seconds: fc.constantFrom(null, 3, 5, 5, 10, 16),
  allowEndImage: fc.boolean(),
  onePart: fc.boolean(),
});
/** Names no property twice and is wired as `story` does it: most of these are near to what people make. */
const telling: fc.Arbitrary<Telling> = fc.record(
  {
    scene,
    shots: fc.array(shot, { maxLength: 9 }),
    settings,
    prompts: fc.array(words, { maxLength: 2 }),
    negatives: fc.array(words, { maxLength: 2 }),
    startImage: picture,
    endImage: picture,
    elements: fc.tuple(words, picture).map(([description, picture]) => [
      { name: "Mara", description, picture },
      { name: "harbour", description: "a harbour of @Mara" },
    ]),
  },
  { requiredKeys: ["scene"] },
);
const told = telling.map((telling) => story(telling).board);
const anyBoard = fc.oneof({ weight: 4, arbitrary: told }, randomBoard);

const partsOf = (compiled: Compiled): Part[] =>
  [...compiled.scenes.values()].flatMap((scene) => scene.parts);

/** Everything; what a function of it gives stands for the function. */
const plain = (board: Board, { scenes, problems }: Compiled) => ({
  scenes: [...scenes].map(([id, scene]) => ({
    ...scene,
    id,
    parts: scene.parts.map((part) => ({ ...part, sources: part.sources() })),
  })),
  problems: problems.map(({ fixes, ...problem }) => ({
    ...problem,
    fixes: fixes.map(({ code, values, apply }) => ({ code, values, board: apply(board) })),
  })),
});

describe("whatever the board", () => {
  test("a scene without errors makes only requests that the service takes", () => {
    let taken = 0;
    fc.assert(
      fc.property(anyBoard, (board) => {
        for (const compiled of compile(board, profiles).scenes.values()) {
          if (compiled.hasErrors) continue;
          expect(compiled.parts.length).toBeGreaterThan(0);
          for (const { model, input } of compiled.parts) {
            expect(checkRequest(model, input)).toEqual([]);
            taken += 1;
          }
        }
      }),
      { numRuns: 600 },
    );
    // A generator that makes nothing but errors would prove nothing.
    expect(taken).toBeGreaterThan(100);
  });

  test("a scene has errors exactly when one is listed of something that feeds it", () => {
    fc.assert(
      fc.property(told, (board) => {
        const { scenes, problems } = compile(board, profiles);
        const isWrong = problems.some(({ severity }) => severity === "error");
        expect([...scenes.values()].some(({ hasErrors }) => hasErrors)).toBe(isWrong);
      }),
    );
  });

  test("its requests and problems are the same bytes with reroutes in its wires", () => {
    const said = (board: Board): string =>
      JSON.stringify(plain(board, compile(board, profiles)), (key, value: unknown) =>
        key === "board" ? undefined : value,
      );
    fc.assert(
      fc.property(anyBoard, fc.array(fc.nat(10_000), { minLength: 1 }), (board, picks) => {
        expect(said(rerouted(board, picks))).toBe(said(board));
      }),
      { numRuns: 300 },
    );
  });

  test("the same board gives the same bytes", () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const copy = structuredClone(board);
        expect(JSON.stringify(plain(copy, compile(copy, profiles)))).toBe(
          JSON.stringify(plain(board, compile(board, profiles))),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("every text of a request is covered, character by character, by the places it came from", () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        for (const part of partsOf(compile(board, profiles))) {
          expect(uncovered(board, part)).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("parts have all shots in order, and last as long as their shots", () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        for (const { shots, parts } of compile(board, profiles).scenes.values()) {
          if (parts.length === 0 || shots.length === 0) continue;
          expect(parts.flatMap((part) => part.shots.map((s) => s.nodeId))).toEqual(
            shots.map((s) => s.nodeId),
          );
          for (const part of parts) {
            const last = part.shots.at(-1);
            const duration = part.input["duration"] ?? part.seconds;
            if (duration !== null) expect(duration).toBe((last?.start ?? 0) + (last?.seconds ?? 0));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("every problem and fix has a listed code and just the values of that code", () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        expect(compile(board, profiles).problems.filter((p) => !isListed(p))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("a fix changes the board and takes its problem away", () => {
    fc.assert(
      fc.property(told, (board) => {
        for (const problem of compile(board, profiles).problems) {
          for (const fix of problem.fixes) {
            const after = fix.apply(board);
            expect(after).not.toBe(board);
            const left = compile(after, profiles).problems.filter(
              ({ code, nodeId, field, values }) =>
                JSON.stringify([code, nodeId, field, values]) ===
                JSON.stringify([problem.code, problem.nodeId, problem.field, problem.values]),
            );
            expect(left).toEqual([]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a compiler that goes on from board to board", () => {
  test("always gives what a fresh one gives", () => {
    fc.assert(
      fc.property(told, randomEdits, (first, edits) => {
        const step = createCompiler(profiles);
        const ids = countedIds();
        for (let i = 0; i < 40; i++) ids.node();
        for (let i = 0; i < 40; i++) ids.edge();
        let board = first;
        step(board);
        for (const edit of edits.slice(0, 25)) {
          board = applyEdit(board, edit, ids);
          expect(plain(board, step(board))).toEqual(plain(board, compile(board, profiles)));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("keeps the identity of a scene that an edit does not touch, and of all when nothing is new", () => {
    const one = story({ shots: [{ seconds: 3 }, { seconds: 4 }], elements: [{ name: "Mara" }] });
    const step = createCompiler(profiles);
    const before = step(one.board);
    const [element] = one.elements;
    if (element === undefined) throw new Error("No element");
    const renamed = setParam(one.board, element, "description", "a tall woman");
    expect(step(renamed).scenes.get(one.scene)).toBe(before.scenes.get(one.scene));
    const moved = { ...renamed, layout: { ...renamed.layout } };
    const [last, again] = [step(renamed), step(moved)];
    expect(again).toBe(last);
  });

  test("sees that nodes have changed places on the canvas", () => {
    const one = story({ prompts: ["First.", "Second."], scene: { summary: "" } });
    const [first] = one.prompts;
    if (first === undefined) throw new Error("No prompt");
    const step = createCompiler(profiles);
    const prompt = (board: Board) =>
      step(board)
        .scenes.get(one.scene)
        ?.parts.map((part) => part.input["prompt"]);
    expect(prompt(one.board)).toEqual(["First. Second."]);
    expect(prompt(moveNodes(one.board, [{ id: first, x: 0, y: 5000 }]))).toEqual([
      "Second. First.",
    ]);
  });

  test("puts scenes that have changed places in their new order, each as it was", () => {
    const board = build({ a: "scene", b: "scene" });
    const step = createCompiler(profiles);
    const before = step(moveNodes(board, [{ id: nodeId("b"), x: 9000, y: 0 }])).scenes;
    const turned = moveNodes(board, [
      { id: nodeId("a"), x: 9000, y: 0 },
      { id: nodeId("b"), x: 0, y: 0 },
    ]);
    const after = step(turned).scenes;
    expect([...before.keys()]).toEqual(["a", "b"]);
    expect([...after.keys()]).toEqual([...compile(turned, profiles).scenes.keys()]);
    expect([...after.keys()]).toEqual(["b", "a"]);
    expect(after.get(nodeId("a"))).toBe(before.get(nodeId("a")));
  });

  test("sees that a cycle has closed among nodes that hand on nothing anyway", () => {
    const one = story({ prompts: [""] });
    const [from] = one.prompts;
    const node = { type: "join", params: { separator: " " }, mode: "muted" } as const;
    const join = nodeIdSchema.parse("join");
    const end = (id: NodeId, port: string) => ({ node: id, port });
    const open = {
      ...one.board,
      nodes: { ...one.board.nodes, join: node },
      edges: {
        in: { from: end(from ?? join, "text"), to: end(join, "text") },
        out: { from: end(join, "text"), to: end(one.scene, "prompt") },
      },
    };
    const loop = { from: end(join, "text"), to: end(join, "text") };
    const closed = { ...open, edges: { ...open.edges, loop } };
    const step = createCompiler(profiles);
    expect(step(open).scenes.get(one.scene)?.hasErrors).toBe(false);
    expect(step(closed).scenes.get(one.scene)?.hasErrors).toBe(true);
  });
});

const sameNames = (values: object, names: readonly string[]): boolean =>
  Object.keys(values).toSorted().join() === names.toSorted().join();

const isListed = ({ code, values, fixes }: Problem): boolean =>
  problemCodes.some((known) => known === code && sameNames(values, valuesOfProblem(known))) &&
  fixes.every((fix) =>
    fixCodes.some((known) => known === fix.code && sameNames(fix.values, valuesOfFix(known))),
  );

/**
 * The pieces of a request without a source on the board: every field has one, and a text that is made of words has
 * ranges that cover it from end to end and touch.
 */
function uncovered(board: Board, part: Part): string[] {
  const sources = part.sources();
  const at = (path: readonly (string | number)[]): RequestSource[] =>
    sources.filter((source) => JSON.stringify(source.path) === JSON.stringify(path));
  const missing = sources
    .filter(({ source }) => nodeOf(board, source.nodeId) === undefined)
    .map(({ source }) => `node ${source.nodeId}`);
  for (const [name, value] of Object.entries(part.input)) {
    if (!sources.some(({ path }) => path[0] === name)) missing.push(name);
    if (at([name]).some(({ source }) => source.field === "extra")) continue;
    const isText = name === "prompt" || name === "negative_prompt";
    if (isText && !isCovered(at([name]), value)) missing.push(name);
    if (name !== "multi_prompt" || !Array.isArray(value)) continue;
    for (const [i, segment] of value.entries()) {
      const text = isObject(segment) ? segment["prompt"] : undefined;
      if (!isCovered(at([name, i, "prompt"]), text)) missing.push(`prompt ${i}`);
      if (at([name, i, "duration"]).length !== 1) missing.push(`duration ${i}`);
    }
  }
  return missing;
}

function isCovered(sources: readonly RequestSource[], text: unknown): boolean {
  let end = 0;
  for (const { range } of sources) {
    if (range?.start !== end || range.end <= end) return false;
    end = range.end;
  }
  return typeof text === "string" && end === text.length;
}

test("the random stories are near enough to real ones", () => {
  const boards = fc.sample(told, { numRuns: 200, seed: 1 });
  const nodes = boards.map((board) => nodeIdsOf(board).length);
  expect(Math.max(...nodes)).toBeGreaterThan(12);
});
