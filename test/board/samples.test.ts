import { describe, expect, it } from "vitest";
import { gap } from "../../shared/board/faces.ts";
import { countedIds, makeIds } from "../../shared/board/ids.ts";
import { parseBoard } from "../../shared/board/parse.ts";
import { printBoard } from "../../shared/board/print.ts";
import { samples } from "../../shared/board/samples/samples.ts";
import { compile } from "../../shared/compile/compile.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { checkRequest } from "../simulator/schema.ts";
import { overlaps } from "./build.ts";

describe.each(Object.entries(samples))("the sample %s", (_name, make) => {
  const board = make(countedIds());

  it("is a valid board with room between its nodes", () => {
    expect(parseBoard(printBoard(board))).toEqual({ ok: true, board, readOnly: false });
    expect(overlaps(board, gap / 2)).toEqual([]);
  });

  it("compiles to one request without anything to say about it", () => {
    const { scenes, problems } = compile(board, profiles);
    expect(problems).toEqual([]);
    const parts = [...scenes.values()].flatMap((scene) => scene.parts);
    expect(parts).toHaveLength(1);
    for (const { model, input } of parts) {
      expect(checkRequest(model, input)).toEqual([]);
      expect(JSON.stringify(input)).not.toContain("@");
    }
  });

  it("has ids of its own each time", () => {
    const other = make(makeIds(Math.random));
    expect(Object.keys(other.nodes)).toHaveLength(Object.keys(board.nodes).length);
    expect(Object.keys(other.nodes).filter((id) => id in board.nodes)).toEqual([]);
  });
});

it("the first sample has three shots of 5, 4 and 3 seconds", () => {
  const { scenes } = compile(samples.lighthouse(countedIds()), profiles);
  const [scene] = scenes.values();
  expect(scene?.shots.map((shot) => shot.seconds)).toEqual([5, 4, 3]);
  expect(scene?.seconds).toBe(12);
});
