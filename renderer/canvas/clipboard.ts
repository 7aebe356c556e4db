import i18next from "i18next";
import type { Point } from "../../shared/board/edits.ts";
import { clearOf } from "../../shared/board/faces.ts";
import {
  copyFragment,
  parseFragment,
  pasteFragment,
  printFragment,
  type Fragment,
} from "../../shared/board/fragment.ts";
import { boardLimits, type Board } from "../../shared/board/schema.ts";
import { loadPart } from "../app/late.tsx";
import { select, useView } from "../stores/viewStore.ts";
import { atCanvas } from "./canvasStore.ts";
import { copyOffset, placeOnGrid } from "./grid.ts";
import {
  addNodeAt,
  boardNow,
  deleteSelection,
  editAndSelectNew,
  goOnWith,
  ids,
  mayChange,
  refuse,
} from "./commands.ts";
import { isPicture, takePicture } from "./dropPicture.ts";
import { selectionWithContents } from "./selection.ts";
import { fitAll, here, toFlow } from "./surface.ts";

/**
 * Copy, cut and paste through the clipboard of the system, as text that a person can read. They come as events of the
 * page, so that no permission to read the clipboard is needed.
 */

/** A text field or a cell copies and pastes its own text, and what lies under a dialog is out of reach. */
const isElsewhere = (target: EventTarget | null): boolean =>
  useView.getState().dialog !== null ||
  Boolean(document.activeElement?.closest("[data-clipboard=own]")) ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select")));

/** Copying a marked sentence of a panel must give that sentence. */
const hasMarkedText = (): boolean => getSelection()?.isCollapsed === false;

function selectionAsText(): string | undefined {
  const board = boardNow();
  const nodes = selectionWithContents();
  if (board === undefined || nodes.length === 0) return undefined;
  return printFragment(copyFragment(board, nodes));
}

/** What was copied last here, for the menu: a page may not read the clipboard unasked. */
let copied: string | undefined;

function onCopy(event: ClipboardEvent): void {
  if (isElsewhere(event.target) || hasMarkedText()) return;
  const text = selectionAsText();
  if (text === undefined) return;
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
  copied = text;
  if (event.type !== "cut" || !mayChange()) return;
  select(selectionWithContents());
  deleteSelection("cut");
}

function onPaste(event: ClipboardEvent): void {
  if (isElsewhere(event.target)) return;
  event.preventDefault();
  atCanvas({ refusal: null });
  const picture = [...(event.clipboardData?.files ?? [])].find(isPicture);
  if (picture !== undefined) {
    void takePicture(picture, here(), undefined);
    return;
  }
  const text = event.clipboardData?.getData("text/plain") ?? "";
  pasteText(text, withShift);
}

/** A paste event does not say whether Shift was held with it, which is how a paste with wires is asked for. */
let withShift = false;
const onKey = ({ shiftKey }: KeyboardEvent): void => {
  withShift = shiftKey;
};

/** Listens until the signal is given. */
export function followClipboard(signal: AbortSignal): void {
  document.addEventListener("copy", onCopy, { signal });
  document.addEventListener("cut", onCopy, { signal });
  document.addEventListener("paste", onPaste, { signal });
  document.addEventListener("keydown", onKey, { signal, capture: true });
  document.addEventListener("keyup", onKey, { signal, capture: true });
}

export const copy = (): void => void document.execCommand("copy");
export const cut = (): void => void document.execCommand("cut");

/** From the menu: what was copied in this window. */
export function pasteCopied(): void {
  if (copied !== undefined) pasteText(copied);
}
/** The same; what fed the originals feeds the copies too. */
export function pasteCopiedWired(): void {
  if (copied !== undefined) pasteText(copied, true);
}
export const canPasteCopied = (): boolean => copied !== undefined;

/**
 * Pastes what a text holds under the pointer: nodes that were copied, a request as JSON or cURL (which becomes a board of
 * its own unless this one is empty), or plain words, which become a prompt.
 */
function pasteText(text: string, wired = false): void {
  const reading = parseFragment(text);
  if (reading.ok) {
    const { fragment } = reading;
    const isFirst = Object.keys(boardNow()?.nodes ?? {}).length === 0;
    const count = Object.keys(fragment.nodes).length;
    const pasted = editAndSelectNew({ key: "paste", values: { count } }, (board) =>
      pasteFragment(board, fragment, ids, { offset: offsetOf(board, fragment), wired }),
    );
    goOnWith(pasted);
    if (isFirst) requestAnimationFrame(fitAll);
    return;
  }
  if (reading.flaw !== "noNodes") {
    refuse(i18next.t(`canvas:refused.paste.${reading.flaw}`));
    return;
  }
  const words = text.trim();
  if (mayBeRequest.test(words)) void pasteRequestOrWords(words);
  else pasteWords(words);
}

const mayBeRequest = /^[{[]|\bcurl\b/;

/** What reads requests comes with the first text that may be one. */
async function pasteRequestOrWords(text: string): Promise<void> {
  const { pasteRequest } = await loadPart(() => import("./pasteRequest.ts"));
  if (pasteRequest(text)) return;
  if (/^([{[]|curl\b)/i.test(text)) refuse(i18next.t("canvas:refused.paste.noRequest"));
  else pasteWords(text);
}

function pasteWords(words: string): void {
  const { textCharacters: limit } = boardLimits;
  if (words.length > limit) {
    const most = limit.toLocaleString(i18next.language);
    refuse(i18next.t("canvas:refused.paste.tooLong", { limit: most }));
  } else if (mayChange() && words !== "")
    addNodeAt("prompt", toFlow(here()), null, { text: words });
}

/** So that the middle of what is pasted comes under the pointer, and the second time beside the first. */
function offsetOf(board: Board, fragment: Fragment): Point {
  const places = Object.values(fragment.layout);
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const right = Math.max(...places.map(({ x }) => x));
  const at = toFlow(here());
  const corner = placeOnGrid({ x: at.x - (right - left) / 2 - 100, y: at.y - 60 });
  const offset = { x: corner.x - left, y: corner.y - top };
  return clearOf(board, places, copyOffset(), offset);
}
