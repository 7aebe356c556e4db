import { create } from "zustand";
import {
  commit,
  redo,
  startHistory,
  undo,
  type History,
  type Label,
} from "../../shared/board/history.ts";
import type { Board } from "../../shared/board/schema.ts";
import { writeNow } from "./writing.ts";

/** The open boards: the lifetime of the file. `edit` is the only door through which a board changes. */

export interface Tab {
  readonly id: string;
  readonly history: History<Board>;
  /** Where the board is saved; null until it has been. */
  readonly path: string | null;
  /** SHA-256 of the file as last read or written. */
  readonly hash: string | null;
  /** The board that would be no loss: as it stands in the file, or as a template made it; null when all of it would be. */
  readonly saved: Board | null;
  /** From a newer version: may be looked at and run, not changed. */
  readonly readOnly: boolean;
}

interface BoardState {
  readonly tabs: readonly Tab[];
  readonly activeId: string;
}

export const useBoards = create<BoardState>()(() => ({ tabs: [], activeId: "" }));

const update = (id: string, change: (tab: Tab) => Tab): void =>
  useBoards.setState((state) => ({
    tabs: state.tabs.map((tab) => (tab.id === id ? change(tab) : tab)),
  }));

export const newTab = (
  id: string,
  board: Board,
  rest: Partial<Pick<Tab, "path" | "hash" | "saved" | "readOnly">> = {},
): Tab => ({
  id,
  history: startHistory(board),
  path: null,
  hash: null,
  saved: board,
  readOnly: false,
  ...rest,
});

export function addTab(tab: Tab): void {
  writeNow();
  useBoards.setState((state) => ({ tabs: [...state.tabs, tab], activeId: tab.id }));
}

/** The neighbour becomes active when the active tab goes. */
export function removeTab(id: string): void {
  writeNow();
  useBoards.setState((state) => {
    const at = state.tabs.findIndex((tab) => tab.id === id);
    const tabs = state.tabs.filter((tab) => tab.id !== id);
    const next = tabs[Math.min(at, tabs.length - 1)]?.id ?? "";
    return { tabs, activeId: state.activeId === id ? next : state.activeId };
  });
}

/** Puts a tab in the place of the one with its id. */
export const replaceTab = (tab: Tab): void => update(tab.id, () => tab);

export function activateTab(activeId: string): void {
  writeNow();
  useBoards.setState({ activeId });
}

/** The tab beside the active one; behind the last one comes the first. */
export function goToBoard(by: 1 | -1): void {
  const { tabs, activeId } = useBoards.getState();
  const at = tabs.findIndex(({ id }) => id === activeId) + by;
  const beside = tabs.at(at % tabs.length);
  if (beside !== undefined) activateTab(beside.id);
}

export const markSaved = (id: string, path: string, hash: string, saved: Board): void =>
  update(id, (tab) => ({ ...tab, path, hash, saved, readOnly: false }));

export const activeTab = (state: BoardState): Tab | undefined =>
  state.tabs.find((tab) => tab.id === state.activeId);

/** The board in the active tab. */
export const activeBoard = (state: BoardState): Board | undefined =>
  activeTab(state)?.history.present;

export const isUnsaved = (tab: Tab): boolean => tab.saved !== tab.history.present;

/** How often the focus has moved. */
let visit = 0;
/** Whoever comes back to a field, or to a node that was moved by keys, begins another step. */
export const endMerging = (): void => {
  visit += 1;
};

let onRefused = (): void => {};
/** What says it when a board that is only looked at is asked to change. */
export const whenRefused = (tell: () => void): void => {
  onRefused = tell;
};

/**
 * Changes the active board. `label` names the step in the undo history; edits in a row with the same `mergeKey`, such
 * as the letters typed into one field, are one step until the focus moves.
 */
export function edit(label: Label, change: (board: Board) => Board, mergeKey?: string): void {
  writeNow();
  const tab = activeTab(useBoards.getState());
  if (tab === undefined) return;
  if (tab.readOnly) return onRefused();
  const next = change(tab.history.present);
  if (next === tab.history.present) return;
  update(tab.id, (before) => ({
    ...before,
    history: commit(before.history, next, label, mergeKey && `${visit} ${mergeKey}`),
  }));
}

/** Redoes as many steps as `steps` says, or undoes them when it is negative. */
export function travel(steps: number): void {
  writeNow();
  const tab = activeTab(useBoards.getState());
  if (tab === undefined) return;
  let there = tab.history;
  for (let i = 0; i < Math.abs(steps); i++) there = steps < 0 ? undo(there) : redo(there);
  update(tab.id, (before) => ({ ...before, history: there }));
}
