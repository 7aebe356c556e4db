/** The time that jobs live in: the computer's own, or one that a test moves. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs `run` once, `ms` milliseconds from now; returns what takes it back. */
  readonly setTimer: (ms: number, run: () => void) => () => void;
}

export const realClock: Clock = {
  now: () => Date.now(),
  setTimer: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Now, as jobs write it. */
export const timeOf = (clock: Clock, inMs = 0): string =>
  new Date(clock.now() + inMs).toISOString();
