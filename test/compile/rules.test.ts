import { describe, expect, test } from "vitest";
import { addNode, connect, removeEdges, setMode, setParam } from "../../shared/board/edits.ts";
import { edgeIdsOf } from "../../shared/board/graph.ts";
import { edgeIdSchema, nodeIdSchema } from "../../shared/board/schema.ts";
import {
  fixCodes,
  problemCodes,
  valuesOfFix,
  valuesOfProblem,
} from "../../shared/compile/problems.ts";
import {
  codesOf,
  fixed,
  inputsOf,
  problemOf,
  problemsOf,
  sceneOf,
  story,
  type Story,
} from "./story.ts";

const picture = "https://pictures.example/harbour.png";
const textPro = "kling/kling-3.0/pro/text-to-video";
const o3TextPro = "kling/kling-video-o3/pro/text-to-video";
const shotsOf = (...seconds: number[]) => seconds.map((s) => ({ seconds: s }));
const modelOf = (told: Story) => sceneOf(told).parts[0]?.model;

describe("nothing to send", () => {
  test("a scene with neither words nor shots is empty, and makes no request", () => {
    const told = story({ scene: { summary: " \n" } });
    expect(problemOf(told, "sceneEmpty")).toMatchObject({
      severity: "error",
      nodeId: told.scene,
      field: "summary",
    });
    expect(sceneOf(told)).toMatchObject({ parts: [], hasErrors: true });
  });

  test("a chain whose last shot is muted: what is left to send is not what the board shows", () => {
    const told = story({ shots: shotsOf(5, 5, 5) });
    const [first, , last] = told.shots;
    if (first === undefined || last === undefined) throw new Error("no shots");
    const muted = { ...told, board: setMode(told.board, [last], "muted") };
    expect(codesOf(muted)).toContain("shotsCutOff");
    expect(problemOf(muted, "shotsCutOff")).toMatchObject({
      severity: "warning",
      nodeId: told.scene,
      field: "shots",
    });
    const shorter = { ...told, board: setMode(told.board, [last], "bypassed") };
    expect(codesOf(shorter)).not.toContain("shotsCutOff");
    const behind = { ...told, board: setMode(told.board, [first], "muted") };
    expect(codesOf(behind)).not.toContain("shotsCutOff");
  });

  test("shots without a line about the whole: it can be written from the shots", () => {
    const told = story({
      scene: { summary: "" },
      elements: [{ name: "Mara", description: "a tall woman" }],
      shots: [
        { seconds: 5, prompt: "@Mara runs.\n\nRain." },
        { seconds: 5, prompt: "She stops." },
      ],
    });
    expect(problemOf(told, "noPrompt")).toMatchObject({ severity: "error", nodeId: told.scene });
    const after = fixed(told, "noPrompt", "summaryFromShots");
    expect(codesOf(after)).toEqual([]);
    expect(after.board.nodes[told.scene]?.params["summary"]).toBe("@Mara runs. Rain. She stops.");
  });

  test("a summary from long shots is cut at a word, within what the model takes", () => {
    const told = story({
      scene: { summary: "" },
      shots: Array.from({ length: 5 }, () => ({ seconds: 3, prompt: "harbour ".repeat(100) })),
    });
    const after = fixed(told, "noPrompt", "summaryFromShots");
    const summary = String(after.board.nodes[told.scene]?.params["summary"]);
    expect(summary.length).toBeLessThanOrEqual(2500);
    expect(summary).toMatch(/ harbour$/);
  });

  test("an empty shot", () => {
    const told = story({ shots: [{ seconds: 5, prompt: " " }, { seconds: 5 }] });
    expect(problemOf(told, "shotEmpty")).toMatchObject({
      severity: "error",
      nodeId: told.shots[0],
      field: "prompt",
    });
    expect(sceneOf(told).hasErrors).toBe(true);
  });
});

