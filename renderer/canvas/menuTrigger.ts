import type { MouseEvent, PointerEvent } from "react";
import { isStroking } from "./Stroke.tsx";

/**
 * The menu is loaded after the canvas, so its trigger cannot stand around it: what happens to the canvas is told to an
 * empty trigger, with the element that it happened to as `relatedTarget`. A menu that is asked for before it is there
 * opens when it comes.
 *
 * @returns what takes that trigger, and what the canvas listens to.
 */
export function createMenuTrigger() {
  let trigger: HTMLSpanElement | null = null;
  let asked: Event | undefined;
  const take = (element: HTMLSpanElement | null): void => {
    trigger = element;
    if (asked !== undefined) trigger?.dispatchEvent(asked);
    asked = undefined;
  };
  const tell = (event: MouseEvent): void => {
    const told = new window.PointerEvent(event.type, copyOf(event));
    if (trigger?.dispatchEvent(told) === false) event.preventDefault();
    if (trigger !== null || event.type !== "contextmenu") return;
    event.preventDefault();
    asked = told;
  };
  // A long press opens it too.
  const tellTouch = (event: PointerEvent): void => {
    if (event.pointerType !== "mouse") tell(event);
  };
  const listeners = {
    onContextMenuCapture: stopWhileStroking,
    onContextMenu: tell,
    onPointerDown: tellTouch,
    onPointerMove: tellTouch,
    onPointerUp: tellTouch,
    onPointerCancel: tellTouch,
  };
  return { take, listeners };
}

function copyOf({ nativeEvent, target }: MouseEvent): PointerEventInit {
  const { clientX, clientY, button } = nativeEvent;
  const { pointerType = "", pointerId = 0 } =
    nativeEvent instanceof window.PointerEvent ? nativeEvent : {};
  const of = { clientX, clientY, button, pointerType, pointerId, relatedTarget: target };
  return { ...of, bubbles: true, cancelable: true };
}

function stopWhileStroking(event: MouseEvent): void {
  if (!isStroking(event)) return;
  event.preventDefault();
  event.stopPropagation();
}
