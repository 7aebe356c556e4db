/** Where the keyboard goes when what had the focus is gone: never back to the top of the window. */

const usable =
  "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]";

const isReachable = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 &&
  element.checkVisibility() &&
  element.closest("[aria-hidden=true]") === null;

/** What takes the focus within an area: what is chosen there, or the first that can have it. */
function heirIn(area: Element): HTMLElement | undefined {
  const controls = [...area.querySelectorAll<HTMLElement>(usable)].filter(isReachable);
  return controls.find((each) => each.ariaSelected === "true") ?? controls[0];
}

function around(element: Element): readonly Element[] {
  const { parentElement } = element;
  return parentElement === null ? [] : [parentElement, ...around(parentElement)];
}

/**
 * Gives the focus of an element that leaves the page (a removed take, a closed tab) to the nearest control that stood
 * around it and is still there, and to the canvas when it was a node or a dialog. For as long as `signal` is not aborted.
 */
export function keepFocus(signal: AbortSignal): void {
  let last: Element | null = null;
  let areas: readonly Element[] = [];
  const look = (): void => {
    if (document.activeElement !== document.body || last === null || last.isConnected) return;
    const left = areas.filter(({ isConnected }) => isConnected);
    const [nearest = document.body] = left;
    const isBesideNothing = nearest === document.body || nearest.closest("main") !== null;
    const heir = isBesideNothing
      ? document.querySelector<HTMLElement>("[data-focus-home]")
      : left.map(heirIn).find((found) => found !== undefined);
    heir?.focus({ preventScroll: true });
  };
  document.addEventListener(
    "focusin",
    ({ target }) => {
      last = target instanceof Element ? target : null;
      areas = last === null ? [] : around(last);
    },
    { signal },
  );
  document.addEventListener(
    "focusout",
    ({ relatedTarget }) => {
      // A dialog gives the focus back by itself, a moment after it has gone.
      if (relatedTarget === null) requestAnimationFrame(() => setTimeout(look));
    },
    { signal },
  );
}
