import i18next from "i18next";
import { changesBetween } from "../../shared/board/changes.ts";
import { makeId } from "../../shared/board/ids.ts";
import type { Board } from "../../shared/board/schema.ts";
import type { Writer } from "../../shared/ipc/contract.ts";
import { notify } from "../app/notices.ts";
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

/** This window, among others that the same program may be shown in. */
const window = makeId(Math.random);
/** As what a tab's board was read at the start. */
const read = new Map<string, string>();
/** The draft of a tab, where it is not called as the tab is. */
const ownDrafts = new Map<string, string>();

const draftOf = (tabId: string): string => ownDrafts.get(tabId) ?? tabId;
const writerOf = (tabId: string): Writer => ({ window, read: read.get(tabId) ?? null });

/** A tab that was opened from its draft needs none written until it changes. */
export function noteDraft(tab: Tab, mark: string): void {
  written.set(tab.id, tab);
  read.set(tab.id, mark);
  kept.set(tab.id, { board: tab.history.present, mark });
}

/** The tab is closed: what it has kept is not wanted any more. */
export const dropDraft = (tabId: string): Promise<unknown> =>
  call("drafts.drop", { id: draftOf(tabId), by: writerOf(tabId) });

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
  (
    await call("drafts.change", {
      ...state,
      id: draftOf(state.id),
      since,
      changes: changesBetween(before, board),
      by: writerOf(state.id),
    })
  ).mark;

async function sendWhole(state: DraftState, board: Board): Promise<string> {
  const draft = { ...state, id: draftOf(state.id), board };
  const { mark } = await call("drafts.write", { draft, by: writerOf(state.id) });
  if (mark !== null) return mark;
  // Another window has gone on with it: neither may write over the other's work.
  ownDrafts.set(state.id, makeId(Math.random));
  read.delete(state.id);
  notify({ tone: "info", text: i18next.t("errors:twoWindows", { title: board.title }) });
  return sendWhole(state, board);
}

let announced: boolean | undefined;
function announceUnsaved(): void {
  const unsaved = useBoards.getState().tabs.some(isUnsaved);
  if (unsaved === announced) return;
  announced = unsaved;
  const title = i18next.t(unsaved ? "app:unsaved" : "app:saved.saved");
  call("app.setUnsaved", { unsaved, title }).catch(() => (announced = undefined));
}
