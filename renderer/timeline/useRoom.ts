import { useSyncExternalStore } from "react";
import { usePanel } from "../app/usePanel.ts";

/** Top bar, status bar, the card's own controls and the air around it. */
const taken = 45 + 28 + 48 + 24;

const onResize = (changed: () => void): (() => void) => {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
};

/** px in height between the top bar and the bottom panel. */
export function useRoom(): number {
  const height = useSyncExternalStore(onResize, () => window.innerHeight);
  const { size } = usePanel("bottom");
  return height - size - taken;
}
