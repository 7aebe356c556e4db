import { useEffect, useRef, type PointerEvent, type RefObject } from "react";
import { resizeNode } from "../../shared/board/edits.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { nameOf } from "../canvas/commands.ts";
import { settledSize } from "../canvas/dragging.ts";
import { showGuides } from "../canvas/guideStore.ts";
import { noteHeld } from "../canvas/held.ts";
import { edit } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import { leastSize } from "./size.ts";

interface Pull {
  readonly face: HTMLElement;
  /** What to add to the pointer's place, in canvas px, to get the size. */
  readonly width: number;
  readonly height: number;
  readonly ended: AbortController;
}

/**
 * The corner that a note or a frame is resized by: the face follows at once, and the board changes when it is let go.
 * Escape gives it up.
 */
export function ResizeGrip({ id }: { readonly id: NodeId }) {
  const pull = useRef<Pull>(null);
  const sizeAt = (event: PointerEvent, { width, height }: Pull) => {
    const { zoom } = useView.getState();
    noteHeld(event);
    const pulled = { width: event.clientX / zoom + width, height: event.clientY / zoom + height };
    const settled = settledSize(id, pulled);
    return {
      w: Math.round(Math.max(leastSize.width, settled.width)),
      h: Math.round(Math.max(leastSize.height, settled.height)),
    };
  };
  useEffect(() => () => letGo(pull), []);
  return (
    <div
      className="resize-grip nodrag nopan"
      aria-hidden
      onPointerDown={(event) => {
        const face = event.currentTarget.closest<HTMLElement>(".board-node");
        if (event.button !== 0 || face === null) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        const { zoom } = useView.getState();
        // Another finger begins anew.
        letGo(pull);
        pull.current = {
          face,
          width: face.offsetWidth - event.clientX / zoom,
          height: face.offsetHeight - event.clientY / zoom,
          ended: new AbortController(),
        };
        addEventListener("keydown", (pressed) => giveUp(pressed, pull), {
          capture: true,
          signal: pull.current.ended.signal,
        });
      }}
      onPointerMove={(event) => {
        if (pull.current === null) return;
        const { w, h } = sizeAt(event, pull.current);
        pull.current.face.style.width = `${w}px`;
        pull.current.face.style.height = `${h}px`;
      }}
      onPointerUp={(event) => {
        if (pull.current === null) return;
        const size = sizeAt(event, pull.current);
        letGo(pull);
        edit({ key: "resizeOne", values: { name: nameOf(id) } }, (board) =>
          resizeNode(board, id, size),
        );
      }}
      onPointerCancel={() => letGo(pull)}
    />
  );
}

function letGo(pull: RefObject<Pull | null>): void {
  if (pull.current === null) return;
  const { face, ended } = pull.current;
  pull.current = null;
  ended.abort();
  showGuides([]);
  face.style.removeProperty("width");
  face.style.removeProperty("height");
}

/** Wherever the focus is, and for nothing else: the selection stays. */
function giveUp(event: KeyboardEvent, pull: RefObject<Pull | null>): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  letGo(pull);
}
