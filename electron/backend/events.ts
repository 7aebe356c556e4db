import { eventSchema, type AppEvent } from "../../shared/ipc/contract.ts";
import type { Log } from "./log.ts";

/** What the backend has to say to whoever listens. */
export interface Events {
  readonly emit: (event: AppEvent) => void;
  /** Returns how to stop listening. */
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void;
}

/** Parses what goes out, so that nothing crosses that is not in the contract; a listener's bug stops no other. */
export function createEvents(log: Log): Events {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    emit: (event) => {
      const parsed = eventSchema.parse(event);
      for (const listener of listeners) {
        try {
          listener(parsed);
        } catch (error) {
          log.error(`A listener failed at ${event.event}`, error);
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
