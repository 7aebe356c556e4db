import { createStore, type StoreApi } from "zustand/vanilla";
import { partAt, shotAt, type Reel } from "./reel.ts";

/** What the player is doing. Times are seconds from the beginning of the reel. */
interface PlaybackState {
  readonly time: number;
  readonly part: number;
  readonly shot: number;
  readonly playing: boolean;
  readonly looping: boolean;
  readonly speed: number;
  readonly volume: number;
  readonly muted: boolean;
  /** The video of the part cannot be played. */
  readonly failed: boolean;
}

type ReadonlyStore = Pick<StoreApi<PlaybackState>, "getState" | "getInitialState" | "subscribe">;

export interface Playback extends ReadonlyStore {
  readonly reel: Reel;
  readonly toggle: () => void;
  readonly seek: (time: number) => void;
  readonly skip: (seconds: number) => void;
  /** To the next shot (1) or the previous one (-1). */
  readonly goToShot: (step: 1 | -1) => void;
  readonly stepFrame: (step: 1 | -1) => void;
  readonly set: (
    change: Partial<Pick<PlaybackState, "looping" | "speed" | "volume" | "muted">>,
  ) => void;
  /** The video element of a part; null when it goes. */
  readonly attach: (part: number, video: HTMLVideoElement | null) => void;
  readonly partEnded: (part: number) => void;
  /** Somebody else has paused or started it, such as a key for media. */
  readonly partPaused: (part: number) => void;
  readonly partPlayed: (part: number) => void;
  readonly partFailed: (part: number) => void;
  readonly stop: () => void;
}

/** Nobody asks a file for its frame rate: a step of 1/24 s goes at least one frame on at any rate in use. */
const frame = 1 / 24;

/** How loud and how fast: kept for as long as the window lives. */
let kept: Pick<PlaybackState, "speed" | "volume" | "muted"> = { speed: 1, volume: 1, muted: false };

/**
 * Plays the parts of a reel one after the other, each in a video element of its own that is ready before its turn, so
 * that there is no gap between them.
 */
export function createPlayback(reel: Reel, from: number): Playback {
  const store = createStore<PlaybackState>(() => ({
    time: from,
    part: partAt(reel, from),
    shot: shotAt(reel, from),
    playing: false,
    looping: false,
    failed: false,
    ...kept,
  }));
  const videos = new Map<number, HTMLVideoElement>();
  let ticking = 0;

  const current = (): HTMLVideoElement | undefined => videos.get(store.getState().part);
  const startOf = (part: number): number => reel.parts[part]?.start ?? 0;

  const show = (time: number): void => {
    const { time: before } = store.getState();
    if (time !== before) store.setState({ time, shot: shotAt(reel, time) });
  };

  const apply = (video: HTMLVideoElement): void => {
    const { speed, volume, muted } = store.getState();
    video.playbackRate = speed;
    video.volume = volume;
    video.muted = muted;
  };

  const start = (): void => {
    const video = current();
    if (video === undefined) return;
    store.setState({ playing: true });
    // Refused where the browser wants a click first; the button then says Play.
    video.play().catch(() => store.setState({ playing: !video.paused }));
    cancelAnimationFrame(ticking);
    ticking = requestAnimationFrame(tick);
  };
  const pause = (): void => {
    store.setState({ playing: false });
    for (const video of videos.values()) video.pause();
    cancelAnimationFrame(ticking);
  };

  function tick(): void {
    const { playing, looping, part, shot } = store.getState();
    const video = current();
    if (!playing || video === undefined) return;
    const time = startOf(part) + video.currentTime;
    const looped = looping ? reel.shots[shot] : undefined;
    if (looped !== undefined && time >= looped.start + looped.seconds - frame / 2) {
      seek(looped.start);
    } else if (!video.seeking) show(time);
    ticking = requestAnimationFrame(tick);
  }

  function seek(wanted: number): void {
    const time = Math.min(Math.max(0, wanted), reel.seconds);
    const part = partAt(reel, time);
    const before = current();
    store.setState({ time, part, shot: shotAt(reel, time) });
    const video = current();
    if (video === undefined) return;
    if (before !== video) before?.pause();
    video.currentTime = time - startOf(part);
    if (store.getState().playing) start();
  }

  const playNext = (part: number): void => {
    const looped = store.getState().looping ? reel.shots[store.getState().shot] : undefined;
    if (looped !== undefined) return seek(looped.start);
    if (part === reel.parts.length - 1) {
      pause();
      show(reel.seconds);
    } else seek(startOf(part + 1));
  };

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    reel,
    seek,
    toggle: () => {
      if (store.getState().playing) return pause();
      if (store.getState().time >= reel.seconds - frame) seek(0);
      start();
    },
    skip: (seconds) => seek(store.getState().time + seconds),
    goToShot: (step) => {
      const { shot, time } = store.getState();
      // Going back in the middle of a shot goes to its beginning first, as players do.
      const started = reel.shots[shot]?.start ?? 0;
      const next = step === -1 && time - started > 1 ? shot : shot + step;
      const target = reel.shots[next];
      if (target !== undefined) seek(target.start);
      else seek(step === -1 ? 0 : reel.seconds);
    },
    stepFrame: (step) => {
      pause();
      seek(store.getState().time + step * frame);
    },
    set: (change) => {
      store.setState(change);
      const { speed, volume, muted } = store.getState();
      kept = { speed, volume, muted };
      for (const video of videos.values()) apply(video);
    },
    attach: (part, video) => {
      if (video === null) {
        videos.delete(part);
        return;
      }
      videos.set(part, video);
      apply(video);
      const { time, part: shown } = store.getState();
      if (part === shown) {
        video.currentTime = time - startOf(part);
        start();
      }
    },
    partPaused: (part) => {
      const isOver = videos.get(part)?.ended === true;
      if (part === store.getState().part && !isOver) store.setState({ playing: false });
    },
    partPlayed: (part) => {
      if (part === store.getState().part && !store.getState().playing) start();
    },
    partEnded: (part) => {
      if (part === store.getState().part) playNext(part);
    },
    partFailed: (part) => {
      if (part !== store.getState().part) return;
      pause();
      store.setState({ failed: true });
    },
    stop: pause,
  };
}
