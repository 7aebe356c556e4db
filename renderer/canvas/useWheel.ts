import { useEffect, useState } from "react";
import { useChosen } from "../stores/settingsStore.ts";
import { isTrackpad } from "./isTrackpad.ts";
import { isInCanvas } from "./surface.ts";

interface Wheel {
  readonly panOnScroll: boolean;
  readonly zoomOnScroll: boolean;
}
const wheels = {
  mouse: { panOnScroll: false, zoomOnScroll: true },
  trackpad: { panOnScroll: true, zoomOnScroll: false },
} as const satisfies { readonly [by: string]: Wheel };

/** The wheel of a mouse zooms, two fingers on a trackpad pan; which of them it is the settings say, or each turn. */
export function useWheel(): Wheel {
  const { pointing } = useChosen();
  const [seen, setSeen] = useState<keyof typeof wheels>("mouse");
  useEffect(() => {
    if (pointing !== "auto") return undefined;
    const ended = new AbortController();
    const learn = (event: WheelEvent): void => {
      if (event.ctrlKey || event.shiftKey || !isInCanvas(event.target)) return;
      setSeen(isTrackpad(event) ? "trackpad" : "mouse");
    };
    document.addEventListener("wheel", learn, {
      capture: true,
      passive: true,
      signal: ended.signal,
    });
    return () => ended.abort();
  }, [pointing]);
  return wheels[pointing === "auto" ? seen : pointing];
}
