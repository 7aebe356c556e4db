import { ViewportPortal } from "@xyflow/react";
import { useGuides } from "./guideStore.ts";

/** The lines that a dragged node has come into, and what stays where it is when a copy is dragged. */
export function Guides() {
  const guides = useGuides((state) => state.guides);
  const staying = useGuides((state) => state.staying);
  if (guides.length === 0 && staying.length === 0) return null;
  return (
    <ViewportPortal>
      {staying.map(({ x, y, width, height }) => (
        <div
          key={`${x} ${y}`}
          className="staying"
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        />
      ))}
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
