import { describe, expect, it } from "vitest";
import { countedIds } from "../../../shared/board/ids.ts";
import { addNode, connect, setMode } from "../../../shared/board/edits.ts";
import { emptyBoard } from "../../../shared/board/empty.ts";
import {
  edgeIdSchema,
  nodeIdSchema,
  type Board,
  type NodeId,
} from "../../../shared/board/schema.ts";
import { compile } from "../../../shared/compile/compile.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import { targetOf } from "../../../renderer/app/target.ts";
import { samples } from "../../../shared/board/samples/samples.ts";

const id = (text: string): NodeId => nodeIdSchema.parse(text);
const none: ReadonlySet<NodeId> = new Set();

/** Two scenes, the right one first by id, each with a shot of its own. */
function twoScenes(): Board {
  let board = emptyBoard();
  for (const [scene, shot, x] of [
    ["a-scene", "a-shot", 900],
    ["b-scene", "b-shot", 100],
  ] as const) {
    board = addNode(board, { id: id(shot), type: "shot", at: { x: x - 300, y: 0 } });
    board = addNode(board, { id: id(scene), type: "scene", at: { x, y: 0 } });
    board = connect(
      board,
      edgeIdSchema.parse(`${shot}-edge`),
      { node: id(shot), port: "shots" },
      { node: id(scene), port: "shots" },
    );
  }
  return board;
}

const target = (board: Board, selected: ReadonlySet<NodeId> = none) =>
  targetOf(board, compile(board, profiles), selected);

describe("the scene that Run is about", () => {
  it("is the leftmost one when nothing is selected", () => {
    expect(target(twoScenes()).sceneId).toBe("b-scene");
  });

  it("is the leftmost one when all are selected", () => {
    const board = twoScenes();
    expect(target(board, new Set([id("a-scene"), id("b-scene")])).sceneId).toBe("b-scene");
  });

  it("is the selected one, or the one that a selected shot leads to", () => {
    expect(target(twoScenes(), new Set([id("a-scene")])).sceneId).toBe("a-scene");
    expect(target(twoScenes(), new Set([id("a-shot")])).sceneId).toBe("a-scene");
  });

  it("is none that is off while another one is not, unless it is chosen", () => {
    const board = setMode(twoScenes(), [id("b-scene")], "muted");
    expect(target(board)).toMatchObject({ sceneId: "a-scene", off: false });
    const chosen = target(board, new Set([id("b-scene")]));
    expect(chosen).toMatchObject({ sceneId: "b-scene", off: true, scene: undefined, errors: [] });
    expect(target(setMode(board, [id("a-scene")], "bypassed")).sceneId).toBe("b-scene");
  });

  it("does not exist on a board without a scene", () => {
    const { sceneId, scene } = target(emptyBoard());
    expect({ sceneId, scene }).toEqual({ sceneId: undefined, scene: undefined });
  });

  it("counts the errors of what leads to it, not those of another scene", () => {
    const { errors } = target(twoScenes(), new Set([id("a-shot")]));
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.map(({ nodeId }) => nodeId)).not.toContain("b-shot");
  });

  it("has no errors on the sample board", () => {
    const { scene, errors } = target(samples.lighthouse(countedIds()));
    expect(errors).toEqual([]);
    expect(scene?.seconds).toBe(12);
  });
});
