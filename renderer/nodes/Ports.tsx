import { Handle, Position } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import { useCanvas } from "../canvas/canvasStore.ts";
import { portKey } from "../canvas/wiring.ts";
import { classes } from "../ui/classes.ts";
import { portsOf, portY, type PortPlace } from "./size.ts";
import { portName } from "./words.ts";

interface PortsProps {
  readonly id: NodeId;
  readonly type: string;
  readonly extra: readonly PortPlace[] | undefined;
  readonly collapsed: boolean;
}

export const Ports = memo(function Ports({ id, type, extra, collapsed }: PortsProps) {
  const ports = extra === undefined ? portsOf(type) : [...portsOf(type), ...extra];
  return ports.map((port) => (
    <Port key={`${port.side}-${port.name}`} id={id} type={type} port={port} collapsed={collapsed} />
  ));
});

interface PortProps {
  readonly id: NodeId;
  readonly type: string;
  readonly port: PortPlace;
  readonly collapsed: boolean;
}

function Port({ id, type, port, collapsed }: PortProps) {
  const { t } = useTranslation("canvas");
  const fit = useCanvas(({ wiring }) => {
    if (wiring === null) return undefined;
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
      isConnectable={port.kind !== undefined}
      data-fit={fit}
      role="img"
      aria-label={t(`port.${port.side}`, { name })}
    >
      <span className="port-name" aria-hidden>
        {name}
      </span>
    </Handle>
  );
}
