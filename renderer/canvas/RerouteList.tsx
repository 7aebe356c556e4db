import { Command } from "cmdk";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { edgeOf, nodeOf, portOf } from "../../shared/board/graph.ts";
import type { Board, EdgeId, NodeId } from "../../shared/board/schema.ts";
import { portName } from "../nodes/words.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { boardNow, nameOf } from "./commands.ts";
import { edgesOfNode } from "./flowStore.ts";
import { rank } from "./rank.ts";
import { rerouteEdges } from "./rerouting.ts";
import { SearchBox } from "./SearchBox.tsx";
import { centre, focusCanvas } from "./surface.ts";

/** Reroutes without a mouse: the wires of one node, as a list to choose from. */
export function RerouteList() {
  const id = useCanvas((state) => state.rerouting);
  return id === null ? null : <List id={id} />;
}

function List({ id }: { readonly id: NodeId }) {
  const { t } = useTranslation("canvas");
  const [query, setQuery] = useState("");
  const board = boardNow();
  const { x, y } = centre();
  if (board === undefined) return null;
  return (
    <SearchBox
      label={t("reroute.name", { name: nameOf(id) })}
      placeholder={t("reroute.placeholder")}
      query={query}
      onQuery={setQuery}
      onClose={() => {
        atCanvas({ rerouting: null });
        focusCanvas(id);
      }}
      at={{ x: x - 160, y: y - 200 }}
      empty={t("reroute.none")}
    >
      {rank(query, wiresOf(board, id)).map((wire) => (
        <Command.Item
          key={wire.id}
          value={wire.id}
          className={`search-item kind-${wire.kind}`}
          onSelect={() => {
            atCanvas({ rerouting: null });
            rerouteEdges([wire.id]);
          }}
        >
          <span className="board-node-mark mt-1" />
          <span className="min-w-0 flex-1 truncate">{wire.name}</span>
          <span className="text-label text-ink-soft">{wire.words}</span>
        </Command.Item>
      ))}
    </SearchBox>
  );
}

interface ListedWire {
  readonly id: EdgeId;
  readonly name: string;
  /** The port on this side. */
  readonly words: string;
  readonly kind: string;
}

const wiresOf = (board: Board, node: NodeId): readonly ListedWire[] =>
  edgesOfNode(board, node).flatMap((id) => {
    const edge = edgeOf(board, id);
    if (edge === undefined) return [];
    const { from, to } = edge;
    const own = from.node === node ? from : to;
    return [
      {
        id,
        name: `${nameOf(from.node)} → ${nameOf(to.node)}`,
        words: portName(nodeOf(board, node)?.type ?? "", own.port),
        kind: portOf(board, from, "output")?.kind ?? "neutral",
      },
    ];
  });
