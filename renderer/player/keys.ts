import { isWriting } from "../commands/keyboard.ts";
import { toggleFullScreen } from "./fullScreen.ts";
import type { Playback } from "./playback.ts";
import { closePlayer } from "./playTakes.ts";

interface Doings {
  readonly [key: string]: () => void;
}

/**
 * What a key does while the player has the focus; true when it did something.
 *
 * @param more what keys do that has nothing to do with the playback.
 */
export function keysOf(
  playback: Playback,
  root: HTMLElement | null,
  event: KeyboardEvent,
  more: Doings,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isFilledIn(event.target)) return false;
  if (event.key.startsWith("Arrow") && isVolume(event.target)) return false;
  const { muted, looping } = playback.getState();
  const doings: Doings = {
    ...more,
    " ": playback.toggle,
    k: playback.toggle,
    ",": () => playback.stepFrame(-1),
    ".": () => playback.stepFrame(1),
    ArrowLeft: () => (event.shiftKey ? playback.goToShot(-1) : playback.skip(-1)),
    ArrowRight: () => (event.shiftKey ? playback.goToShot(1) : playback.skip(1)),
    Home: () => playback.seek(0),
    End: () => playback.seek(playback.reel.seconds),
    l: () => playback.set({ looping: !looping }),
    m: () => playback.set({ muted: !muted }),
    f: () => void toggleFullScreen(root),
    Escape: closePlayer,
  };
  const doing = doings[event.key];
  doing?.();
  return doing !== undefined;
}

/** Also the buttons of a form: Escape closes the form before it closes the player. */
const isFilledIn = (target: EventTarget | null): boolean =>
  isWriting(target) || (target instanceof Element && target.closest("form") !== null);

const isVolume = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.role === "slider";
