import i18next from "i18next";
import { changesBetween } from "../../shared/board/changes.ts";
import type { Board } from "../../shared/board/schema.ts";
import { call } from "../bridge/call.ts";
import { onReconnect } from "../stores/connectionStore.ts";
import { isUnsaved, useBoards, type Tab } from "../stores/boardStore.ts";
import { writeNow } from "../stores/writing.ts";

/**
 * Keeps a copy of every open tab beside the real files, so that a crash, a power cut or a closed window costs nothing.
 * The user's own files change only by Save.
 */

const afterMs = 800;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();
/** What was last sent, or read at the start. */
const written = new Map<string, Tab>();

interface Kept {
  readonly board: Board;
  readonly mark: string;
}
/** What the process behind the window is known to have, so that only what has changed since need be sent. */
const kept = new Map<string, Kept>();

/** A tab that was opened from its draft needs none written until it changes. */
export function noteDraft(tab: Tab, mark: string): void {
  written.set(tab.id, tab);
  kept.set(tab.id, { board: tab.history.present, mark });
}

/** Follows the open boards until `signal` is aborted. */
export function keepDrafts(signal: AbortSignal): void {
  scheduleChanged();
  const stop = useBoards.subscribe((state, before) => {
    if (state.tabs === before.tabs) return;
    scheduleChanged();
    announceUnsaved();
  });
  const stopReconnecting = onReconnect(scheduleChanged);
  signal.addEventListener("abort", stopReconnecting);
  addEventListener("pagehide", () => void flush(), { signal });
  signal.addEventListener("abort", stop);
  announceUnsaved();
}

function scheduleChanged(): void {
  for (const tab of useBoards.getState().tabs) if (written.get(tab.id) !== tab) schedule(tab.id);
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
  writeNow();
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
  const state = { id, path, hash, unsaved: isUnsaved(tab), order };
  // A draft that cannot be written is tried again with the next edit; the board itself is not lost by it.
  await send(state, history.present).catch(() => written.delete(id));
}

type DraftState = Pick<Tab, "id" | "path" | "hash"> & {
  readonly unsaved: boolean;
  readonly order: number;
};

async function send(state: DraftState, board: Board): Promise<void> {
  const before = kept.get(state.id);
  // Nothing is known until the answer is here.
  kept.delete(state.id);
  const mark =
    (before && (await sendChanges(state, board, before))) ?? (await sendWhole(state, board));
  kept.set(state.id, { board, mark });
}

const sendChanges = async (
  state: DraftState,
  board: Board,
  { board: before, mark: since }: Kept,
): Promise<string | null> =>
  (await call("drafts.change", { ...state, since, changes: changesBetween(before, board) })).mark;

const sendWhole = async (state: DraftState, board: Board): Promise<string> =>
  (await call("drafts.write", { ...state, board })).mark;

let announced: boolean | undefined;
function announceUnsaved(): void {
  const unsaved = useBoards.getState().tabs.some(isUnsaved);
  if (unsaved === announced) return;
  announced = unsaved;
  const title = i18next.t(unsaved ? "app:unsaved" : "app:saved.saved");
  call("app.setUnsaved", { unsaved, title }).catch(() => (announced = undefined));
}
