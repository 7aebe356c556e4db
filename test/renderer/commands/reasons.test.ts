import { expect, it } from "vitest";
import { lackOf, type Situation } from "../../../renderer/commands/reasons.ts";
import type { NodeId } from "../../../shared/board/schema.ts";
import { boardOfShots } from "../../backend/board.ts";

const board = boardOfShots("Kite", [3, 4]);
const ids = Object.keys(board.nodes) as NodeId[];
const quiet: Situation = {
  board,
  openBoards: 1,
  readOnly: false,
  selectedNodes: new Set(),
  selectedEdges: 0,
  undoSteps: 0,
  redoSteps: 0,
  hasCopied: false,
  hasScene: true,
  openJobs: 0,
  endedJobs: 0,
};

it("names the first thing that a command lacks", () => {
  expect(lackOf("edit.undo", quiet)).toBe("undoStep");
  expect(lackOf("edit.undo", { ...quiet, undoSteps: 1 })).toBeUndefined();
  expect(lackOf("node.mute", quiet)).toBe("selection");
  expect(lackOf("node.mute", { ...quiet, selectedNodes: new Set(ids), readOnly: true })).toBe(
    "writable",
  );
  expect(lackOf("node.alignLeft", { ...quiet, selectedNodes: new Set(ids.slice(0, 1)) })).toBe(
    "several",
  );
  expect(lackOf("edit.delete", { ...quiet, selectedEdges: 1 })).toBeUndefined();
  expect(lackOf("view.nextBoard", quiet)).toBe("boards");
  expect(lackOf("view.nextBoard", { ...quiet, openBoards: 2 })).toBeUndefined();
  expect(lackOf("run.cancel", quiet)).toBe("openJob");
  expect(lackOf("file.save", { ...quiet, board: undefined })).toBe("board");
  expect(lackOf("view.zoomFit", { ...quiet, board: { ...board, nodes: {} } })).toBe("nodes");
});

it("lets everything be done that needs nothing", () => {
  expect(lackOf("app.settings", { ...quiet, board: undefined })).toBeUndefined();
});
