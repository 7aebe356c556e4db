import { Background, useStore } from "@xyflow/react";
import { useSettings } from "../stores/settingsStore.ts";
import { gridOf } from "./grid.ts";

/** px of the window between two dots: nearer ones would be a grey haze. */
const leastGap = 11;
const dot = 1.4;

/** The crossings of the grid, or every second, fourth … of them where they would lie too near. */
export function Grid() {
  const { step, snap } = useSettings(gridOf);
  // Changes only when the zoom passes a power of two.
  const gap = useStore(({ transform: [, , zoom] }) => {
    const tooNear = Math.log2(leastGap / (step * zoom));
    return step * 2 ** Math.max(0, Math.ceil(tooNear));
  });
  return (
    <Background
      gap={gap}
      size={dot}
      // React Flow draws them in the middle between the crossings.
      offset={(dot - gap) / 2}
      className={snap ? "canvas-dots snapping" : "canvas-dots"}
    />
  );
}
