import { attempt } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import {
  activateTab,
  isUnsaved,
  newTab,
  removeTab,
  replaceTab,
  useBoards,
  type Tab,
} from "../stores/boardStore.ts";
import { look, useView } from "../stores/viewStore.ts";
import { dropTab, saveBoard } from "./actions.ts";
import { dropDraft, flush } from "./drafts.ts";

/** Closing a tab or the window while there is work that is in no file yet. */

export const unsavedTabs = (): readonly Tab[] => useBoards.getState().tabs.filter(isUnsaved);

/** Saves, and closes when everything is in its file. A dialog that saving needs goes on with `closeAfter`. */
export async function saveAndClose(what: "tab" | "window"): Promise<void> {
  look({ dialog: null, closing: what });
  await (what === "tab" ? closeAfter(saveBoard()) : goOnClosing());
}

/** Goes on with closing, if that is what the board was saved for. */
export async function closeAfter(saving: Promise<boolean>): Promise<void> {
  if (await saving) await goOnClosing();
  else stopClosing();
}

async function goOnClosing(): Promise<void> {
  const { closing } = useView.getState();
  if (closing === null) return;
  if (closing === "tab") {
    look({ closing: null });
    return dropTab(useBoards.getState().activeId);
  }
  for (let tab = unsavedTabs()[0]; tab !== undefined; tab = unsavedTabs()[0]) {
    activateTab(tab.id);
    if (!(await saveBoard(tab.id))) return stopClosing();
  }
  await closeWindow();
}

/** The user gave up, or it could not be saved; a dialog that asks how to save is neither. */
function stopClosing(): void {
  const { dialog } = useView.getState();
  if (dialog !== "save" && dialog !== "changedOnDisk") look({ closing: null });
}

export function closeTabUnsaved(): void {
  look({ dialog: null });
  dropTab(useBoards.getState().activeId);
}

/** Closes the window, so that at the next start the boards are as their files are and what was in none is gone. */
export async function closeWindowUnsaved(): Promise<void> {
  look({ dialog: null });
  for (const tab of unsavedTabs()) await forgetChanges(tab);
  await closeWindow();
}

async function forgetChanges({ id, path }: Tab): Promise<void> {
  const opened = path === null ? undefined : await attempt(() => call("boards.open", { path }));
  if (opened?.ok === true) {
    const { board, hash, readOnly } = opened;
    replaceTab(newTab(id, board, { path, hash, readOnly }));
    return;
  }
  removeTab(id);
  await attempt(() => dropDraft(id));
}

async function closeWindow(): Promise<void> {
  look({ closing: null });
  // What was saved just now must not come back as unsaved.
  await flush();
  await attempt(() => call("app.close", {}));
}
