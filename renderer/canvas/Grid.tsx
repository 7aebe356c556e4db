import type { CSSProperties } from "react";
import { useStore, ViewportPortal } from "@xyflow/react";
import { useSettings } from "../stores/settingsStore.ts";
import { gridOf } from "./grid.ts";

/** px of the window between two dots: nearer ones would be a grey haze. */
const leastGap = 11;
/** px of the window, from the middle of a dot to its rim. */
const dotRadius = 0.85;

/**
 * The crossings of the grid, or every second, fourth … of them where they would lie too near. They lie in the
 * plane of the nodes: a pan moves them along, where React Flow's own are drawn anew at each step of it.
 */
export function Grid() {
  const { step, snap } = useSettings(gridOf);
  // Changes only when the zoom passes a power of two.
  const gap = useStore(({ transform: [, , zoom] }) => {
    const tooNear = Math.log2(leastGap / (step * zoom));
    return step * 2 ** Math.max(0, Math.ceil(tooNear));
  });
  // In half powers of two, so that most steps of the wheel leave it: a dot that shrank with the view would be gone at 70 %.
  const scale = useStore(({ transform: [, , zoom] }) => 2 ** (Math.round(2 * Math.log2(zoom)) / 2));
  const style = { "--gap": `${gap}px`, "--dot-radius": `${dotRadius / scale}px` };
  return (
    <ViewportPortal>
      <div
        className="canvas-dots"
        data-snapping={snap || undefined}
        style={style as CSSProperties}
      />
    </ViewportPortal>
  );
}
