import { useEffect, type ComponentType } from "react";
import { openWhole } from "../stores/opening.ts";
import { awaited, loadPart } from "./late.tsx";

/*
 * The board comes first. What stands around it is fetched meanwhile, and drawn once the board stands there: each part in
 * an idle moment of its own, so that a hand that is already on the board is never kept waiting by all of them together.
 * What of a large board is out of view comes last.
 */

let tell = (): void => {};
/** Resolves once; at once for whatever asks later. */
const boardStands = new Promise<void>((resolve) => (tell = resolve));

let last = boardStands;
/** Resolves in an idle moment after those that were asked for before. */
const moment = (): Promise<void> => (last = last.then(idle));

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Not every browser has it; there things come a little sooner than the page would like.
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve);
  });

/** For the component that holds the canvas: its effects run when the board is drawn. */
export function useBoardStands(): void {
  useEffect(() => {
    void idle().then(tell);
    void moment().then(openWhole);
    const ended = new AbortController();
    // Whoever is quicker than that finds the whole board under the hand.
    for (const event of ["pointerdown", "wheel", "keydown"]) {
      addEventListener(event, openWhole, { capture: true, once: true, signal: ended.signal });
    }
    return () => ended.abort();
  }, []);
}

/** A component that is loaded when it is first wanted, and not drawn before the board. Stands in a `Late`. */
export const afterBoard = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  awaited(async () => {
    const loading = loadPart(load);
    const words = loadPart(() => import("../locales/later.ts"));
    await moment();
    await words;
    return loading;
  });
