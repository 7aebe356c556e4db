import { doingAt, type Doing } from "../commands/placeKeys.ts";
import { isWriting } from "../commands/keyboard.ts";
import { toggleFullScreen } from "./fullScreen.ts";
import type { Playback } from "./playback.ts";
import { closePlayer } from "./playTakes.ts";

type Doings = { readonly [doing in Doing<"player">]: () => void };

/**
 * What a key does while the player has the focus; true when it did something.
 *
 * @param marks what keys do that has nothing to do with the playback.
 */
export function keysOf(
  playback: Playback,
  root: HTMLElement | null,
  event: KeyboardEvent,
  marks: Pick<Doings, "star" | "edit">,
): boolean {
  if (isFilledIn(event.target)) return false;
  if (event.key.startsWith("Arrow") && isVolume(event.target)) return false;
  const { muted, looping } = playback.getState();
  const doings: Doings = {
    ...marks,
    play: playback.toggle,
    shuttleBack: () => playback.shuttle(-1),
    stop: playback.stop,
    shuttleForward: () => playback.shuttle(1),
    frameBack: () => playback.stepFrame(-1),
    frameForward: () => playback.stepFrame(1),
    secondBack: () => playback.skip(-1),
    secondForward: () => playback.skip(1),
    previousShot: () => playback.goToShot(-1),
    nextShot: () => playback.goToShot(1),
    start: () => playback.seek(0),
    end: () => playback.seek(playback.reel.seconds),
    loop: () => playback.set({ looping: !looping }),
    mute: () => playback.set({ muted: !muted }),
    fullScreen: () => void toggleFullScreen(root),
    close: closePlayer,
  };
  const asked = doingAt("player", event);
  if (asked !== undefined) doings[asked.doing]();
  return asked !== undefined;
}

/** Also the buttons of a form: Escape closes the form before it closes the player. */
const isFilledIn = (target: EventTarget | null): boolean =>
  isWriting(target) || (target instanceof Element && target.closest("form") !== null);

const isVolume = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.role === "slider";