describe("seconds of a shot", () => {
  test.each([
    { seconds: 16, code: "shotTooLong", values: { seconds: 16, max: 15 }, mended: 15 },
    { seconds: 2, code: "shotTooShort", values: { seconds: 2, min: 3 }, mended: 3 },
  ])("a shot of $seconds s", ({ seconds, code, values, mended }) => {
    const told = story({ shots: shotsOf(seconds) });
    const found = problemOf(told, code);
    expect(found).toMatchObject({ severity: "error", nodeId: told.shots[0], field: "seconds" });
    expect(found.values).toMatchObject(values);
    expect(found.fixes[0]).toMatchObject({ code: "setSeconds", values: { seconds: mended } });
    const after = fixed(told, code, "setSeconds");
    expect(codesOf(after)).toEqual([]);
    expect(inputsOf(after)).toMatchObject([{ duration: mended }]);
  });

  test("a shot longer than the model's longest video, though a segment could be so long", () => {
    const told = story({ settings: { model: o3TextPro }, shots: shotsOf(12) });
    expect(problemOf(told, "shotTooLong").values).toMatchObject({ seconds: 12, max: 10 });
  });

  test("is said once of a shot that two scenes share", () => {
    const told = story({ shots: shotsOf(16) });
    const other = nodeIdSchema.parse("other");
    const scene = {
      id: other,
      type: "scene",
      params: { summary: "x" },
      at: { x: 0, y: 0 },
    } as const;
    const board = connect(
      addNode(told.board, scene),
      edgeIdSchema.parse("fork"),
      { node: told.shots[0] ?? other, port: "shots" },
      { node: other, port: "shots" },
    );
    expect(sceneOf({ board, scene: other }).hasErrors).toBe(true);
    expect(sceneOf({ board, scene: told.scene }).hasErrors).toBe(true);
    expect(codesOf({ board })).toEqual(["shotTooLong"]);
  });
});

describe("seconds of a scene", () => {
  test("six shots forced into one part: five fit, or the scene is split", () => {
    const told = story({ scene: { onePart: true }, shots: shotsOf(3, 3, 3, 3, 3, 3) });
    const found = problemOf(told, "tooManyShots");
    expect(found).toMatchObject({
      severity: "error",
      nodeId: told.scene,
      values: { shots: 6, most: 5, min: 3, max: 15 },
    });
    expect(found.fixes.map((fix) => fix.code)).toEqual(["allowParts"]);
    const after = fixed(told, "tooManyShots", "allowParts");
    expect(codesOf(after)).toEqual(["splitIntoParts"]);
    expect(sceneOf(after).parts.map((part) => part.seconds)).toEqual([9, 9]);
  });

  test("too long for the one part that is wanted: split, or shortened to fit", () => {
    const told = story({ scene: { onePart: true }, shots: shotsOf(6, 6, 6) });
    expect(problemOf(told, "sceneTooLong").values).toMatchObject({ seconds: 18, max: 15 });
    expect(codesOf(fixed(told, "sceneTooLong", "allowParts"))).toEqual(["splitIntoParts"]);
    const after = fixed(told, "sceneTooLong", "fitSeconds");
    expect(codesOf(after)).toEqual([]);
    expect(inputsOf(after)).toMatchObject([{ duration: 15 }]);
  });

  test("one part is one part, also where a shot would begin a new one", () => {
    const told = story({
      scene: { onePart: true },
      shots: [{ seconds: 4 }, { seconds: 4, startsPart: true }],
    });
    expect(codesOf(told)).toEqual([]);
    expect(sceneOf(told).parts.map((part) => part.seconds)).toEqual([8]);
  });

  test("a sum that the model does not take: the nearest that it does", () => {
    const told = story({ settings: { model: o3TextPro }, shots: shotsOf(4, 4) });
    const found = problemOf(told, "sumNotAllowed");
    expect(found).toMatchObject({ severity: "error", values: { seconds: 8, allowed: "5, 10" } });
    expect(found.fixes[0]?.values).toEqual({ seconds: "5 + 5", total: 10 });
    const after = fixed(told, "sumNotAllowed", "fitSeconds");
    expect(codesOf(after).filter((code) => code !== "splitIntoParts")).toEqual([]);
  });

  test("the solver keeps locks, and no fix is offered that does not", () => {
    const locked = (seconds: number) => ({ seconds, locked: true });
    const told = story({ settings: { model: o3TextPro }, shots: [locked(4), { seconds: 4 }] });
    expect(problemOf(told, "sumNotAllowed").fixes[0]?.values["seconds"]).toBe("4 + 6");
    const stuck = story({ settings: { model: o3TextPro }, shots: [locked(4), locked(4)] });
    expect(problemOf(stuck, "sumNotAllowed").fixes).toEqual([]);
  });

  test.each([
    { model: textPro, seconds: 20, allowed: "3–15", mended: 15 },
    { model: textPro, seconds: 2, allowed: "3–15", mended: 3 },
    { model: o3TextPro, seconds: 7, allowed: "5, 10", mended: 5 },
    { model: "kling/kling-video-o3/4K/text-to-video", seconds: 16, allowed: "3–15", mended: 15 },
  ])("$seconds s without shots on $model", ({ model, seconds, allowed, mended }) => {
    const told = story({ settings: { model }, scene: { seconds } });
    expect(problemOf(told, "secondsNotAllowed")).toMatchObject({
      severity: "error",
      values: { seconds, allowed },
    });
    const after = fixed(told, "secondsNotAllowed", "setSeconds");
    expect(codesOf(after)).toEqual([]);
    expect(inputsOf(after)).toMatchObject([{ duration: mended }]);
  });

  test("shots for a model that takes none: a sibling that does", () => {
    const told = story({
      settings: { model: "kling/kling-video-o3/standard/reference-to-video" },
      shots: shotsOf(5),
    });
    expect(problemOf(told, "modelTakesNoShots")).toMatchObject({ severity: "error" });
    const after = fixed(told, "modelTakesNoShots", "switchModel");
    expect(codesOf(after)).toEqual([]);
    expect(modelOf(after)).toBe("kling/kling-video-o3/pro/reference-to-video");
    expect(codesOf(fixed(told, "modelTakesNoShots", "disconnect"))).toEqual(["shotLoose"]);
  });
});

