import { CircleSlash } from "lucide-react";
import { useEffect } from "react";
import { atCanvas, useCanvas } from "./canvasStore.ts";

/** ms: long enough to read one line, and any click takes it away. */
const readingTime = 4000;

/** Why a wire was not taken, where it was dropped. */
export function Refusal() {
  const refusal = useCanvas((state) => state.refusal);
  useEffect(() => {
    if (refusal === null) return undefined;
    const timer = setTimeout(() => atCanvas({ refusal: null }), readingTime);
    return () => clearTimeout(timer);
  }, [refusal]);
  return (
    <div role="status" className="pointer-events-none fixed inset-0 z-30">
      {refusal !== null && (
        <p
          className="refusal"
          style={{ left: Math.min(refusal.at.x + 14, innerWidth - 300), top: refusal.at.y + 10 }}
        >
          <CircleSlash
            size={14}
            strokeWidth={1.75}
            aria-hidden
            className="mt-px shrink-0 text-failed"
          />
          {refusal.sentence}
        </p>
      )}
    </div>
  );
}
