import { isWriting } from "../commands/keyboard.ts";
import { toggleFullScreen } from "./fullScreen.ts";
import type { Playback } from "./playback.ts";
import { closePlayer } from "./playTakes.ts";

/** What a key does while the player has the focus; true when it did something. */
export function keysOf(
  playback: Playback,
  root: HTMLElement | null,
  event: KeyboardEvent,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return false;
  if (event.key.startsWith("Arrow") && isVolume(event.target)) return false;
  const { muted, looping } = playback.getState();
  const doings: { readonly [key: string]: () => void } = {
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

const isVolume = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.role === "slider";
