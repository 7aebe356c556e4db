import type { PointerEvent } from "react";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { disconnectEdges } from "./commands.ts";
import { drawnWires } from "./drawn.ts";
import { useShown } from "./shown.ts";
import { toFlow } from "./surface.ts";
import { wiresCut, type Point } from "./wirePath.ts";

/** Cutting wires by a stroke across them: the right button drawn with Ctrl held, as in Blender. */

const isStroke = (event: { readonly button: number; readonly ctrlKey: boolean }): boolean =>
  event.button === 2 && event.ctrlKey;

/** Begins a stroke; it follows the pointer wherever it goes until the button is let go. */
export function startCut(event: PointerEvent): void {
  if (!isStroke(event) || activeTab(useBoards.getState())?.readOnly === true) return;
  event.preventDefault();
  event.stopPropagation();
  const ended = new AbortController();
  const { signal } = ended;
  const { pointerId } = event;
  atCanvas({ cutting: [{ x: event.clientX, y: event.clientY }] });
  const stop = (cuts: boolean): void => {
    ended.abort();
    const stroke = useCanvas.getState().cutting ?? [];
    atCanvas({ cutting: null });
    if (cuts) disconnectEdges(wiresCut(stroke.map(toFlow), drawnWires(useShown.getState().edges)));
  };
  const options = { signal, capture: true };
  addEventListener(
    "pointermove",
    ({ clientX: x, clientY: y, pointerId: moved }) => {
      if (moved === pointerId) extend({ x, y });
    },
    options,
  );
  addEventListener("pointerup", () => stop(true), options);
  addEventListener("pointercancel", () => stop(false), options);
  addEventListener("keydown", ({ key }) => key === "Escape" && stop(false), options);
}

/** px between two points of a stroke: more would show no more. */
const stride = 4;

function extend(to: Point): void {
  const stroke = useCanvas.getState().cutting;
  const last = stroke?.at(-1);
  if (stroke === null || last === undefined) return;
  if (Math.hypot(to.x - last.x, to.y - last.y) >= stride) atCanvas({ cutting: [...stroke, to] });
}

/** Where the menu would open, the stroke has the button. */
export const isCutting = (event: { readonly button: number; readonly ctrlKey: boolean }): boolean =>
  isStroke(event) || useCanvas.getState().cutting !== null;

/** The stroke as it is drawn. */
export function CutStroke() {
  const stroke = useCanvas((state) => state.cutting);
  if (stroke === null) return null;
  return (
    <svg className="cut-stroke" aria-hidden>
      <polyline points={stroke.map(({ x, y }) => `${x},${y}`).join(" ")} />
    </svg>
  );
}
