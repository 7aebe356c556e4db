import { look } from "../stores/viewStore.ts";

/**
 * Opens the player.
 *
 * @param takeIds the parts of one run, in order.
 * @param seconds from the beginning of the first part.
 */
export const playTakes = (takeIds: readonly string[], seconds: number = 0): void =>
  look({ playing: { takeIds, seconds } });

export const closePlayer = (): void => look({ playing: null });
