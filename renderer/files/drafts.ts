import i18next from "i18next";
import { call } from "../bridge/call.ts";
import { onReconnect } from "../stores/connectionStore.ts";
import { isUnsaved, useBoards, type Tab } from "../stores/boardStore.ts";

/**
 * Keeps a copy of every open tab beside the real files, so that a crash, a power cut or a closed window costs nothing.
 * The user's own files change only by Save.
 */

const afterMs = 800;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();
const written = new Map<string, Tab>();

/** Follows the open boards until `signal` is aborted. */
export function keepDrafts(signal: AbortSignal): void {
  for (const tab of useBoards.getState().tabs) schedule(tab.id);
  const stop = useBoards.subscribe((state, before) => {
    state.tabs.forEach((tab) => {
      if (written.get(tab.id) !== tab) schedule(tab.id);
    });
    if (state.tabs !== before.tabs) announceUnsaved();
  });
  const stopReconnecting = onReconnect(() => {
    for (const tab of useBoards.getState().tabs) if (written.get(tab.id) !== tab) schedule(tab.id);
  });
  signal.addEventListener("abort", stopReconnecting);
  addEventListener("pagehide", () => void flush(), { signal });
  signal.addEventListener("abort", stop);
  announceUnsaved();
}

function schedule(id: string): void {
  if (waiting.has(id)) return;
  waiting.set(
    id,
    setTimeout(() => void writeDraft(id), afterMs),
  );
}

/** Writes at once what is still waiting: the window is going. */
export const flush = async (): Promise<void> => {
  await Promise.all([...waiting.keys()].map(writeDraft));
};

async function writeDraft(id: string): Promise<void> {
  clearTimeout(waiting.get(id));
  waiting.delete(id);
  const { tabs } = useBoards.getState();
  const order = tabs.findIndex((tab) => tab.id === id);
  const tab = tabs[order];
  if (tab === undefined) return;
  written.set(id, tab);
  const { path, hash, history } = tab;
  const draft = { id, board: history.present, path, hash, unsaved: isUnsaved(tab), order };
  // A draft that cannot be written is tried again with the next edit; the board itself is not lost by it.
  await call("drafts.write", draft).catch(() => written.delete(id));
}

let announced: boolean | undefined;
function announceUnsaved(): void {
  const unsaved = useBoards.getState().tabs.some(isUnsaved);
  if (unsaved === announced) return;
  announced = unsaved;
  const title = i18next.t(unsaved ? "app:unsaved" : "app:saved.saved");
  call("app.setUnsaved", { unsaved, title }).catch(() => (announced = undefined));
}
