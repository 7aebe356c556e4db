import { Command } from "cmdk";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nodeOf } from "../../shared/board/graph.ts";
import type { Board, EdgeEnd, NodeId } from "../../shared/board/schema.ts";
import { portsOf, type PortPlace } from "../nodes/size.ts";
import { portName } from "../nodes/words.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { boardNow, connectPorts, edgeAt, nameOf } from "./commands.ts";
import { rank } from "./rank.ts";
import { SearchBox } from "./SearchBox.tsx";
import { centre, focusCanvas } from "./surface.ts";
import { fittingPorts, wireEnds, type OpenWire } from "./wiring.ts";

/** Wires without a mouse: the ports of one node and everything that fits them, as one list to search. */
export function ConnectTo() {
  const id = useCanvas((state) => state.connecting);
  return id === null ? null : <List id={id} />;
}

/** More than anybody reads; the search finds the rest. */
const shownLimit = 60;

function List({ id }: { readonly id: NodeId }) {
  const { t } = useTranslation("canvas");
  const [query, setQuery] = useState("");
  const board = boardNow();
  const close = (): void => {
    atCanvas({ connecting: null });
    focusCanvas(id);
  };
  if (board === undefined) return null;
  const name = nameOf(id);
  const { x, y } = centre();
  return (
    <SearchBox
      label={t("connect.name", { name })}
      placeholder={t("connect.placeholder")}
      query={query}
      onQuery={setQuery}
      onClose={close}
      at={{ x: x - 160, y: y - 200 }}
      empty={t("connect.none")}
    >
      {wiresOf(board, id).map(({ port, wire }) => {
        const found = rank(query, targetsOf(board, wire)).slice(0, shownLimit);
        if (found.length === 0) return null;
        const own = portName(nodeOf(board, id)?.type ?? "", port.name);
        return (
          <Command.Group
            key={`${port.side}-${port.name}`}
            heading={t(wire.side === "output" ? "connect.from" : "connect.to", { port: own })}
            className="search-group"
          >
            {found.map((target) => (
              <Command.Item
                key={target.key}
                value={`${port.side}/${port.name}/${target.key}`}
                className={`search-item kind-${port.kind ?? "neutral"}`}
                onSelect={() => {
                  const { from, to } = wireEnds(wire, target.end);
                  connectPorts(from, to);
                  close();
                }}
              >
                <span className="board-node-mark mt-1" />
                <span className="min-w-0 flex-1 truncate">{target.name}</span>
                <span className="text-label text-ink-soft">{target.port}</span>
                {target.taken && (
                  <span className="text-label text-stale">{t("connect.wired")}</span>
                )}
              </Command.Item>
            ))}
          </Command.Group>
        );
      })}
    </SearchBox>
  );
}

interface OwnWire {
  readonly port: PortPlace;
  readonly wire: OpenWire;
}

/** Outputs first: that is how people think of wires. */
function wiresOf(board: Board, id: NodeId): readonly OwnWire[] {
  const ports = portsOf(nodeOf(board, id)?.type ?? "");
  return ports
    .toSorted((a, b) => Number(a.side === "input") - Number(b.side === "input"))
    .map((port) => ({ port, wire: { end: { node: id, port: port.name }, side: port.side } }));
}

interface Target {
  readonly key: string;
  readonly end: Pick<EdgeEnd, "node" | "port">;
  readonly name: string;
  readonly port: string;
  readonly words: string;
  /** An edge is there that would be replaced. */
  readonly taken: boolean;
}

const targetsOf = (board: Board, wire: OpenWire): readonly Target[] =>
  fittingPorts(board, wire).map((end) => {
    const type = nodeOf(board, end.node)?.type ?? "";
    const port = portName(type, end.port);
    const many = portsOf(type).find((place) => place.name === end.port)?.many === true;
    return {
      key: `${end.node}/${end.port}`,
      end,
      name: nameOf(end.node),
      port,
      words: port,
      taken: wire.side === "output" && !many && edgeAt(board, end) !== undefined,
    };
  });
