import { isShown } from "../app/keepFocus.ts";
import { focusCanvas } from "./surface.ts";

/** Where the keyboard was when a search over the canvas was opened, from there or from any other part of the window. */
let from: readonly HTMLElement[] = [];

export function noteWhereFrom(): void {
  const { activeElement: element } = document;
  // Asked for again while it is open.
  if (!(element instanceof HTMLElement) || element.closest("search") !== null) return;
  // A field that is there only while it is written in goes, what it stands in stays.
  const holder = element.parentElement?.closest<HTMLElement>("[tabindex]") ?? undefined;
  from = [element, ...(holder === undefined ? [] : [holder])];
}

export function goBackThere(): void {
  const there = from.find((each) => each.isConnected && each !== document.body && isShown(each));
  there?.focus({ preventScroll: true });
  if (there === undefined || document.activeElement !== there) focusCanvas();
}
