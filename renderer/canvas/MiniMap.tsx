import { Panel, useStoreApi } from "@xyflow/react";
import { useCallback, useState, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { usePanel } from "../app/usePanel.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useOpening } from "../stores/opening.ts";
import { useView } from "../stores/viewStore.ts";
import { useFlow } from "./flowStore.ts";
import { boundsOf, fitInto, sameFit, type Fit } from "./miniMapFit.ts";
import { colorsOf, marksOf, type Marks } from "./miniMapMarks.ts";
import type { MiniMapOrder } from "./miniMapOrder.ts";
import { lookAt } from "./surface.ts";

const width = 152;
const height = 94;
/** Device px for each of them. */
const scale = 2;

/** ms that nothing must have changed for, and that the overview may be behind at most while something does. */
const pause = 120;
const latest = 1000;

/**
 * An overview of the board: one drawing, made again once a gesture pauses, where React Flow's own keeps an element and
 * a subscription for each node.
 */
export function MiniMap() {
  return usePanel("miniMap").open ? <Overview /> : null;
}

function Overview() {
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
      <canvas
        ref={attach}
        width={width * scale}
        height={height * scale}
        style={{ width, height }}
      />
      {fit !== undefined && <Window fit={fit} />}
    </Panel>
  );
}

function fitOf(nodes: Parameters<typeof boundsOf>[0], before: Fit | undefined): Fit | undefined {
  const bounds = boundsOf(nodes);
  return bounds && sameFit(fitInto(bounds, { width, height }), before);
}

/** Draws whenever something that shows has changed; returns how to stop. */
function keepDrawn(canvas: HTMLCanvasElement, tell: (fit: Fit | undefined) => void): () => void {
  const painter = startPainter(canvas);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawn: readonly unknown[] = [];
  let marks: Marks | undefined;
  let since: number | undefined;
  const drawNow = (): void => {
    since = undefined;
    // Drawn when all of the board is known.
    if (useOpening.getState().opening !== null) return;
    const { nodes } = useFlow.getState();
    const board = activeBoard(useBoards.getState());
    const { problemsByNode } = useCompiled.getState();
    const { selectedNodes: selected } = useView.getState();
    const theme = document.documentElement.dataset["theme"];
    // A node that is moved, coloured or muted is another one in `nodes`; what is written in it shows nowhere here.
    const now = [nodes, problemsByNode, selected, theme];
    if (board === undefined || now.every((value, i) => value === drawn[i])) return;
    drawn = now;
    const fit = marks?.of.nodes === nodes ? marks.of.fit : fitOf(nodes, marks?.of.fit);
    marks = fit && marksOf({ nodes, board, problems: problemsByNode, selected, fit }, marks);
    if (marks !== undefined) {
      const style = getComputedStyle(canvas);
      const colors = colorsOf(marks, (name) => style.getPropertyValue(`--${name}`));
      painter.draw({ marks: marks.numbers, colors });
    }
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
  stops.push(
    useView.subscribe((state, before) => {
      if (state.selectedNodes !== before.selectedNodes) soon();
    }),
  );
  const theme = new MutationObserver(soon);
  theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    clearTimeout(timer);
    theme.disconnect();
    painter.stop();
    for (const stop of stops) stop();
  };
}

/** What of the board is in view; dragging it, or a press anywhere, moves the canvas. */
function Window({ fit }: { readonly fit: Fit }) {
  const store = useStoreApi();
  // Moved by hand: it goes along with every step of a pan, for which React need not draw anything.
  const follow = useCallback(
    (box: HTMLDivElement) => {
      const place = (): void => {
        const { transform, width: across, height: down } = store.getState();
        const [x, y, zoom] = transform;
        const scale = fit.scale / zoom;
        box.style.transform = `translate(${fit.x - x * scale}px, ${fit.y - y * scale}px)`;
        box.style.width = `${across * scale}px`;
        box.style.height = `${down * scale}px`;
      };
      place();
      return store.subscribe(place);
    },
    [store, fit],
  );
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if ((event.buttons & 1) === 0) return;
    const { transform, width: across, height: down } = store.getState();
    const [, , zoom] = transform;
    const at = event.currentTarget.getBoundingClientRect();
    const flowX = (event.clientX - at.left - fit.x) / fit.scale;
    const flowY = (event.clientY - at.top - fit.y) / fit.scale;
    lookAt({ x: across / 2 - flowX * zoom, y: down / 2 - flowY * zoom, zoom });
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
      <div className="minimap-window" ref={follow} />
    </div>
  );
}

/** The worker that draws on the canvas. Its first order brings the canvas along. */
function startPainter(element: HTMLCanvasElement): {
  readonly draw: (order: Pick<MiniMapOrder, "marks" | "colors">) => void;
  readonly stop: () => void;
} {
  const worker = new Worker(new URL("./miniMapWorker.ts", import.meta.url), { type: "module" });
  let canvas: OffscreenCanvas | undefined = element.transferControlToOffscreen();
  return {
    draw: ({ marks, colors }) => {
      const order: MiniMapOrder = { marks, colors, scale, ...(canvas && { canvas }) };
      // The marks are copied: the next ones are made from them.
      worker.postMessage(order, canvas ? [canvas] : []);
      canvas = undefined;
    },
    stop: () => worker.terminate(),
  };
}
