import type { Clock } from "../../../electron/backend/jobs/clock.ts";
import type { Clock as SimulatorClock } from "../../simulator/clock.ts";

/** The simulator's time for the jobs as well: it stands still until a test goes to what comes next. */
export interface SteppedClock extends Clock {
  /** Goes on to the next timer and lets it ring; false when there is none. */
  readonly next: () => boolean;
  /** Goes on by so many milliseconds, letting every timer ring that comes due. */
  readonly advance: (ms: number) => void;
  /** The machine sleeps: time passes, and whatever came due rings only now. */
  readonly sleep: (ms: number) => void;
  readonly timers: () => number;
}

export function steppedClock(time: SimulatorClock): SteppedClock {
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const earliest = () => [...timers].toSorted((a, b) => a.at - b.at)[0];
  const next = (): boolean => {
    const timer = earliest();
    if (timer === undefined) return false;
    timers.delete(timer);
    time.advance(Math.max(0, timer.at - time.now()));
    timer.run();
    return true;
  };
  return {
    now: time.now,
    setTimer: (ms, run) => {
      const timer = { at: time.now() + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    next,
    advance: (ms) => {
      const end = time.now() + ms;
      while ((earliest()?.at ?? Number.POSITIVE_INFINITY) <= end) next();
      time.advance(end - time.now());
    },
    sleep: (ms) => time.advance(ms),
    timers: () => timers.size,
  };
}
