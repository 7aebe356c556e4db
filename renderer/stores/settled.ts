import { create } from "zustand";
import type { Board } from "../../shared/board/schema.ts";
import { activeBoard, activeTab, useBoards, type Tab } from "./boardStore.ts";
import { openWhole, useOpening, workedOut } from "./opening.ts";
import { atPause } from "./pause.ts";
import { writeNow } from "./writing.ts";

/**
 * The active board as the compiler and the panels see it: at once after every edit, but while words are being typed
 * only when the hand pauses, so that a letter does not cost what the whole board and the whole window cost.
 */
export const useSettled = create<{ readonly board: Board | undefined }>()(() => ({
  board: workedOut(activeBoard(useBoards.getState())),
}));

const settle = (): void => {
  const board = workedOut(activeBoard(useBoards.getState()));
  if (board !== useSettled.getState().board) useSettled.setState({ board });
};
const settling = atPause(settle);

/** For when the hand leaves a field: it has paused, whatever the clock says. */
export const settleWritten = settling.now;

/** For whoever needs what the board compiles to at this very moment. */
export function settleNow(): void {
  writeNow();
  openWhole();
  settling.now();
}

/** An edit that became one step with the one before it, made by letters: a slider is followed at once. */
const isTyping = (before: Tab | undefined, after: Tab | undefined): boolean =>
  before?.id === after?.id &&
  before?.history.past === after?.history.past &&
  document.activeElement?.matches("textarea, input:not([type='range'])") === true;

useBoards.subscribe((state, before) => {
  const tab = activeTab(state);
  if (workedOut(tab?.history.present) === useSettled.getState().board) return;
  if (isTyping(activeTab(before), tab)) settling.soon();
  else settle();
});
useOpening.subscribe(settle);
