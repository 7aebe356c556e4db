import { useEffect, useState } from "react";
import { isTrackpad } from "./isTrackpad.ts";
import { isInCanvas } from "./surface.ts";

interface Wheel {
  readonly panOnScroll: boolean;
  readonly zoomOnScroll: boolean;
}
const mouse: Wheel = { panOnScroll: false, zoomOnScroll: true };
const trackpad: Wheel = { panOnScroll: true, zoomOnScroll: false };

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
