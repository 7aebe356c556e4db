import { compareOnCanvas, nodeIdsOf, nodeOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { paramsOf } from "../panels/params.ts";

/** Finds words, ids and values on a board. */

export interface Find {
  readonly nodeId: NodeId;
  /** The param that it is found in; empty for the name or the id of the node. */
  readonly field: string;
}

export const anyCase = (words: string): RegExp =>
  new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), "giu");

/** How things are called where they are shown. */
export interface Names {
  readonly ofNode: (id: NodeId) => string;
  readonly ofChoice: (type: string, field: string, value: string) => string;
}

const controlOf = (type: string, field: string) =>
  paramsOf(type).find(({ name }) => name === field)?.hint.control;

/** Where a query stands, in the order in which the nodes stand on the canvas. Nothing for an empty query. */
export function findIn(board: Board, query: string, names: Names): readonly Find[] {
  if (query === "") return [];
  const words = anyCase(query);
  const meets = (value: unknown): boolean =>
    (typeof value === "string" && !value.startsWith("data:") && value.search(words) >= 0) ||
    (typeof value === "number" && String(value) === query);
  /** A choice that was made is found as it is called, too. */
  const meetsChoice = (type: string, field: string, value: unknown): boolean =>
    typeof value === "string" &&
    value !== "" &&
    ["choice", "model"].includes(controlOf(type, field) ?? "") &&
    meets(names.ofChoice(type, field, value));
  return nodeIdsOf(board)
    .toSorted((a, b) => compareOnCanvas(board, a, b))
    .flatMap((nodeId) => {
      const { type = "", params: values = {} } = nodeOf(board, nodeId) ?? {};
      const params = Object.entries(values)
        .filter(([field, value]) => meets(value) || meetsChoice(type, field, value))
        .map(([field]) => ({ nodeId, field }));
      const named = nodeId === query || meets(names.ofNode(nodeId));
      return named ? [{ nodeId, field: "" }, ...params] : params;
    });
}

/** Whether the words in a find can be replaced: they stand in a text of the user's own. */
export const canReplace = (board: Board, { nodeId, field }: Find): boolean =>
  controlOf(nodeOf(board, nodeId)?.type ?? "", field) === "text";
