import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { classes } from "./classes.ts";

interface ResizeHandleProps {
  readonly label: string;
  /** Which way the panel grows when the handle is dragged towards positive x or y. */
  readonly axis: "x" | "y";
  readonly grows: 1 | -1;
  readonly size: number;
  readonly min: number;
  readonly max: number;
  /** `done` is true once, when the drag ends: the moment to remember the size. */
  readonly onResize: (size: number, done: boolean) => void;
}

/** The edge of a panel that can be dragged, or moved with the arrow keys. Sizes are px. */
export function ResizeHandle({ label, axis, grows, size, min, max, onResize }: ResizeHandleProps) {
  const from = useRef<{ at: number; size: number } | null>(null);
  const within = (next: number): number => Math.round(Math.min(max, Math.max(min, next)));
  const at = (event: PointerEvent): number => (axis === "x" ? event.clientX : event.clientY);

  const move = (event: PointerEvent, done: boolean): void => {
    if (from.current === null) return;
    onResize(within(from.current.size + (at(event) - from.current.at) * grows), done);
    if (done) from.current = null;
  };
  const key = (event: KeyboardEvent): void => {
    const steps: Record<string, number> =
      axis === "x" ? { ArrowLeft: -16, ArrowRight: 16 } : { ArrowUp: -16, ArrowDown: 16 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(within(size + step * grows), true);
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={axis === "x" ? "vertical" : "horizontal"}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      className={classes(
        "absolute z-20 transition-colors duration-(--quick) hover:bg-accent/50 focus-visible:bg-accent",
        axis === "x"
          ? "inset-y-0 w-1.5 -translate-x-1/2 cursor-col-resize"
          : "inset-x-0 h-1.5 -translate-y-1/2 cursor-row-resize",
        axis === "x" && (grows === 1 ? "right-0 translate-x-1/2" : "left-0"),
        axis === "y" && (grows === 1 ? "bottom-0 translate-y-1/2" : "top-0"),
      )}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { at: at(event), size };
      }}
      onPointerMove={(event) => move(event, false)}
      onPointerUp={(event) => move(event, true)}
      onPointerCancel={(event) => move(event, true)}
      onKeyDown={key}
    />
  );
}
