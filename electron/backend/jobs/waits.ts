/** How long to wait before asking again. Times in milliseconds. */

export const watchLimit = 30 * 60_000;
const quickPhase = 30_000;
const quick = 2_000;
const steady = 5_000;
const slowest = 15_000;
/** A program of our own on this computer: asking it costs nothing. */
const local = 200;

export interface PollMoment {
  readonly paid: boolean;
  /** Since the watching began. */
  readonly watched: number;
  /** In a row, the one just met included. */
  readonly troubles: number;
  /** The service said a word that we do not know. */
  readonly strange: boolean;
  /** Seconds that the service asked to wait. */
  readonly retryAfter: number | undefined;
  /** From 0 to 1. */
  readonly random: number;
}

/** Every 2 s at first, then every 5 s; in trouble twice as long each time, up to 15 s, never all at the same moment. */
export function pollWait(moment: PollMoment): number {
  const { paid, watched, troubles, strange, retryAfter, random } = moment;
  const asked = askedFor(retryAfter);
  if (!paid && troubles === 0) return local;
  const calm = watched < quickPhase ? quick : steady;
  if (troubles > 0)
    return Math.max(asked, jittered(Math.min(slowest, calm * 2 ** troubles), random));
  return strange ? slowest : calm;
}

/** Before something that certainly was not done is tried again: 2 s, 4 s, 8 s, then 15 s, or as long as was asked for. */
export function retryWait(
  troubles: number,
  retryAfter: number | undefined,
  random: number,
): number {
  const wait = jittered(Math.min(slowest, quick * 2 ** (troubles - 1)), random);
  return Math.max(askedFor(retryAfter), wait);
}

/** A header that says days is a mistake, and would look like a job that hangs. */
const longestAsked = 60 * 60_000;
const askedFor = (retryAfter = 0): number => Math.min(longestAsked, retryAfter * 1000);

/** Spreads a wait from 0.8 to 1 of itself, so that what failed together does not come back together. */
const jittered = (wait: number, random: number): number => Math.round(wait * (0.8 + 0.2 * random));

/** When to ask once more what a finished job has cost, as long as the service has not said it. */
export const costWaits: readonly number[] = [5_000, 30_000, 120_000, 600_000, 3_600_000];
