import type { Clock } from "./clock.ts";

/**
 * Everything that is to happen later, with one timer for all of it. Entries that are due together, as after the computer
 * slept, are begun one after the other with a gap, so that a thousand jobs do not ask in one burst.
 */
export interface Agenda {
  /** Puts down, or moves, the one entry of that key. */
  readonly at: (key: string, time: number, act: () => void) => void;
  readonly drop: (key: string) => void;
  readonly has: (key: string) => boolean;
  /** Nothing happens any more. */
  readonly stop: () => void;
}

interface Entry {
  readonly time: number;
  readonly act: () => void;
}

/** Milliseconds: a clock that is kept right is set back by less. */
const farBack = 1_000;

/** @param gap Milliseconds between the beginnings of two entries, at least. */
export function createAgenda(clock: Clock, gap: number): Agenda {
  const entries = new Map<string, Entry>();
  let timer: { readonly due: number; readonly cancel: () => void } | undefined;
  let notBefore = 0;
  let stopped = false;
  let seen = clock.now();

  /** What is due in seconds does not wait for hours because the computer's clock was set back. */
  const followClock = (): void => {
    const back = seen - clock.now();
    seen = clock.now();
    if (back < farBack) return;
    for (const [key, entry] of entries) entries.set(key, { ...entry, time: entry.time - back });
    notBefore -= back;
  };

  const soonest = (): [string, Entry] | undefined => {
    let first: [string, Entry] | undefined;
    for (const entry of entries) {
      if (first === undefined || entry[1].time < first[1].time) first = entry;
    }
    return first;
  };

  const wind = (): void => {
    const first = soonest();
    const due = first && Math.max(first[1].time, notBefore);
    if (due !== undefined && timer?.due === due) return;
    timer?.cancel();
    timer =
      due === undefined
        ? undefined
        : { due, cancel: clock.setTimer(Math.max(0, due - clock.now()), ring) };
  };

  const ring = (): void => {
    timer = undefined;
    followClock();
    const first = soonest();
    if (first && first[1].time <= clock.now()) {
      entries.delete(first[0]);
      notBefore = clock.now() + gap;
      first[1].act();
    }
    wind();
  };

  return {
    at: (key, time, act) => {
      if (stopped) return;
      followClock();
      entries.set(key, { time, act });
      wind();
    },
    drop: (key) => {
      if (entries.delete(key)) wind();
    },
    has: (key) => entries.has(key),
    stop: () => {
      stopped = true;
      entries.clear();
      wind();
    },
  };
}
