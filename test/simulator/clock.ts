/** The time that everything in the simulator is a function of. */
export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves when `ms` milliseconds of this clock have passed. */
  readonly wait: (ms: number) => Promise<void>;
  /** Moves the time forward by `ms`; whoever waited until then goes on. */
  readonly advance: (ms: number) => void;
};

const dawn = Date.parse("2026-10-09T12:00:00.123Z");

/** Stands still until it is moved. */
export const manualClock = (start: number = dawn): Clock =>
  createClock(
    () => start,
    () => undefined,
  );

/** Runs by itself, and can be moved ahead all the same. */
export const realClock = (): Clock =>
  createClock(Date.now, (ms, wake) => {
    // A waiting answer must not keep the process alive after Ctrl+C.
    setTimeout(wake, ms).unref();
  });

const createClock = (
  source: () => number,
  wakeLater: (ms: number, wake: () => void) => void,
): Clock => {
  let ahead = 0;
  const sleepers = new Set<{ at: number; wake: () => void }>();
  const now = (): number => source() + ahead;
  return {
    now,
    wait: async (ms) => {
      if (ms <= 0) return;
      await new Promise<void>((wake) => {
        const sleeper = {
          at: now() + ms,
          wake: () => {
            sleepers.delete(sleeper);
            wake();
          },
        };
        sleepers.add(sleeper);
        wakeLater(ms, sleeper.wake);
      });
    },
    advance: (ms) => {
      ahead += ms;
      const due = [...sleepers].filter((sleeper) => sleeper.at <= now());
      for (const sleeper of due.toSorted((a, b) => a.at - b.at)) sleeper.wake();
    },
  };
};

/** As the service writes times: `2026-10-09T12:00:00.123456+00:00`. */
export const timestamp = (ms: number): string =>
  new Date(ms).toISOString().replace("Z", "456+00:00");
