import { fitTo, type ShotLimits } from "./timing.ts";

/** Plans a scene that is too long for one request into parts, cut at the borders of shots. */

export interface PlannedShot {
  readonly seconds: number;
  readonly locked: boolean;
  /** The user wants a new part to begin here. */
  readonly startsPart: boolean;
}

/** What one request may be. Seconds are whole. */
export interface PartLimits {
  readonly shot: ShotLimits;
  readonly total: ShotLimits;
  /** The only totals taken, ascending; absent when anything within `total` is. */
  readonly allowedTotals?: readonly number[] | undefined;
  readonly maxShots: number;
}

/** Shots `from` to `to` (exclusive) in one request. */
export interface PlannedPart {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

export type Plan =
  | { readonly ok: true; readonly parts: readonly PlannedPart[] }
  | {
      readonly ok: false;
      /** `shotTooLong`: one shot alone does not fit. `sumNotAllowed`: no way to cut gives sums that the model takes. */
      readonly reason: "shotTooLong" | "sumNotAllowed";
      /** Index of the shot at fault, or at which the plan fails. */
      readonly at: number;
    };

interface Rest {
  readonly count: number;
  /** Sum of squares: the smaller, the more even. */
  readonly squares: number;
  readonly to: number;
  readonly seconds: number;
}

const isAllowed = (seconds: number, { total, allowedTotals }: PartLimits): boolean =>
  allowedTotals === undefined
    ? seconds >= total.min && seconds <= total.max
    : allowedTotals.includes(seconds);

/** The fewest parts, as even as possible among the fewest, the earlier ones longer among equals. */
export function planParts(shots: readonly PlannedShot[], limits: PartLimits): Plan {
  // rests[i]: the best way to cut the shots from i on; the last is the empty rest.
  const rests: (Rest | undefined)[] = Array.from({ length: shots.length });
  rests.push({ count: 0, squares: 0, to: shots.length, seconds: 0 });
  for (let from = shots.length - 1; from >= 0; from--) {
    rests[from] = bestFrom(shots, from, rests, limits);
  }
  return follow(shots, rests, limits);
}

/** The best first part that begins at `from`, given the best rests behind it. */
function bestFrom(
  shots: readonly PlannedShot[],
  from: number,
  rests: readonly (Rest | undefined)[],
  limits: PartLimits,
): Rest | undefined {
  let best: Rest | undefined;
  let seconds = 0;
  for (let at = from; at < shots.length && at - from < limits.maxShots; at++) {
    const shot = shots[at];
    if (shot === undefined || (shot.startsPart && at > from)) break;
    seconds += shot.seconds;
    if (seconds > limits.total.max) break;
    const rest = rests[at + 1];
    if (rest === undefined || !isAllowed(seconds, limits)) continue;
    const count = rest.count + 1;
    const squares = seconds * seconds + rest.squares;
    // Fewer parts, then more even ones, then a longer first one.
    const isBetter =
      best === undefined ||
      (count - best.count || squares - best.squares || best.seconds - seconds) < 0;
    if (isBetter) best = { count, squares, to: at + 1, seconds };
  }
  return best;
}

function follow(
  shots: readonly PlannedShot[],
  rests: readonly (Rest | undefined)[],
  limits: PartLimits,
): Plan {
  const parts: PlannedPart[] = [];
  for (let from = 0; from < shots.length;) {
    const rest = rests[from];
    if (rest === undefined) {
      const tooLong = shots.findIndex((shot) => shot.seconds > limits.total.max);
      return tooLong >= 0
        ? { ok: false, reason: "shotTooLong", at: tooLong }
        : { ok: false, reason: "sumNotAllowed", at: from };
    }
    parts.push({ from, to: rest.to, seconds: rest.seconds });
    from = rest.to;
  }
  return { ok: true, parts };
}

export interface FittedPlan {
  /** Of every shot. */
  readonly seconds: readonly number[];
  /** Seconds changed in all. */
  readonly changed: number;
}

/**
 * The seconds nearest to those of the shots for which a plan exists, or null when there are none (locks in the way).
 * With `onePart`, all shots go into one request.
 */
export function fitPlan(
  shots: readonly PlannedShot[],
  limits: PartLimits,
  onePart: boolean,
): FittedPlan | null {
  if (shots.length === 0) return null;
  if (onePart) return fitGroup(shots, limits);
  const rests: (FittedRest | undefined)[] = Array.from({ length: shots.length });
  rests.push({ seconds: [], changed: 0, to: shots.length });
  for (let from = shots.length - 1; from >= 0; from--) {
    for (let to = from + 1; to <= shots.length; to++) {
      if (!mayBeGroup(shots, from, to, limits)) break;
      const rest = rests[to];
      const group = rest && fitGroup(shots.slice(from, to), limits);
      if (!rest || !group) continue;
      const changed = group.changed + rest.changed;
      const best = rests[from];
      // Among equals the last group tried is the longest one, which makes fewer parts.
      if (!best || changed <= best.changed) rests[from] = { seconds: group.seconds, changed, to };
    }
  }
  const first = rests[0];
  if (first === undefined) return null;
  const seconds: number[] = [];
  for (let at = 0; at < shots.length;) {
    const rest = rests[at];
    if (rest === undefined) return null;
    seconds.push(...rest.seconds);
    at = rest.to;
  }
  return { seconds, changed: first.changed };
}

interface FittedRest extends FittedPlan {
  readonly to: number;
}

const mayBeGroup = (
  shots: readonly PlannedShot[],
  from: number,
  to: number,
  limits: PartLimits,
): boolean =>
  to - from <= limits.maxShots &&
  (to - from - 1) * limits.shot.min < limits.total.max &&
  (to === from + 1 || shots[to - 1]?.startsPart !== true);

/** One request of all of the shots, at the total that changes them least. */
function fitGroup(shots: readonly PlannedShot[], limits: PartLimits): FittedPlan | null {
  if (shots.length > limits.maxShots) return null;
  let best: FittedPlan | null = null;
  for (const target of totalsOf(limits)) {
    const fit = fitTo({ shots, target, ...limits.shot, allowedTotals: limits.allowedTotals });
    if (!fit.ok) continue;
    const changed = fit.seconds.reduce(
      (sum, seconds, i) => sum + Math.abs(seconds - (shots[i]?.seconds ?? seconds)),
      0,
    );
    if (best === null || changed < best.changed) best = { seconds: fit.seconds, changed };
  }
  return best;
}

/** Every total that a request may have, ascending. */
export const totalsOf = ({ total, allowedTotals }: PartLimits): readonly number[] =>
  allowedTotals ?? Array.from({ length: total.max - total.min + 1 }, (_, i) => total.min + i);
