import { chordsOf } from "../../shared/keyboard/chord.ts";
import { isWriting } from "../commands/keyboard.ts";
import { isMac } from "../commands/shortcut.ts";
import { toggleFullScreen } from "./fullScreen.ts";
import type { Playback } from "./playback.ts";
import { closePlayer } from "./playTakes.ts";

/** By chord. */
interface Doings {
  readonly [chord: string]: () => void;
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
  if (isFilledIn(event.target)) return false;
  if (event.key.startsWith("Arrow") && isVolume(event.target)) return false;
  const { muted, looping } = playback.getState();
  const doings: Doings = {
    ...more,
    Space: playback.toggle,
    K: playback.toggle,
    ",": () => playback.stepFrame(-1),
    ".": () => playback.stepFrame(1),
    ArrowLeft: () => playback.skip(-1),
    ArrowRight: () => playback.skip(1),
    "Shift+ArrowLeft": () => playback.goToShot(-1),
    "Shift+ArrowRight": () => playback.goToShot(1),
    Home: () => playback.seek(0),
    End: () => playback.seek(playback.reel.seconds),
    L: () => playback.set({ looping: !looping }),
    M: () => playback.set({ muted: !muted }),
    F: () => void toggleFullScreen(root),
    Escape: closePlayer,
  };
  const doing = chordsOf(event, isMac)
    .map((chord) => doings[chord])
    .find((each) => each !== undefined);
  doing?.();
  return doing !== undefined;
}

/** Also the buttons of a form: Escape closes the form before it closes the player. */
const isFilledIn = (target: EventTarget | null): boolean =>
  isWriting(target) || (target instanceof Element && target.closest("form") !== null);

const isVolume = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.role === "slider";
