import { useEffect, useState } from "react";
import { isInCanvas } from "./surface.ts";

interface Wheel {
  readonly panOnScroll: boolean;
  readonly zoomOnScroll: boolean;
}
const mouse: Wheel = { panOnScroll: false, zoomOnScroll: true };
const trackpad: Wheel = { panOnScroll: true, zoomOnScroll: false };

/**
 * Whether a wheel event comes from two fingers on a trackpad: those move sideways too and by small or broken steps,
 * while the wheel of a mouse clicks by 100 or 120 px, or by lines. A pinch (with `ctrlKey`) says nothing.
 */
export function isTrackpad(event: Pick<WheelEvent, "deltaMode" | "deltaX" | "deltaY">): boolean {
  if (event.deltaMode !== 0) return false;
  if (event.deltaX !== 0 && event.deltaY !== 0) return true;
  const step = Math.abs(event.deltaY) + Math.abs(event.deltaX);
  return !Number.isInteger(step) || step < 40;
}

/** The wheel of a mouse zooms, two fingers on a trackpad pan. */
export function useWheel(): Wheel {
  const [wheel, setWheel] = useState(mouse);
  useEffect(() => {
    const ended = new AbortController();
    const learn = (event: WheelEvent): void => {
      if (event.ctrlKey || event.shiftKey || !isInCanvas(event.target)) return;
      setWheel(isTrackpad(event) ? trackpad : mouse);
    };
    document.addEventListener("wheel", learn, {
      capture: true,
      passive: true,
      signal: ended.signal,
    });
    return () => ended.abort();
  }, []);
  return wheel;
}