describe("the graph", () => {
  test("a cycle is an error on each of its nodes, and on no other; the scene behind it is not sent", () => {
    const told = story({ shots: shotsOf(3, 3, 3) });
    const [first, second, third] = told.shots;
    if (!first || !second || !third) throw new Error("Three shots");
    const board = {
      ...told.board,
      edges: {
        ...told.board.edges,
        back: { from: { node: second, port: "shots" }, to: { node: first, port: "previous" } },
      },
    };
    const cyclic = { ...told, board };
    expect(
      problemsOf(cyclic)
        .filter(({ code }) => code === "cycle")
        .map(({ nodeId }) => nodeId),
    ).toEqual([first, second]);
    expect(sceneOf(cyclic)).toMatchObject({ hasErrors: true, shots: [] });
    expect(codesOf(fixed(cyclic, "cycle", "disconnect"))).not.toContain("cycle");
  });

  test("a node of a type that is not known is kept and said; it hands on nothing", () => {
    const told = story({});
    const board = {
      ...told.board,
      nodes: { ...told.board.nodes, odd: { type: "hologram", params: {} } },
    };
    expect(problemsOf({ board })).toMatchObject([
      { code: "unknownType", severity: "warning", nodeId: "odd", values: { type: "hologram" } },
    ]);
    expect(sceneOf({ ...told, board }).hasErrors).toBe(false);
  });

  test("shots that lead to no scene: a hint at the end of their chain", () => {
    const told = story({ shots: shotsOf(3, 3) });
    const last = edgeIdsOf(told.board).find((id) => told.board.edges[id]?.to.node === told.scene);
    const board = removeEdges(told.board, last ? [last] : []);
    expect(problemsOf({ board })).toMatchObject([
      { code: "shotLoose", severity: "hint", nodeId: told.shots[1] },
    ]);
  });
});

describe("the lists of codes", () => {
  test("every problem and fix says the values that it is listed with", () => {
    const told: Story[] = [
      story({ shots: shotsOf(16, 2) }),
      story({ scene: { onePart: true }, shots: shotsOf(6, 6, 6) }),
      story({ settings: { model: "none" }, scene: { summary: "@x" } }),
      story({ settings: { shotType: "intelligent", extra: { seed: 1 } }, startImage: picture }),
      story({ scene: { summary: "" }, shots: shotsOf(3, 3, 3, 3, 3, 3) }),
    ];
    const found = told.flatMap(problemsOf);
    expect(found.length).toBeGreaterThan(8);
    for (const problem of found) {
      const code = problemCodes.find((known) => known === problem.code);
      if (code === undefined) throw new Error(`${problem.code} is not listed`);
      expect(Object.keys(problem.values).toSorted()).toEqual([...valuesOfProblem(code)].toSorted());
      for (const fix of problem.fixes) {
        const fixCode = fixCodes.find((known) => known === fix.code);
        if (fixCode === undefined) throw new Error(`${fix.code} is not listed`);
        expect(Object.keys(fix.values).toSorted()).toEqual([...valuesOfFix(fixCode)].toSorted());
      }
    }
  });

  test("errors come first, hints last", () => {
    const told = story({ shots: shotsOf(16), scene: { summary: "@x " + "a".repeat(2500) } });
    expect(problemsOf(told).map(({ severity }) => severity)).toEqual(["error", "warning", "hint"]);
  });

  test("a fix leaves a board alone on which it makes no sense any more", () => {
    const told = story({ shots: shotsOf(16) });
    const [fix] = problemOf(told, "shotTooLong").fixes;
    const other = story({}).board;
    expect(fix?.apply(other)).toBe(other);
    const [shot] = told.shots;
    const mended = setParam(told.board, shot ?? told.scene, "seconds", 15);
    expect(fix?.apply(mended)).toBe(mended);
  });
});
