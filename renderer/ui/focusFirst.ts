/**
 * Gives the focus of a dialog that opens to what is marked `data-focus-first`, else to the dialog itself: its first
 * button is the one that closes it, and its tooltip would take the first Escape.
 */
export function focusFirst(event: Event): void {
  const dialog = event.target;
  if (!(dialog instanceof HTMLElement)) return;
  const first = dialog.querySelector("[data-focus-first]");
  event.preventDefault();
  (first instanceof HTMLElement ? first : dialog).focus();
}
