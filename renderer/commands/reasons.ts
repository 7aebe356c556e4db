import { isFrame } from "../../shared/board/frames.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import type { CommandId } from "../../shared/commands.ts";

/** Why a command can do nothing just now, so that a list can say it before somebody tries. */

/** What commands depend on. */
export interface Situation {
  readonly board: Board | undefined;
  readonly openBoards: number;
  readonly readOnly: boolean;
  readonly selectedNodes: ReadonlySet<NodeId>;
  readonly selectedEdges: number;
  readonly undoSteps: number;
  readonly redoSteps: number;
  readonly hasCopied: boolean;
  readonly hasScene: boolean;
  /** Jobs of the scene that Run is about. */
  readonly openJobs: number;
  readonly endedJobs: number;
}

const needs = {
  board: ({ board }) => board !== undefined,
  boards: ({ openBoards }) => openBoards > 1,
  writable: ({ readOnly }) => !readOnly,
  nodes: ({ board }) => board !== undefined && Object.keys(board.nodes).length > 0,
  selection: ({ selectedNodes }) => selectedNodes.size > 0,
  something: ({ selectedNodes, selectedEdges }) => selectedNodes.size + selectedEdges > 0,
  several: ({ selectedNodes }) => selectedNodes.size > 1,
  frame: ({ board, selectedNodes }) =>
    board !== undefined && [...selectedNodes].some((id) => isFrame(board, id)),
  undoStep: ({ undoSteps }) => undoSteps > 0,
  redoStep: ({ redoSteps }) => redoSteps > 0,
  copied: ({ hasCopied }) => hasCopied,
  scene: ({ hasScene }) => hasScene,
  openJob: ({ openJobs }) => openJobs > 0,
  endedJob: ({ endedJobs }) => endedJobs > 0,
} as const satisfies { readonly [need: string]: (situation: Situation) => boolean };
export type Need = keyof typeof needs;

const onBoard = ["board"] as const;
const onNodes = ["board", "nodes"] as const;
const onSelection = ["board", "selection"] as const;
const changesSelection = ["board", "writable", "selection"] as const;
const placesSeveral = ["board", "writable", "several"] as const;

/** In the order in which they are asked for; a command that is not named can always do something. */
const needsOf: { readonly [id in CommandId]?: readonly Need[] } = {
  "file.save": onBoard,
  "file.saveAs": onBoard,
  "file.closeTab": onBoard,
  "edit.undo": ["board", "undoStep"],
  "edit.redo": ["board", "redoStep"],
  "edit.cut": changesSelection,
  "edit.copy": onSelection,
  "edit.paste": ["board", "writable", "copied"],
  "edit.pasteWired": ["board", "writable", "copied"],
  "edit.duplicate": changesSelection,
  "edit.duplicateWired": changesSelection,
  "edit.delete": ["board", "writable", "something"],
  "edit.selectAll": onNodes,
  "edit.selectUpstream": onSelection,
  "edit.selectDownstream": onSelection,
  "edit.invertSelection": onNodes,
  "edit.find": onNodes,
  "edit.history": onBoard,
  "edit.goLeft": onNodes,
  "edit.goRight": onNodes,
  "edit.goUp": onNodes,
  "edit.goDown": onNodes,
  "node.add": ["board", "writable"],
  "node.connectTo": changesSelection,
  "node.reroute": ["board", "writable", "something"],
  "node.disconnect": changesSelection,
  "node.insert": changesSelection,
  "node.rename": changesSelection,
  "node.arrange": ["board", "writable", "nodes"],
  "node.frame": changesSelection,
  "node.unframe": ["board", "writable", "frame"],
  "node.fitFrame": ["board", "writable", "frame"],
  "node.bypass": changesSelection,
  "node.mute": changesSelection,
  "node.collapse": changesSelection,
  "node.pin": changesSelection,
  "node.wider": changesSelection,
  "node.narrower": changesSelection,
  "node.taller": changesSelection,
  "node.shorter": changesSelection,
  "node.colorRed": changesSelection,
  "node.colorOrange": changesSelection,
  "node.colorYellow": changesSelection,
  "node.colorGreen": changesSelection,
  "node.colorBlue": changesSelection,
  "node.colorIndigo": changesSelection,
  "node.colorViolet": changesSelection,
  "node.colorNone": changesSelection,
  "node.alignLeft": placesSeveral,
  "node.alignCenter": placesSeveral,
  "node.alignRight": placesSeveral,
  "node.alignTop": placesSeveral,
  "node.alignMiddle": placesSeveral,
  "node.alignBottom": placesSeveral,
  "node.spreadAcross": placesSeveral,
  "node.spreadDown": placesSeveral,
  "view.zoomFit": onNodes,
  "view.zoomSelection": onNodes,
  "view.nextBoard": ["boards"],
  "view.previousBoard": ["boards"],
  "run.start": ["board", "scene"],
  "run.cancel": ["board", "scene", "openJob"],
  "run.repeat": ["board", "scene", "endedJob"],
};

/** It can do nothing on a board that is only looked at. */
export const changesBoard = (id: CommandId): boolean => needsOf[id]?.includes("writable") === true;

/** What a command lacks; undefined when it can do something. */
export const lackOf = (id: CommandId, situation: Situation): Need | undefined =>
  needsOf[id]?.find((need) => !needs[need](situation));
