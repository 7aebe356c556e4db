import i18next from "i18next";
import { nodeOf } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { boardNow, refuse } from "../canvas/commands.ts";
import { say } from "../locales/say.ts";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { fitted, shownText, wordsOf } from "./cellWords.ts";
import { columns, textOf, type Column } from "./columns.ts";

/** Copy, cut and paste of the text of the cell that has the focus. */

interface FocusedCell {
  readonly id: NodeId;
  readonly column: Column;
  readonly held: string;
  readonly box: DOMRect;
}

/** A page sends these events to where the caret is, which need not be what has the focus. */
function focusedCell(table: HTMLTableElement): FocusedCell | undefined {
  const cell = document.activeElement;
  if (!(cell instanceof HTMLTableCellElement) || !table.contains(cell)) return undefined;
  const id = cell.closest("tr")?.dataset["shot"] as NodeId | undefined;
  const column = columns[cell.cellIndex];
  const board = boardNow();
  const node = id && board && nodeOf(board, id);
  if (node === undefined || id === undefined || column === undefined) return undefined;
  return { id, column, held: textOf(node, column.name), box: cell.getBoundingClientRect() };
}

function write({ id, column, held, box }: FocusedCell, copied: string): void {
  const at = { x: box.x, y: box.y };
  if (activeTab(useBoards.getState())?.readOnly === true) {
    refuse(i18next.t("canvas:refused.readOnly"), at);
    return;
  }
  const fit = fitted(column, copied);
  if (fit.ok) wordsOf(id, column, held).keep(fit.text);
  else refuse(say(`panels:${fit.key}`, fit.values), at);
}

/** Listens until the signal is given. */
export function followCells(table: HTMLTableElement, signal: AbortSignal): void {
  const onCopy = (event: ClipboardEvent): void => {
    const cell = focusedCell(table);
    // A marked sentence gives that sentence.
    if (cell === undefined || getSelection()?.isCollapsed === false) return;
    if (cell.column.control === "none") return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", shownText(cell.column, cell.held));
    if (event.type === "cut" && ["line", "text"].includes(cell.column.control)) write(cell, "");
  };
  const onPaste = (event: ClipboardEvent): void => {
    const cell = focusedCell(table);
    if (cell === undefined || cell.column.control === "none") return;
    event.preventDefault();
    const copied = event.clipboardData?.getData("text/plain") ?? "";
    if (copied !== "") write(cell, copied);
  };
  document.addEventListener("copy", onCopy, { signal });
  document.addEventListener("cut", onCopy, { signal });
  document.addEventListener("paste", onPaste, { signal });
}
