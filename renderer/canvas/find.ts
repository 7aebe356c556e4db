import { setParams } from "../../shared/board/edits.ts";
import { compareOnCanvas, nodeIdsOf, nodeOf } from "../../shared/board/graph.ts";
import type { Board, BoardNode, NodeId } from "../../shared/board/schema.ts";
import { definitionOf } from "../../shared/nodes/registry.ts";

/** Finds words, ids and values on a board, and replaces words in its texts. */

export interface Find {
  readonly nodeId: NodeId;
  /** The param that it is found in; empty for the name or the id of the node. */
  readonly field: string;
}

const anyCase = (words: string): RegExp =>
  new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), "giu");

/** Where a query stands, in the order in which the nodes stand on the canvas. Nothing for an empty query. */
export function findIn(
  board: Board,
  query: string,
  nameOf: (id: NodeId) => string,
): readonly Find[] {
  if (query === "") return [];
  const words = anyCase(query);
  const meets = (value: unknown): boolean =>
    (typeof value === "string" && !value.startsWith("data:") && value.search(words) >= 0) ||
    (typeof value === "number" && String(value) === query);
  return nodeIdsOf(board)
    .toSorted((a, b) => compareOnCanvas(board, a, b))
    .flatMap((nodeId) => {
      const params = Object.entries(nodeOf(board, nodeId)?.params ?? {})
        .filter(([, value]) => meets(value))
        .map(([field]) => ({ nodeId, field }));
      const named = nodeId === query || meets(nameOf(nodeId));
      return named ? [{ nodeId, field: "" }, ...params] : params;
    });
}

/** The params of a node that are texts of the user's own. */
function textsOf(node: BoardNode): readonly string[] {
  const shape = definitionOf(node)?.params.shape ?? {};
  return Object.entries(shape).flatMap(([field, schema]) => {
    const hint: unknown = "meta" in schema && typeof schema.meta === "function" && schema.meta();
    const isText =
      typeof hint === "object" && hint !== null && "control" in hint && hint.control === "text";
    return isText ? [field] : [];
  });
}

/** Whether the words in a find can be replaced: they stand in a text. */
export function canReplace(board: Board, { nodeId, field }: Find): boolean {
  const node = nodeOf(board, nodeId);
  return node !== undefined && textsOf(node).includes(field);
}

/** Replaces every occurrence in the texts of the finds. The same board when a text would become too long. */
export function replaceIn(
  board: Board,
  finds: readonly Find[],
  query: string,
  words: string,
): Board {
  if (query === "") return board;
  const changes = finds.flatMap((find) => {
    const text = nodeOf(board, find.nodeId)?.params[find.field];
    if (typeof text !== "string" || !canReplace(board, find)) return [];
    // A function, because `$` means something in a string that replaces.
    const params = { [find.field]: text.replaceAll(anyCase(query), () => words) };
    return [{ id: find.nodeId, params }];
  });
  return setParams(board, changes);
}
