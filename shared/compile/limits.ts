import { fieldOf, type Profile } from "../models/profile.ts";
import type { PartLimits } from "./plan.ts";

/** What one request of a model may be, or undefined for a model that takes no shots. */
export function partLimits(profile: Profile): PartLimits | undefined {
  const segments = fieldOf(profile, "multi_prompt", "segments");
  const duration = fieldOf(profile, "duration", "integer");
  if (!segments || !duration) return undefined;
  const allowed = duration.allowed;
  return {
    shot: { min: segments.minSeconds, max: Math.min(segments.maxSeconds, duration.max) },
    total: { min: duration.min, max: duration.max },
    ...(allowed && !isRun(allowed) ? { allowedTotals: allowed } : {}),
    maxShots: segments.maxItems,
  };
}

/** Seconds that a request without shots may last, ascending; undefined where the model has no such field. */
export function allowedSeconds(profile: Profile): readonly number[] | undefined {
  const duration = fieldOf(profile, "duration", "integer");
  if (!duration) return undefined;
  const { min, max } = duration;
  return duration.allowed ?? Array.from({ length: max - min + 1 }, (_, i) => min + i);
}

const isRun = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value === (values[i - 1] ?? value) + 1);

/** `3–15` or `5, 10`. */
export const inWords = (values: readonly number[]): string =>
  values.length > 2 && isRun(values) ? `${values[0]}–${values.at(-1)}` : values.join(", ");
