import { lazy, useEffect, type ComponentType } from "react";
import { loadPart } from "./late.tsx";

/*
 * The board comes first. What stands around it is fetched meanwhile, and drawn once the board stands there and the page
 * has a moment for it.
 */

let tell = (): void => {};
/** Resolves once; at once for whatever asks later. */
const boardStands = new Promise<void>((resolve) => (tell = resolve));

/** For the component that holds the canvas: its effects run when the board is drawn. */
export function useBoardStands(): void {
  useEffect(() => {
    // Not every browser has it; there the panels come a little sooner than the page would like.
    if ("requestIdleCallback" in window) requestIdleCallback(tell, { timeout: 3000 });
    else setTimeout(tell);
  }, []);
}

/** A component that is loaded when it is first wanted, and not drawn before the board. Stands in a `Late`. */
export const afterBoard = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => {
    const loading = loadPart(load);
    await boardStands;
    return { default: await loading };
  });
