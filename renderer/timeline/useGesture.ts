import { useEffect, useState, type PointerEvent } from "react";
import { nodeOf } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { TrimMode } from "../../shared/compile/timing.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { reorder, trim, trimmed } from "./edits.ts";
import type { Film } from "./film.ts";
import { placeFor } from "./place.ts";

/** A drag on the timeline: it lives here and becomes one edit when it ends. */

type Gesture =
  | { readonly kind: "trim"; readonly id: NodeId; readonly mode: TrimMode }
  | { readonly kind: "move"; readonly id: NodeId };

interface Running {
  readonly gesture: Gesture;
  readonly startX: number;
  /** px from where it began. */
  readonly dx: number;
  /** The scale stays while the total changes under the pointer. */
  readonly pxPerSecond: number;
  /** A press that does not move is a click. */
  readonly moved: boolean;
  /** The clip is gone, or another board is shown, with the button still down. */
  readonly isGivenUp: boolean;
}

interface Shown {
  readonly gesture: Gesture;
  /** Of its clip. */
  readonly index: number;
  readonly dx: number;
  readonly pxPerSecond: number;
  /** Of every clip, as they would be. */
  readonly seconds: readonly number[];
  /** Where a moved clip would come to, counted from 0. */
  readonly place: number;
}

const threshold = 4;
const modeOf = ({ shiftKey, ctrlKey, metaKey }: PointerEvent): TrimMode =>
  shiftKey || ctrlKey || metaKey ? "roll" : "ripple";

export interface Gestures {
  readonly shown: Shown | undefined;
  readonly start: (event: PointerEvent, gesture: Gesture) => void;
  readonly move: (event: PointerEvent) => void;
  /** True when it was not just a click. */
  readonly end: () => boolean;
  readonly cancel: () => void;
}

export function useGesture(film: Film, pxPerSecond: number): Gestures {
  const [running, setRunning] = useState<Running | null>(null);
  const { clips } = film;
  const held = running?.gesture.id;
  useEffect(() => {
    if (held === undefined) return undefined;
    return useBoards.subscribe((state, before) => {
      const board = activeBoard(state);
      const isThere = board !== undefined && nodeOf(board, held) !== undefined;
      if (isThere && state.activeId === before.activeId) return;
      setRunning((now) => (now?.isGivenUp === false ? { ...now, isGivenUp: true } : now));
    });
  }, [held]);

  const start = (event: PointerEvent, gesture: Gesture): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setRunning({
      gesture,
      startX: event.clientX,
      dx: 0,
      pxPerSecond,
      moved: false,
      isGivenUp: false,
    });
  };
  const move = (event: PointerEvent): void => {
    if (running === null || running.isGivenUp) return;
    const dx = event.clientX - running.startX;
    const moved = running.moved || Math.abs(dx) > threshold;
    const gesture =
      running.gesture.kind === "trim"
        ? { ...running.gesture, mode: modeOf(event) }
        : running.gesture;
    setRunning({ ...running, dx, moved, gesture });
  };
  const shown = running?.moved === true && !running.isGivenUp ? seen(film, running) : undefined;
  const end = (): boolean => {
    setRunning(null);
    if (shown === undefined) return running?.isGivenUp === true;
    const { gesture, index, place, seconds } = shown;
    if (gesture.kind === "move") reorder(film, index, place);
    else trim(film, index, seconds[index] ?? clips[index]?.seconds ?? 0, gesture.mode);
    return true;
  };
  return { shown, start, move, end, cancel: () => setRunning(null) };
}

function seen(film: Film, { gesture, dx, pxPerSecond }: Running): Shown | undefined {
  const { clips } = film;
  const index = clips.findIndex(({ id }) => id === gesture.id);
  if (index < 0) return undefined;
  const by = dx / pxPerSecond;
  const now = clips.map(({ seconds }) => seconds);
  return {
    gesture,
    index,
    dx,
    pxPerSecond,
    seconds:
      gesture.kind === "trim"
        ? trimmed(film, index, Math.round((now[index] ?? 0) + by), gesture.mode)
        : now,
    place: gesture.kind === "move" ? placeFor(clips, index, by) : index,
  };
}
