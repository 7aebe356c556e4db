/** Where the keyboard goes when what had the focus is gone: never back to the top of the window. */

const usable =
  "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]";

export const isShown = (element: HTMLElement): boolean =>
  element.checkVisibility() && element.closest("[aria-hidden=true]") === null;

export const isReachable = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && isShown(element);

const controlsIn = (area: Element): readonly HTMLElement[] => [
  ...area.querySelectorAll<HTMLElement>(usable),
];

/** What takes the focus within an area: what is chosen there, or the first that can have it but for its edge. */
export function heirIn(area: Element): HTMLElement | undefined {
  const controls = controlsIn(area).filter(isReachable);
  return (
    controls.find((each) => each.ariaSelected === "true") ??
    controls.find((each) => each.role !== "separator")
  );
}

/** What an element is to whoever uses it: another one that is the same has only been drawn anew. */
const nameOf = ({ tagName, role, ariaLabel, textContent }: Element): string =>
  [tagName, role, ariaLabel ?? textContent].join(" ");

/** The element that has come into the place of one that went, within the part of the window where both stand. */
const twinOf = (gone: Element, area: Element): HTMLElement | undefined => {
  const name = nameOf(gone);
  return controlsIn(area).find((each) => isShown(each) && nameOf(each) === name);
};

type Find = () => HTMLElement | undefined;

/** Gives the focus to what is looked for in a part of the window, and to the part itself while that is still loading. */
export function focusIn(part: HTMLElement, find: Find): void {
  (find() ?? part).focus({ preventScroll: true });
  if (document.activeElement !== part) return;
  const watch = new MutationObserver(() => {
    if (document.activeElement === part) find()?.focus({ preventScroll: true });
    if (document.activeElement !== part) watch.disconnect();
  });
  watch.observe(part, { childList: true, subtree: true });
}

function around(element: Element): readonly Element[] {
  const { parentElement } = element;
  return parentElement === null ? [] : [parentElement, ...around(parentElement)];
}

/** How many of the last holders of the focus are remembered. */
const most = 8;

/**
 * Gives the focus of an element that leaves the page (a removed take, a closed tab) to the one that is drawn in its place,
 * else to the nearest control that stood around it and is still there. On the canvas it goes to the node that had it
 * before, or to the canvas. For as long as `signal` is not aborted.
 */
export function keepFocus(signal: AbortSignal): void {
  let last: Element | null = null;
  let areas: readonly Element[] = [];
  let nodes: readonly HTMLElement[] = [];
  const look = (): void => {
    if (document.activeElement !== document.body || last === null) return;
    if (last.isConnected && last.checkVisibility()) return;
    giveAway(last);
  };
  const giveAway = (gone: Element): void => {
    const left = areas.filter(({ isConnected }) => isConnected);
    const [nearest = document.body] = left;
    const part = nearest.closest<HTMLElement>("[data-area]");
    const within = part === null ? left : left.filter((each) => part.contains(each));
    const isBesideNothing = nearest === document.body || nearest.closest("main") !== null;
    const heir = isBesideNothing
      ? (nodes.findLast((each) => each.isConnected) ??
        document.querySelector<HTMLElement>("[data-focus-home]"))
      : (twinOf(gone, part ?? nearest) ?? within.map(heirIn).find((found) => found !== undefined));
    if (heir) heir.focus({ preventScroll: true });
    else if (part !== null) focusIn(part, () => twinOf(gone, part));
  };
  document.addEventListener(
    "focusin",
    ({ target }) => {
      last = target instanceof Element ? target : null;
      areas = last === null ? [] : around(last);
      if (target instanceof HTMLElement && target.matches(".react-flow__node")) {
        nodes = [...nodes.filter((each) => each !== target), target].slice(-most);
      }
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
