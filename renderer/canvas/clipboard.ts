import {
  copyFragment,
  parseFragment,
  pasteFragment,
  printFragment,
  type Fragment,
} from "../../shared/board/fragment.ts";
import { useView } from "../stores/viewStore.ts";
import { boardNow, editAndSelectNew, deleteSelection, ids } from "./commands.ts";
import { here, toFlow } from "./surface.ts";

/**
 * Copy, cut and paste through the clipboard of the system, as text that a person can read. They come as events of the
 * page, so that no permission to read the clipboard is needed.
 */

/** A text field copies and pastes its own text. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select"));

/** Copying a marked sentence of a panel must give that sentence. */
const hasMarkedText = (): boolean => getSelection()?.isCollapsed === false;

function selectionAsText(): string | undefined {
  const board = boardNow();
  const { selectedNodes } = useView.getState();
  if (board === undefined || selectedNodes.size === 0) return undefined;
  return printFragment(copyFragment(board, selectedNodes));
}

/** What was copied last here, for the menu: a page may not read the clipboard unasked. */
let copied: string | undefined;

function onCopy(event: ClipboardEvent): void {
  if (isTyping(event.target) || hasMarkedText()) return;
  const text = selectionAsText();
  if (text === undefined) return;
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
  copied = text;
  if (event.type === "cut") deleteSelection();
}

function onPaste(event: ClipboardEvent): void {
  if (isTyping(event.target)) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (pasteText(text)) event.preventDefault();
}

/** Listens until the signal is given. */
export function followClipboard(signal: AbortSignal): void {
  document.addEventListener("copy", onCopy, { signal });
  document.addEventListener("cut", onCopy, { signal });
  document.addEventListener("paste", onPaste, { signal });
}

export const copy = (): void => void document.execCommand("copy");
export const cut = (): void => void document.execCommand("cut");

/** From the menu: what was copied in this window. */
export function pasteCopied(): void {
  if (copied !== undefined) pasteText(copied);
}
export const canPasteCopied = (): boolean => copied !== undefined;

/** Pastes nodes under the pointer. False when the text is none of ours. */
export function pasteText(text: string): boolean {
  const fragment = parseFragment(text);
  if (fragment === undefined) return false;
  const count = Object.keys(fragment.nodes).length;
  editAndSelectNew({ key: "paste", values: { count } }, (board) =>
    pasteFragment(board, fragment, ids, offsetOf(fragment)),
  );
  return true;
}

/** So that the middle of what is pasted comes under the pointer. */
function offsetOf(fragment: Fragment): { x: number; y: number } {
  const places = Object.values(fragment.layout);
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const right = Math.max(...places.map(({ x }) => x));
  const at = toFlow(here());
  return { x: at.x - (left + right) / 2 - 100, y: at.y - top - 60 };
}
