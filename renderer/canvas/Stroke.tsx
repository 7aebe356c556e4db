import type { PointerEvent } from "react";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { disconnectEdges } from "./commands.ts";
import { drawnWires } from "./drawn.ts";
import { rerouteAt } from "./rerouting.ts";
import { useShown } from "./shown.ts";
import { toFlow } from "./surface.ts";
import { wiresCrossed } from "./wirePath.ts";

/** Strokes across wires, drawn with the right button as in Blender: with Ctrl or Command they cut, with Shift they put reroutes. */

interface Held {
  readonly button: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

function meaningOf({ button, ctrlKey, metaKey, shiftKey }: Held): "cut" | "reroute" | undefined {
  const cuts = ctrlKey || metaKey;
  if (button !== 2 || cuts === shiftKey) return undefined;
  return cuts ? "cut" : "reroute";
}

/** Begins a stroke; it follows the pointer wherever it goes until the button is let go. */
export function startStroke(event: PointerEvent): void {
  const does = meaningOf(event);
  if (does === undefined || activeTab(useBoards.getState())?.readOnly === true) return;
  event.preventDefault();
  event.stopPropagation();
  const ended = new AbortController();
  const { signal } = ended;
  const { pointerId } = event;
  atCanvas({ stroke: { does, points: [{ x: event.clientX, y: event.clientY }] } });
  const stop = (isDone: boolean): void => {
    ended.abort();
    const points = useCanvas.getState().stroke?.points ?? [];
    atCanvas({ stroke: null });
    if (!isDone) return;
    const crossed = wiresCrossed(points.map(toFlow), drawnWires(useShown.getState().edges));
    if (does === "cut") disconnectEdges(crossed.map(({ id }) => id));
    else rerouteAt(crossed);
  };
  const options = { signal, capture: true };
  addEventListener(
    "pointermove",
    ({ clientX: x, clientY: y, pointerId: moved }) => {
      if (moved === pointerId) extend(x, y);
    },
    options,
  );
  addEventListener("pointerup", () => stop(true), options);
  addEventListener("pointercancel", () => stop(false), options);
  addEventListener("keydown", ({ key }) => key === "Escape" && stop(false), options);
}

/** px between two points of a stroke: more would show no more. */
const stride = 4;

function extend(x: number, y: number): void {
  const { stroke } = useCanvas.getState();
  const last = stroke?.points.at(-1);
  if (stroke === null || last === undefined || Math.hypot(x - last.x, y - last.y) < stride) return;
  atCanvas({ stroke: { ...stroke, points: [...stroke.points, { x, y }] } });
}

/** Where the menu would open, the stroke has the button. */
export const isStroking = (event: Held): boolean =>
  meaningOf(event) !== undefined || useCanvas.getState().stroke !== null;

/** The stroke as it is drawn. */
export function Stroke() {
  const stroke = useCanvas((state) => state.stroke);
  if (stroke === null) return null;
  return (
    <svg className="wire-stroke" data-does={stroke.does} aria-hidden>
      <polyline points={stroke.points.map(({ x, y }) => `${x},${y}`).join(" ")} />
    </svg>
  );
}
