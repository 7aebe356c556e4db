import "./ports.css";
import { Handle, Position } from "@xyflow/react";
import { memo, type MouseEvent } from "react";
import { flushSync } from "react-dom";
import { useWords } from "../locales/useWords.ts";
import { edgesInto } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { atCanvas, useCanvas } from "../canvas/canvasStore.ts";
import { portKey } from "../canvas/wiring.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { look, useView } from "../stores/viewStore.ts";
import { classes } from "../ui/classes.ts";
import { portsOf, portY, type PortPlace } from "./size.ts";
import { portName } from "./words.ts";

interface PortsProps {
  readonly id: NodeId;
  readonly type: string;
  readonly extra: readonly PortPlace[] | undefined;
  readonly collapsed: boolean;
  readonly far: boolean;
}

/**
 * React Flow's own ports follow every change of the canvas. They are only there for the node under the pointer, and for
 * all while a wire is dragged; the others are but drawn, and from far away not even that.
 */
export const Ports = memo(function Ports({ id, type, extra, collapsed, far }: PortsProps) {
  const pointed = useView((view) => view.pointedAt?.nodeId === id);
  const wiring = useCanvas((state) => state.wiring !== null);
  const ports = extra === undefined ? portsOf(type) : [...portsOf(type), ...extra];
  const isLive = pointed || wiring;
  if (far && !isLive) return null;
  const Each = isLive ? Port : DrawnPort;
  return ports.map((port) => (
    <Each key={`${port.side}-${port.name}`} id={id} type={type} port={port} collapsed={collapsed} />
  ));
});

interface PortProps {
  readonly id: NodeId;
  readonly type: string;
  readonly port: PortPlace;
  readonly collapsed: boolean;
}

function DrawnPort({ id, type, port, collapsed }: PortProps) {
  const { t } = useWords("canvas");
  const side = port.side === "input" ? "target" : "source";
  return (
    <span
      className={`port nodrag nopan kind-${port.kind ?? "neutral"} ${side}`}
      style={{ top: portY(port, collapsed) }}
      onMouseDownCapture={(event) => event.button === 0 && handOn(event, id, port.name, side)}
      role="img"
      aria-label={t(`port.${port.side}`, { name: portName(type, port.name) })}
    />
  );
}

/** A press that comes before the pointer was seen over the node: it is for the port that comes in this one's place. */
function handOn(event: MouseEvent, nodeId: NodeId, name: string, side: string): void {
  const node = event.currentTarget.closest(".react-flow__node");
  const { clientX, clientY } = event;
  flushSync(() => look({ pointedAt: { nodeId, field: "" } }));
  node
    ?.querySelector(`.react-flow__handle.${side}[data-handleid="${CSS.escape(name)}"]`)
    ?.dispatchEvent(new globalThis.MouseEvent("mousedown", { bubbles: true, clientX, clientY }));
}

export function Port({ id, type, port, collapsed }: PortProps) {
  const { t } = useWords("canvas");
  const fit = useCanvas(({ wiring, aim }) => {
    if (wiring === null) return undefined;
    if (aim?.node === id && aim.port === port.name && aim.side === port.side) return "aim";
    const { end, side } = wiring.wire;
    if (end.node === id && end.port === port.name && side === port.side) return "held";
    return wiring.fits.has(portKey(id, port.side, port.name)) ? "yes" : "no";
  });
  const name = portName(type, port.name);
  return (
    <Handle
      id={port.name}
      type={port.side === "input" ? "target" : "source"}
      position={port.side === "input" ? Position.Left : Position.Right}
      className={classes("port", `kind-${port.kind ?? "neutral"}`)}
      style={{ top: portY(port, collapsed) }}
      isConnectable={port.kind !== undefined || type === "reroute"}
      data-fit={fit}
      onMouseDownCapture={(event) => {
        if (event.button === 0 && port.side === "input" && !port.many && takeOff(event, id, port)) {
          event.stopPropagation();
        }
      }}
      role="img"
      aria-label={t(`port.${port.side}`, { name })}
    >
      <span className="port-name" aria-hidden>
        {name}
      </span>
    </Handle>
  );
}

/**
 * Dragging from an input that takes one wire takes that wire off, as in every node editor: the press is handed on to
 * the grip that React Flow puts on the end of the wire that is pointed at. False when nothing is wired there.
 */
function takeOff(event: MouseEvent, node: NodeId, port: PortPlace): boolean {
  const board = activeBoard(useBoards.getState());
  const edge = board && edgesInto(board, node, port.name)[0]?.id;
  if (edge === undefined) return false;
  flushSync(() => atCanvas({ pointedWire: edge }));
  const flow = event.currentTarget.closest(".react-flow");
  const grip = flow?.querySelector(
    `.react-flow__edge[data-id="${edge}"] .react-flow__edgeupdater-target`,
  );
  const { clientX, clientY } = event;
  return (
    grip?.dispatchEvent(
      new globalThis.MouseEvent("mousedown", { bubbles: true, clientX, clientY }),
    ) === true
  );
}
