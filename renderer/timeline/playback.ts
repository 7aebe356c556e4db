import { create } from "zustand";
import { look, useView } from "../stores/viewStore.ts";

/** Plays the animatic in the window: the playhead runs, and who draws follows it. */

interface Playback {
  readonly playing: boolean;
  /** Begins again at the end. */
  readonly loop: boolean;
}

export const usePlayback = create<Playback>()(() => ({ playing: false, loop: false }));

let frame = 0;

/** @param lengthNow seconds; asked at each frame, because the board can be changed while it plays. */
export function play(lengthNow: () => number): void {
  cancelAnimationFrame(frame);
  const { playhead } = useView.getState();
  if (playhead >= lengthNow() - 0.02) look({ playhead: 0 });
  let last: number | undefined;
  const step = (now: number): void => {
    // A tab that was hidden gets no frames: it goes on where it was instead of jumping ahead.
    const passed = last === undefined ? 0 : Math.min(0.25, (now - last) / 1000);
    last = now;
    const length = lengthNow();
    const next = useView.getState().playhead + passed;
    const { loop } = usePlayback.getState();
    if (next >= length && !loop) {
      look({ playhead: length });
      pause();
      return;
    }
    look({ playhead: next >= length ? 0 : next });
    frame = requestAnimationFrame(step);
  };
  if (lengthNow() <= 0) return;
  usePlayback.setState({ playing: true });
  frame = requestAnimationFrame(step);
}

export function pause(): void {
  cancelAnimationFrame(frame);
  usePlayback.setState({ playing: false });
}

export const toggle = (lengthNow: () => number): void =>
  usePlayback.getState().playing ? pause() : play(lengthNow);

export function seek(seconds: number): void {
  look({ playhead: Math.max(0, seconds) });
}

export const setLoop = (loop: boolean): void => usePlayback.setState({ loop });
