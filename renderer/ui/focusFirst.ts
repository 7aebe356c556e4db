/** Gives the focus of a dialog that opens to what is marked `data-focus-first`, instead of its first button. */
export function focusFirst(event: Event): void {
  const dialog = event.target instanceof HTMLElement ? event.target : null;
  const first = dialog?.querySelector("[data-focus-first]");
  if (!(first instanceof HTMLElement)) return;
  event.preventDefault();
  first.focus();
}
