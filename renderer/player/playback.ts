import { createStore, type StoreApi } from "zustand/vanilla";
import { partAt, shotAt, type Reel } from "./reel.ts";
import { shuttled } from "./shuttle.ts";

/** What the player is doing. Times are seconds from the beginning of the reel. */
interface PlaybackState {
  readonly time: number;
  readonly part: number;
  readonly shot: number;
  readonly playing: boolean;
  readonly looping: boolean;
  /** As chosen. */
  readonly speed: number;
  /** As it plays just now, or would: `speed`, but for a shuttle; below 0 backwards. */
  readonly rate: number;
  readonly volume: number;
  readonly muted: boolean;
  /** The video of the part cannot be played. */
  readonly failed: boolean;
}

type ReadonlyStore = Pick<StoreApi<PlaybackState>, "getState" | "getInitialState" | "subscribe">;

export interface Playback extends ReadonlyStore {
  readonly reel: Reel;
  readonly toggle: () => void;
  /** Faster that way, or the other way round; see `shuttled`. */
  readonly shuttle: (way: 1 | -1) => void;
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

/** ms: how much film a shuttle makes up for in one step when pictures come late. */
const longestStep = 500;

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
    rate: kept.speed,
    ...kept,
  }));
  const videos = new Map<number, HTMLVideoElement>();
  let ticking = 0;
  /** ms, of the last step backwards. */
  let stepped = 0;

  const current = (): HTMLVideoElement | undefined => videos.get(store.getState().part);
  const startOf = (part: number): number => reel.parts[part]?.start ?? 0;

  const show = (time: number): void => {
    const { time: before } = store.getState();
    if (time !== before) store.setState({ time, shot: shotAt(reel, time) });
  };

  const apply = (video: HTMLVideoElement): void => {
    const { rate, volume, muted } = store.getState();
    if (rate > 0) video.playbackRate = rate;
    video.volume = volume;
    video.muted = muted;
  };

  const start = (): void => {
    const video = current();
    if (video === undefined) return;
    store.setState({ playing: true });
    apply(video);
    cancelAnimationFrame(ticking);
    if (store.getState().rate < 0) {
      // No video plays backwards: it is held, and shows one moment after the other.
      video.pause();
      ticking = requestAnimationFrame(rewind);
      return;
    }
    // Refused where the browser wants a click first; the button then says Play.
    video.play().catch(() => store.setState({ playing: !video.paused }));
    ticking = requestAnimationFrame(tick);
  };
  const startOver = (): void => {
    if (store.getState().time >= reel.seconds - frame) seek(0);
    start();
  };
  const pause = (): void => {
    store.setState(({ speed }) => ({ playing: false, rate: speed }));
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

  function rewind(): void {
    const { playing, looping, shot, time, rate } = store.getState();
    const video = current();
    if (!playing || video === undefined) return;
    if (!video.seeking) {
      const now = performance.now();
      const before = time + (rate * Math.min(longestStep, now - stepped)) / 1000;
      stepped = now;
      const looped = looping ? reel.shots[shot] : undefined;
      if (looped !== undefined && before < looped.start) {
        return seek(looped.start + looped.seconds - frame);
      }
      if (before <= 0) pause();
      return seek(before);
    }
    ticking = requestAnimationFrame(rewind);
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
      if (store.getState().playing) pause();
      else startOver();
    },
    shuttle: (way) => {
      const { playing, rate } = store.getState();
      store.setState({ rate: shuttled(playing ? rate : 0, way) });
      stepped = performance.now();
      if (way === 1) startOver();
      else start();
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
      // Whoever chooses a speed is done with the shuttle.
      if (change.speed !== undefined) store.setState({ rate: change.speed });
      for (const video of videos.values()) apply(video);
      if (change.speed !== undefined && store.getState().playing) start();
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
      const { part: shown, rate } = store.getState();
      const video = videos.get(part);
      // The event comes late: by now it may play again, or be held by a shuttle.
      const isHeld = video?.paused === true && !video.ended && rate > 0;
      if (part === shown && isHeld) pause();
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
