/** What had the focus before the dialogs: a key or a command opens them, so there is no button to go back to. */
let before: HTMLElement | undefined;

const focused = (): HTMLElement | undefined => {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body
    ? activeElement
    : undefined;
};

/**
 * Gives the focus of a dialog that opens to what is marked `data-focus-first`, else to the dialog itself: its first
 * button is the one that closes it, and its tooltip would take the first Escape.
 */
export function focusFirst(event: Event): void {
  const dialog = event.target;
  if (!(dialog instanceof HTMLElement)) return;
  // One dialog can follow another: both go back to where the first one began.
  if (focused()?.closest("[role=dialog]") === null) before = focused();
  const first = dialog.querySelector("[data-focus-first]");
  event.preventDefault();
  (first instanceof HTMLElement ? first : dialog).focus();
}

/** For the `ref` of what a press has put there: it has the focus at once, and is in view. */
export const focusNew = (element: HTMLElement | null): void => element?.focus();

/** Gives the focus back, unless what was chosen in the dialog has taken it. */
export function giveBackFocus(event: Event): void {
  event.preventDefault();
  if (focused() === undefined) before?.focus({ preventScroll: true });
}
