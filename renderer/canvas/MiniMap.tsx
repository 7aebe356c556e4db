import { Panel, useStore } from "@xyflow/react";
import { useCallback, useState, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { nodeOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { definitionOf } from "../../shared/nodes/registry.ts";
import type { Problem } from "../../shared/compile/compiled.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useFlow } from "./flowStore.ts";
import type { FlowNode } from "./flowOf.ts";
import { boundsOf, fitInto, type Box, type Fit } from "./miniMapFit.ts";
import { lookAt } from "./surface.ts";

const width = 152;
const height = 94;

/** ms that nothing must have changed for, and that the overview may be behind at most while something does. */
const pause = 120;
const latest = 1000;

/**
 * An overview of the board: one drawing, made again once a gesture pauses, where React Flow's own keeps an element and
 * a subscription for each node.
 */
export function MiniMap() {
  const { t } = useTranslation("canvas");
  const [fit, setFit] = useState<Fit>();
  const attach = useCallback((canvas: HTMLCanvasElement) => keepDrawn(canvas, setFit), []);
  return (
    <Panel
      position="bottom-right"
      className="minimap nokey"
      aria-label={t("minimap")}
      role="img"
      data-empty={fit === undefined || undefined}
    >
      <canvas ref={attach} width={width * 2} height={height * 2} style={{ width, height }} />
      {fit !== undefined && <Window fit={fit} />}
    </Panel>
  );
}

/** Draws whenever something that shows has changed; returns how to stop. */
function keepDrawn(canvas: HTMLCanvasElement, tell: (fit: Fit | undefined) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawn: readonly unknown[] = [];
  let since: number | undefined;
  const drawNow = (): void => {
    since = undefined;
    const { nodes } = useFlow.getState();
    const board = activeBoard(useBoards.getState());
    const { problemsByNode } = useCompiled.getState();
    const theme = document.documentElement.dataset["theme"];
    const now = [nodes, board?.nodes, board?.layout, problemsByNode, theme];
    if (board === undefined || now.every((value, i) => value === drawn[i])) return;
    drawn = now;
    const bounds = boundsOf(nodes);
    const fit = bounds && fitInto(bounds, { width, height });
    if (fit !== undefined) draw(canvas, nodes, board, problemsByNode, fit);
    tell(fit);
  };
  const soon = (): void => {
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(drawNow, Math.max(0, Math.min(pause, since + latest - now)));
  };
  drawNow();
  const stops = [useFlow, useBoards, useCompiled].map((store) => store.subscribe(soon));
  const theme = new MutationObserver(soon);
  theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    clearTimeout(timer);
    theme.disconnect();
    for (const stop of stops) stop();
  };
}

/** What of the board is in view; dragging it, or a press anywhere, moves the canvas. */
function Window({ fit }: { readonly fit: Fit }) {
  const transform = useStore((state) => state.transform);
  const paneWidth = useStore((state) => state.width);
  const paneHeight = useStore((state) => state.height);
  const [x, y, zoom] = transform;
  const box = {
    left: fit.x + (-x / zoom) * fit.scale,
    top: fit.y + (-y / zoom) * fit.scale,
    width: (paneWidth / zoom) * fit.scale,
    height: (paneHeight / zoom) * fit.scale,
  };
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if ((event.buttons & 1) === 0) return;
    const at = event.currentTarget.getBoundingClientRect();
    const flowX = (event.clientX - at.left - fit.x) / fit.scale;
    const flowY = (event.clientY - at.top - fit.y) / fit.scale;
    lookAt({ x: paneWidth / 2 - flowX * zoom, y: paneHeight / 2 - flowY * zoom, zoom });
  };
  return (
    <div
      className="absolute inset-0 cursor-pointer"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <div className="minimap-window" style={box} />
    </div>
  );
}

function draw(
  canvas: HTMLCanvasElement,
  nodes: readonly FlowNode[],
  board: Board,
  problems: ReadonlyMap<NodeId, readonly Problem[]>,
  fit: Fit,
): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const style = getComputedStyle(canvas);
  const colors = new Map<string, string>();
  const color = (name: string): string => {
    const known = colors.get(name) ?? style.getPropertyValue(`--${name}`);
    colors.set(name, known);
    return known;
  };
  context.setTransform(2, 0, 0, 2, 0, 0);
  context.clearRect(0, 0, width, height);
  for (const flow of nodes) {
    // React Flow's ids are those of the board's own nodes.
    const id = flow.id as NodeId;
    const node = nodeOf(board, id);
    if (node === undefined) continue;
    context.globalAlpha = node.mode === "muted" ? 0.3 : flow.selected === true ? 1 : 0.62;
    context.fillStyle = hasError(problems.get(id))
      ? color("failed")
      : color(`kind-${definitionOf(node)?.color ?? "neutral"}`);
    const box = place(flow, fit);
    if (node.type === "frame") {
      context.strokeStyle = board.layout[id]?.color ?? color("kind-neutral");
      context.strokeRect(box.x, box.y, box.width, box.height);
      continue;
    }
    context.fillRect(box.x, box.y, box.width, box.height);
  }
}

const hasError = (problems: readonly Problem[] | undefined): boolean =>
  problems?.some(({ severity }) => severity === "error") === true;

const place = ({ position, width = 0, height = 0 }: FlowNode, fit: Fit): Box => ({
  x: fit.x + position.x * fit.scale,
  y: fit.y + position.y * fit.scale,
  // A node is never too small to be seen.
  width: Math.max(1.5, width * fit.scale),
  height: Math.max(1.5, height * fit.scale),
});
