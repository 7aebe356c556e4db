import { Command } from "cmdk";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { edgeOf, nodeOf, portOf } from "../../shared/board/graph.ts";
import { canInsert, insertIntoEdge } from "../../shared/board/insert.ts";
import type { Board, EdgeId, NodeId } from "../../shared/board/schema.ts";
import { portName } from "../nodes/words.ts";
import { edit } from "../stores/boardStore.ts";
import { atCanvas, useCanvas, type WirePurpose } from "./canvasStore.ts";
import { boardNow, disconnectEdges, ids, nameOf } from "./commands.ts";
import { edgesOfNode } from "./flowStore.ts";
import { rank } from "./rank.ts";
import { rerouteEdges } from "./rerouting.ts";
import { SearchBox } from "./SearchBox.tsx";
import { centre, focusCanvas } from "./surface.ts";

/** Wires without a mouse: those of a node, to cut one or put a reroute into it, or those that take the node. */
export function WireList() {
  const asked = useCanvas((state) => state.wires);
  return asked === null ? null : <List {...asked} />;
}

interface ListProps {
  readonly node: NodeId;
  readonly purpose: WirePurpose;
}

const offered: Record<WirePurpose, (board: Board, node: NodeId) => readonly EdgeId[]> = {
  disconnect: edgesOfNode,
  // Ids of a board's edges are its own.
  insert: (board, node) =>
    (Object.keys(board.edges) as EdgeId[]).filter((id) => canInsert(board, id, node)),
  reroute: edgesOfNode,
};

const doings: Record<WirePurpose, (wire: EdgeId, node: NodeId) => void> = {
  disconnect: (wire) => disconnectEdges([wire]),
  insert: (wire, node) =>
    edit({ key: "insert", values: { name: nameOf(node) } }, (board) =>
      insertIntoEdge(board, wire, node, ids.edge()),
    ),
  reroute: (wire) => rerouteEdges([wire]),
};

function List({ node, purpose }: ListProps) {
  const { t } = useTranslation("canvas");
  const [query, setQuery] = useState("");
  const board = boardNow();
  if (board === undefined) return null;
  const close = (): void => {
    atCanvas({ wires: null });
    focusCanvas(node);
  };
  const { x, y } = centre();
  const wires = offered[purpose](board, node).flatMap((id) => wireOf(board, id) ?? []);
  return (
    <SearchBox
      label={t(`wires.${purpose}`, { name: nameOf(node) })}
      placeholder={t("wires.placeholder")}
      query={query}
      onQuery={setQuery}
      onClose={close}
      at={{ x: x - 160, y: y - 200 }}
      empty={t(query === "" ? `wires.none.${purpose}` : "wires.notFound")}
    >
      {rank(query, wires).map(({ id, kind, name, words }) => (
        <Command.Item
          key={id}
          value={id}
          className={`search-item kind-${kind}`}
          onSelect={() => {
            doings[purpose](id, node);
            close();
          }}
        >
          <span className="board-node-mark mt-1" />
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <span className="text-label text-ink-soft">{words}</span>
        </Command.Item>
      ))}
    </SearchBox>
  );
}

/** A wire as the list names it: its two nodes, and the port that it ends at. */
function wireOf(board: Board, id: EdgeId) {
  const edge = edgeOf(board, id);
  if (edge === undefined) return undefined;
  const { from, to } = edge;
  return {
    id,
    kind: portOf(board, from, "output")?.kind ?? "neutral",
    name: `${nameOf(from.node)} → ${nameOf(to.node)}`,
    words: portName(nodeOf(board, to.node)?.type ?? "", to.port),
  };
}
