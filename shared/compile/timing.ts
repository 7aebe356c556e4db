/** The budget of seconds: shots in whole seconds that add up to what a request must last. */

export interface TimedShot {
  /** Whole seconds. */
  readonly seconds: number;
  /** Its seconds stay what they are. */
  readonly locked: boolean;
}

/** What one shot may last, in whole seconds, both included. */
export interface ShotLimits {
  readonly min: number;
  readonly max: number;
}

export interface Budget extends ShotLimits {
  readonly shots: readonly TimedShot[];
  /** Whole seconds of all shots together. */
  readonly target: number;
  /** The only totals that the model takes, ascending; absent when any will do. */
  readonly allowedTotals?: readonly number[] | undefined;
}

type FitFailure =
  | "noShots"
  | "notWhole"
  | "totalNotAllowed"
  | "tooManyShots"
  | "tooFewShots"
  | "lockedTooLong"
  | "lockedTooShort";

export type Fit =
  | { readonly ok: true; readonly seconds: readonly number[] }
  | {
      readonly ok: false;
      readonly reason: FitFailure;
      readonly values: { readonly [name: string]: number | string };
      /** The nearest target that can be met, the shorter of two; null when there is none. */
      readonly nearest: number | null;
    };

/**
 * Changes the seconds of the unlocked shots as little as possible, so that all together last exactly `target`: the
 * least seconds changed in all, then the smallest largest change; what is left over goes to the longest shots, then to
 * the first. Says why when the target cannot be met.
 */
export function fitTo(budget: Budget): Fit {
  const { shots, target, min, max } = budget;
  const failure = whyNot(budget);
  if (failure !== undefined) return failure;
  const free = shots.filter((shot) => !shot.locked).map((shot) => shot.seconds);
  const fitted = spread(free, target - lockedSeconds(shots), { min, max });
  let next = 0;
  return {
    ok: true,
    seconds: shots.map((shot) => (shot.locked ? shot.seconds : (fitted[next++] ?? shot.seconds))),
  };
}

const sum = (seconds: readonly number[]): number => seconds.reduce((total, s) => total + s, 0);
const clamp = (value: number, { min, max }: ShotLimits): number =>
  Math.min(max, Math.max(min, value));
const lockedSeconds = (shots: readonly TimedShot[]): number =>
  sum(shots.filter((shot) => shot.locked).map((shot) => shot.seconds));

/** The totals that the shots can be brought to, in whole seconds, both included. */
function reachable({ shots, min, max }: Budget): ShotLimits {
  const free = shots.filter((shot) => !shot.locked).length;
  const locked = lockedSeconds(shots);
  return { min: locked + free * min, max: locked + free * max };
}

function nearestTotal(budget: Budget): number | null {
  if (budget.shots.length === 0) return null;
  const range = reachable(budget);
  const { allowedTotals, target } = budget;
  if (allowedTotals === undefined) return clamp(Math.round(target), range);
  const candidates = allowedTotals.filter((total) => total >= range.min && total <= range.max);
  return nearestOf(candidates, target);
}

/** The value nearest to `target`, the smaller of two as near; null when there is none. */
export function nearestOf(values: readonly number[], target: number): number | null {
  let nearest: number | null = null;
  for (const value of values.toSorted((a, b) => a - b)) {
    if (nearest === null || Math.abs(value - target) < Math.abs(nearest - target)) nearest = value;
  }
  return nearest;
}

function whyNot(budget: Budget): Extract<Fit, { ok: false }> | undefined {
  const { shots, target, min, max, allowedTotals } = budget;
  const fail = (
    reason: FitFailure,
    values: { readonly [name: string]: number | string },
  ): Extract<Fit, { ok: false }> => ({ ok: false, reason, values, nearest: nearestTotal(budget) });

  if (shots.length === 0) return fail("noShots", { target });
  if (!Number.isInteger(target)) return fail("notWhole", { target });
  if (allowedTotals !== undefined && !allowedTotals.includes(target)) {
    return fail("totalNotAllowed", { target, allowed: allowedTotals.join(", ") });
  }
  const range = reachable(budget);
  const locked = lockedSeconds(shots);
  const free = shots.filter((shot) => !shot.locked).length;
  if (target < range.min) {
    return free === shots.length
      ? fail("tooManyShots", {
          target,
          shots: shots.length,
          min,
          least: range.min,
          most: Math.floor(target / min),
        })
      : fail("lockedTooLong", { target, locked, free, min, least: range.min });
  }
  if (target > range.max) {
    return free === shots.length
      ? fail("tooFewShots", { target, shots: shots.length, max, longest: range.max })
      : fail("lockedTooShort", { target, locked, free, max, longest: range.max });
  }
  return undefined;
}

/** Brings every shot within its limits and then all of them, together, to the target, which can be met. */
function spread(seconds: readonly number[], target: number, limits: ShotLimits): number[] {
  const within = seconds.map((s) => clamp(s, limits));
  const missing = target - sum(within);
  const step = Math.sign(missing);
  const shots = within.map((s, index) => ({
    index,
    length: seconds[index] ?? s,
    // A shot that was out of its limits has already been changed by this much.
    changed: Math.abs(s - (seconds[index] ?? s)),
    room: step > 0 ? limits.max - s : s - limits.min,
  }));
  const given = (shot: (typeof shots)[number], level: number): number =>
    Math.min(shot.room, Math.max(0, level - shot.changed));

  // Raising the level by one raises the largest change by one: stop at the first that is enough.
  let level = 0;
  while (sum(shots.map((shot) => given(shot, level))) < Math.abs(missing)) level += 1;
  const gives = shots.map((shot) => given(shot, Math.max(0, level - 1)));
  let left = Math.abs(missing) - sum(gives);
  const byLength = shots.toSorted((a, b) => b.length - a.length || a.index - b.index);
  for (const shot of byLength) {
    const more = given(shot, level) - (gives[shot.index] ?? 0);
    if (left === 0 || more === 0) continue;
    gives[shot.index] = given(shot, level);
    left -= more;
  }
  return within.map((s, index) => s + step * (gives[index] ?? 0));
}

export type TrimMode = "ripple" | "roll";

/**
 * What dragging the end of a shot to `seconds` makes of all shots: `ripple` changes the total, `roll` takes from or
 * gives to the next shot so that the total stays. Goes as far as the limits allow; a locked shot never changes, and
 * the last shot has none to roll with.
 */
export function setSeconds(
  shots: readonly TimedShot[],
  index: number,
  seconds: number,
  mode: TrimMode,
  limits: ShotLimits,
): number[] {
  const result = shots.map((shot) => shot.seconds);
  const shot = shots[index];
  if (shot === undefined || shot.locked || !Number.isFinite(seconds)) return result;
  const wanted = clamp(Math.round(seconds), limits);
  if (mode === "ripple") return result.with(index, wanted);
  const next = shots[index + 1];
  if (next === undefined || next.locked) return result;
  const both = shot.seconds + next.seconds;
  const lowest = Math.max(limits.min, both - limits.max);
  const highest = Math.min(limits.max, both - limits.min);
  // Two shots that are out of their limits together cannot be mended by moving the cut between them.
  if (lowest > highest) return result;
  const rolled = clamp(wanted, { min: lowest, max: highest });
  return result.with(index, rolled).with(index + 1, both - rolled);
}
