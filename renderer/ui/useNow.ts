import { useSyncExternalStore } from "react";

/** One clock for everything on the screen that counts seconds; it stands still while nobody looks at it. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * Milliseconds since 1970, told once a second.
 *
 * @param step milliseconds; longer than a second for what shows no seconds.
 */
export const useNow = (step: number = 1): number =>
  useSyncExternalStore(subscribe, () => now - (now % step));
