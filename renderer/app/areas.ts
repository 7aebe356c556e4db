import { focusCanvas } from "../canvas/surface.ts";
import { focusIn, heirIn, isReachable, isShown } from "./keepFocus.ts";

/** The parts of the window between which the keyboard jumps: what carries `data-area`, in the order of the page. */

type Panel = "left" | "right" | "bottom";

/** What had the focus last in each of them. */
const left = new WeakMap<Element, HTMLElement>();

/** For as long as `signal` is not aborted. */
export function followAreas(signal: AbortSignal): void {
  document.addEventListener(
    "focusin",
    ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      const area = target.closest("[data-area]");
      if (area !== null) left.set(area, target);
    },
    { signal },
  );
}

/** To the next area (1) or the one before (-1), where the focus was last; from the last one to the first. */
export function goToArea(by: 1 | -1): void {
  const areas = [...document.querySelectorAll<HTMLElement>("[data-area]")].filter(
    (area) => area.matches("main") || heirIn(area) !== undefined,
  );
  const here = document.activeElement?.closest("[data-area]") ?? null;
  const at = areas.findIndex((area) => area === here);
  const next = areas.at(at === -1 && by === -1 ? -1 : (at + by) % areas.length);
  if (next !== undefined) enter(next);
}

/** To what is chosen in a panel, once the page shows it. */
export function goToPanel(name: Panel): void {
  requestAnimationFrame(() => {
    const panel = document.querySelector<HTMLElement>(`[data-area="${name}"]`);
    if (panel !== null) focusIn(panel, () => beginOf(panel));
  });
}

function enter(area: HTMLElement): void {
  const before = left.get(area);
  if (before !== undefined && area.contains(before) && isShown(before)) before.focus();
  else if (area.matches("main")) focusCanvas();
  else beginOf(area)?.focus();
}

/** Where the keyboard begins in an area: a shot of the timeline rather than the buttons above it. */
const beginOf = (area: Element): HTMLElement | undefined =>
  [...area.querySelectorAll<HTMLElement>("[data-area-first]")].find(isReachable) ?? heirIn(area);
