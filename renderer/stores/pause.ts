/** What waits until the hand pauses. */
export interface Waiting {
  /** Puts it off: the pause begins anew. */
  readonly soon: () => void;
  /** Does at once what waits, if anything does. */
  readonly now: () => void;
}

/**
 * ms that nothing must have come for: more than a quick writer leaves between two letters, or each of them would be a
 * pause.
 */
const pause = 300;
/** ms that `act` may be put off at most while the hand never pauses. */
const latest = 1000;

/** Has `act` done once the hand pauses, or now and then while it does not. */
export function atPause(act: () => void): Waiting {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const now = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    act();
  };
  return {
    soon: () => {
      const time = performance.now();
      if (timer === undefined) since = time;
      clearTimeout(timer);
      timer = setTimeout(now, Math.max(0, Math.min(pause, since + latest - time)));
    },
    now,
  };
}
