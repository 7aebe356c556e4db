import { ViewportPortal } from "@xyflow/react";
import { useGuides } from "./guideStore.ts";

/** The lines that a dragged node has come into. */
export function Guides() {
  const guides = useGuides((state) => state.guides);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      {guides.map(({ from, to }) => (
        <div
          key={`${from.x} ${from.y} ${to.x} ${to.y}`}
          className="guide"
          style={{
            transform: `translate(${from.x}px, ${from.y}px)`,
            width: Math.max(1, to.x - from.x),
            height: Math.max(1, to.y - from.y),
          }}
        />
      ))}
    </ViewportPortal>
  );
}
