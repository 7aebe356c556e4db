import i18next from "i18next";
import { emptyBoard } from "../../shared/board/empty.ts";
import { makeId } from "../../shared/board/ids.ts";
import type { Board } from "../../shared/board/schema.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import { attempt, notify } from "../app/notices.ts";
import { call, CallFailure } from "../bridge/call.ts";
import {
  activateTab,
  activeTab,
  addTab,
  isUnsaved,
  markSaved,
  newTab,
  removeTab,
  useBoards,
  type Tab,
} from "../stores/boardStore.ts";
import { look } from "../stores/viewStore.ts";
import { dropDraft } from "./drafts.ts";
import { boardFailureSentence } from "./failure.ts";
import { fileNameFor } from "./fileName.ts";

/** New, open, save and close, for the menu, the keyboard, the tabs and the dialogs. */

/** A new tab with this board, not in a file until it is saved. Closing it asks first when it is somebody's `work`. */
export function openAsNew(board: Board, work: boolean = false): void {
  addTab(newTab(makeId(Math.random), board, work ? { saved: null } : {}));
}

export const newBoard = (): void => openAsNew(emptyBoard());

/** Lets the user choose a file, in the system's dialog or in the window's own where there is none. */
export async function openBoard(): Promise<void> {
  const picked = await attempt(() => call("boards.pick", { purpose: "open", suggestedName: "" }));
  if (picked?.outcome === "chosen") await openPath(picked.path);
  if (picked?.outcome === "inApp") look({ dialog: "open" });
}

/** Opens a board file, or shows its tab when it is open already. */
export async function openPath(path: string): Promise<void> {
  const already = useBoards.getState().tabs.find((tab) => tab.path === path);
  if (already !== undefined) return activateTab(already.id);
  const opened = await attempt(() => call("boards.open", { path }));
  if (opened === undefined) return;
  if (!opened.ok) {
    notify({ tone: "failed", text: boardFailureSentence(path, opened.failure) });
    return;
  }
  replaceUntouched(opened);
}

/** An empty tab that was never touched gives its place to the board that is opened. */
function replaceUntouched(opened: Extract<CallOutput<"boards.open">, { ok: true }>): void {
  const { board, path, hash, readOnly } = opened;
  const before = activeTab(useBoards.getState());
  addTab(newTab(makeId(Math.random), board, { path, hash, readOnly, saved: board }));
  if (before !== undefined && isUntouched(before)) dropTab(before.id);
}

const isUntouched = ({ path, history }: Tab): boolean =>
  path === null &&
  history.past.length === 0 &&
  history.future.length === 0 &&
  Object.keys(history.present.nodes).length === 0;

/** True when the board is in its file. False when the user gave up or it could not be written. */
export async function saveBoard(id: string = useBoards.getState().activeId): Promise<boolean> {
  const tab = tabOf(id);
  if (tab === undefined) return false;
  if (tab.path === null || tab.readOnly) return saveBoardAs(id);
  return write(tab, tab.path, tab.hash);
}

export async function saveBoardAs(id: string = useBoards.getState().activeId): Promise<boolean> {
  const tab = tabOf(id);
  if (tab === undefined) return false;
  if (tab.readOnly) {
    // Before anybody thinks of a name for it.
    notify({ tone: "failed", text: i18next.t("errors:calls.boardReadOnly") });
    return false;
  }
  const suggestedName = fileNameFor(tab.history.present.title);
  const picked = await attempt(() => call("boards.pick", { purpose: "save", suggestedName }));
  if (picked?.outcome === "chosen") return write(tab, picked.path, null);
  if (picked?.outcome === "inApp") {
    activateTab(id);
    look({ dialog: "save" });
  }
  return false;
}

/**
 * Writes the board to a file. When somebody else has changed that file in the meantime, asks what to do.
 *
 * @param hash what the file is expected to be; null to write whatever is there.
 */
export async function write(tab: Tab, path: string, hash: string | null): Promise<boolean> {
  const board = tab.history.present;
  const saved = await attempt(() => call("boards.save", { path, board, hash }).catch(askIfChanged));
  if (saved === undefined) return false;
  markSaved(tab.id, saved.path, saved.hash, board);
  return true;

  function askIfChanged(error: unknown): undefined {
    if (!(error instanceof CallFailure) || error.error.code !== "changedOnDisk") throw error;
    activateTab(tab.id);
    look({ dialog: "changedOnDisk" });
    return undefined;
  }
}

/** Writes over what somebody else has put into the file. */
export async function overwrite(): Promise<boolean> {
  const tab = activeTab(useBoards.getState());
  return tab !== undefined && tab.path !== null && write(tab, tab.path, null);
}

/** Asks first when there is something to lose. */
export async function closeTab(id: string): Promise<void> {
  const tab = tabOf(id);
  if (tab === undefined) return;
  if (isUnsaved(tab)) {
    activateTab(id);
    look({ dialog: "closeTab" });
    return;
  }
  dropTab(id);
}

/** Closes without asking; the last tab gives way to an empty one. */
export function dropTab(id: string): void {
  removeTab(id);
  void attempt(() => dropDraft(id));
  if (useBoards.getState().tabs.length === 0) newBoard();
}

const tabOf = (id: string): Tab | undefined =>
  useBoards.getState().tabs.find((tab) => tab.id === id);
