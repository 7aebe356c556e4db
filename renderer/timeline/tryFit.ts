import { fitTo, type Fit } from "../../shared/compile/timing.ts";
import { storableSeconds } from "../../shared/nodes/seconds.ts";
import type { Film } from "./film.ts";

/** What comes of a target, with the totals that one request of the model takes. */
export function tryFit({ clips, limits }: Pick<Film, "clips" | "limits">, target: number): Fit {
  const { min, max } = limits?.shot ?? storableSeconds;
  // Beyond one request the planner shares the seconds out, and every part has its own total.
  const single = limits === undefined || target <= limits.total.max;
  return fitTo({
    shots: clips,
    target,
    min,
    max,
    allowedTotals: single ? limits?.allowedTotals : undefined,
  });
}
