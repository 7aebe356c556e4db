import { useCanvas } from "./canvasStore.ts";
import { roomOf } from "./surface.ts";

/** The box while it is drawn. */
export function SelectionBox() {
  const box = useCanvas((state) => state.box);
  if (box === null) return null;
  const { x, y } = roomOf();
  const { width, height } = box;
  return (
    <div
      className="selection-box"
      style={{ width, height, transform: `translate(${box.x - x}px, ${box.y - y}px)` }}
      aria-hidden
    />
  );
}
