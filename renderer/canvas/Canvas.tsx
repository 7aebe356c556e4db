import "@xyflow/react/dist/base.css";
import "./canvas.css";
import {
  ReactFlow,
  ReactFlowProvider,
  useKeyPress,
  useStoreApi,
  type OnMove,
  type Viewport,
} from "@xyflow/react";
import {
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  type PointerEvent,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import { afterBoard } from "../app/afterBoard.ts";
import { FromDistance } from "../nodes/distance.ts";
import { NodeView } from "../nodes/NodeView.tsx";
import { RerouteView } from "../nodes/RerouteView.tsx";
import { isMac } from "../commands/isMac.ts";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { useOpening } from "../stores/opening.ts";
import { look, useView } from "../stores/viewStore.ts";
import { startBox } from "./boxing.ts";
import { boxesOf } from "./beginning.ts";
import { useCanvas } from "./canvasStore.ts";
import { followClipboard } from "./clipboard.ts";
import { firstView, type ViewSize } from "./firstView.ts";
import type { FlowEdge } from "./flowOf.ts";
import { useFlow } from "./flowStore.ts";
import { Grid } from "./Grid.tsx";
import { Guides } from "./Guides.tsx";
import { handlers } from "./handlers.ts";
import { addsClick, noteHeld } from "./held.ts";
import { createMenuTrigger } from "./menuTrigger.ts";
import { Refusal } from "./Refusal.tsx";
import { SelectionBox } from "./SelectionBox.tsx";
import { showAround, useShown } from "./shown.ts";
import { startStroke, Stroke } from "./Stroke.tsx";
import { bringIntoView, endGesture, setElement } from "./surface.ts";
import { Surveyor } from "./Surveyor.tsx";
import { useWheel } from "./useWheel.ts";
import { LooseWire, Wire } from "./Wire.tsx";
import { ZoomControls } from "./ZoomControls.tsx";

const Announcer = afterBoard(async () => (await import("./Announcer.tsx")).Announcer);
const MiniMap = afterBoard(async () => (await import("./MiniMap.tsx")).MiniMap);
const NodeMenu = afterBoard(async () => (await import("./NodeMenu.tsx")).NodeMenu);
const OnDemand = afterBoard(async () => (await import("./OnDemand.tsx")).OnDemand);

const nodeTypes = { board: NodeView, reroute: RerouteView };
const edgeTypes = { wire: Wire };
/** Left and middle button; the right one opens the menu. */
const panButtons = [0, 1];
/** Elsewhere the wheel itself tells that Ctrl is held. */
const zoomKey = isMac ? "Meta" : null;

/** Where each open board was last looked at, by tab. */
const viewports = new Map<string, Viewport>();

const onPointerDownCapture = (event: PointerEvent): void => {
  noteHeld(event);
  startStroke(event);
  startBox(event);
};

/** The board as a graph. */
export function Canvas() {
  const tabId = useBoards((state) => state.activeId);
  const [size, setSize] = useState<ViewSize>();
  // Known before the first node is drawn, so that only what will be in view is drawn at all.
  const measure = useCallback((element: HTMLDivElement | null) => {
    if (element === null) return;
    setSize({ width: element.clientWidth, height: element.clientHeight });
  }, []);
  useEffect(() => {
    const ended = new AbortController();
    followClipboard(ended.signal);
    return () => ended.abort();
  }, []);
  useReveal();
  const [menu] = useState(createMenuTrigger);
  return (
    <>
      <div
        className="canvas absolute inset-0"
        ref={measure}
        onPointerDownCapture={onPointerDownCapture}
        {...menu.listeners}
      >
        {size !== undefined && <Plane key={tabId} tabId={tabId} size={size} />}
      </div>
      <Suspense>
        <NodeMenu trigger={menu.take} />
        <OnDemand />
        <Announcer />
      </Suspense>
      <Refusal />
      <Stroke />
    </>
  );
}

/** Lists, problems and the request ask for a node to be shown. */
function useReveal(): void {
  useEffect(
    () =>
      useView.subscribe((state, before) => {
        if (state.reveal !== null && state.reveal !== before.reveal) {
          bringIntoView(state.reveal.nodeId);
        }
      }),
    [],
  );
}

function useHoldable(edges: FlowEdge[], readOnly: boolean): FlowEdge[] {
  const pointed = useCanvas((state) => (readOnly ? null : state.pointedWire));
  return useMemo(() => {
    if (pointed === null) return edges;
    return edges.map((edge) => (edge.id === pointed ? { ...edge, reconnectable: true } : edge));
  }, [edges, pointed]);
}

/** Tells React Flow with each press whether it adds: were it told the keys, it would draw its plane again with each of them. */
function useAdding(): () => void {
  const store = useStoreApi();
  return useCallback(() => {
    const adds = addsClick();
    if (store.getState().multiSelectionActive !== adds) {
      store.setState({ multiSelectionActive: adds });
    }
  }, [store]);
}

interface PlaneProps {
  readonly tabId: string;
  readonly size: ViewSize;
}

/** The canvas of one board, with all that will be in view there from its first drawing. */
function Plane({ tabId, size }: PlaneProps): ReactNode {
  const [first] = useState(() => {
    const { opening } = useOpening.getState();
    const boxes = opening === null ? useFlow.getState().nodes : boxesOf(opening.board);
    const view = viewports.get(tabId) ?? firstView(boxes, size);
    showAround({ ...view, ...size });
    return { view, ...useShown.getState() };
  });
  // Said before the first picture: what shows the zoom would have to be drawn again.
  useLayoutEffect(() => look({ zoom: first.view.zoom }), [first]);
  return (
    <ReactFlowProvider
      initialNodes={first.nodes}
      initialEdges={first.edges}
      initialWidth={size.width}
      initialHeight={size.height}
    >
      <Unmeasured />
      <FromDistance>
        <Flow tabId={tabId} size={size} first={first.view} />
      </FromDistance>
    </ReactFlowProvider>
  );
}

/**
 * Keeps React Flow from measuring: every size and port position is given, so it need not read a node's box from the page
 * each time one scrolls into view, which is much of what panning would cost. Stands before React Flow, which asks once.
 */
function Unmeasured(): ReactNode {
  const store = useStoreApi();
  useState(() => store.setState({ updateNodeInternals: () => {} }));
  return null;
}

interface FlowProps extends PlaneProps {
  /** Where the canvas looks at the beginning. */
  readonly first: Viewport;
}

function Flow({ tabId, size, first }: FlowProps): ReactNode {
  const { t } = useTranslation("canvas");
  const nodes = useShown((shown) => shown.nodes);
  const readOnly = useBoards((state) => activeTab(state)?.readOnly ?? false);
  const edges = useHoldable(
    useShown((shown) => shown.edges),
    readOnly,
  );
  const onMoveEnd = useCallback<OnMove>(
    (_event, viewport) => {
      endGesture();
      viewports.set(tabId, viewport);
    },
    [tabId],
  );
  const tellAdding = useAdding();
  const wheel = useWheel();
  // With Space held, or the hand chosen, a drag pans wherever it begins.
  const hand = useCanvas((state) => state.hand);
  const panning = useKeyPress("Space") || hand;
  return (
    <ReactFlow
      ref={setElement}
      tabIndex={-1}
      data-focus-home
      aria-label={t("name")}
      {...handlers}
      onPointerDownCapture={tellAdding}
      onMoveEnd={onMoveEnd}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      width={size.width}
      height={size.height}
      defaultViewport={first}
      minZoom={0.05}
      maxZoom={2.5}
      onlyRenderVisibleElements
      connectionLineComponent={LooseWire}
      connectionRadius={26}
      connectOnClick={false}
      {...(panning && { className: "panning" })}
      nodesDraggable={!readOnly && !panning}
      elementsSelectable={!hand}
      nodesConnectable={!readOnly}
      edgesReconnectable={false}
      edgesFocusable={false}
      deleteKeyCode={null}
      disableKeyboardA11y
      autoPanOnNodeFocus={false}
      panOnDrag={panButtons}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      zoomActivationKeyCode={zoomKey}
      zoomOnDoubleClick={false}
      elevateNodesOnSelect={false}
      {...wheel}
      proOptions={hideAttribution}
    >
      {furniture}
    </ReactFlow>
  );
}

/** The same elements each time: none of them depends on what is drawn. */
const furniture = (
  <>
    <Surveyor />
    <Grid />
    <SelectionBox />
    <ZoomControls />
    <Suspense>
      <MiniMap />
    </Suspense>
    <Guides />
  </>
);

// React Flow is used under its MIT licence and named in the README.
const hideAttribution = { hideAttribution: true };
