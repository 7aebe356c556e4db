import { setParams } from "../../shared/board/edits.ts";
import { nodeIdsOf, nodeOf } from "../../shared/board/graph.ts";
import type { Board } from "../../shared/board/schema.ts";
import { elementsOf, nameKey, type Element } from "../../shared/compile/elements.ts";
import { isName, namesIn } from "../../shared/compile/mentions.ts";
import { anyCase, canReplace, type Find } from "./find.ts";

export interface Replaced {
  /** The same board when nothing changes, or a text would become too long. */
  readonly board: Board;
  /** Elements whose mentions were left alone: not all of them were meant, or the new name is none or is taken. */
  readonly kept: readonly string[];
}

/**
 * Replaces every occurrence in the texts of the finds. A mention that is changed with all the others of its element
 * takes the name of the element along; otherwise it stays, or it would name nobody.
 */
export function replaceIn(
  board: Board,
  finds: readonly Find[],
  query: string,
  words: string,
): Replaced {
  if (query === "") return { board, kept: [] };
  const replaced = (text: string): string => text.replaceAll(anyCase(query), () => words);
  const meant = finds.filter((find) => canReplace(board, find));
  const { byName } = elementsOf(board.nodes, nodeIdsOf(board).toSorted());

  const renamed = new Map<Element, string>();
  const kept = new Set<Element>();
  for (const element of byName.values()) {
    const mention = replaced(`@${element.name}`);
    // Without its sign it is meant to be a mention no more.
    if (mention === `@${element.name}` || !mention.startsWith("@")) continue;
    const name = mention.slice(1);
    const taken = byName.get(nameKey(name));
    const isFree = isName(name) && (taken === undefined || taken === element);
    if (isFree && areAllMeant(board, meant, element)) renamed.set(element, name);
    else kept.add(element);
  }

  const stays = (name: string): boolean =>
    [...kept].some((each) => nameKey(each.name) === nameKey(name));
  const left = new Set<string>();
  const changes = meant.flatMap(({ nodeId, field }) => {
    const text = nodeOf(board, nodeId)?.params[field];
    if (typeof text !== "string") return [];
    let result = "";
    let at = 0;
    for (const { index, name } of namesIn(text, byName)) {
      if (!stays(name)) continue;
      left.add(name);
      result += `${replaced(text.slice(at, index))}${text.slice(index, index + 1 + name.length)}`;
      at = index + 1 + name.length;
    }
    return [{ id: nodeId, params: { [field]: result + replaced(text.slice(at)) } }];
  });
  const names = [...renamed]
    .filter(([element]) => mentionsOf(board, element).length > 0)
    .map(([{ nodeId }, name]) => ({ id: nodeId, params: { name } }));
  return { board: setParams(board, [...changes, ...names]), kept: [...left] };
}

/** Where an element is mentioned. */
const mentionsOf = (board: Board, { name }: Element): readonly Find[] =>
  nodeIdsOf(board).flatMap((nodeId) =>
    Object.entries(nodeOf(board, nodeId)?.params ?? {})
      .filter(
        ([, text]) =>
          typeof text === "string" && namesIn(text, new Map([[nameKey(name), name]])).length > 0,
      )
      .map(([field]) => ({ nodeId, field })),
  );

const areAllMeant = (board: Board, meant: readonly Find[], element: Element): boolean =>
  mentionsOf(board, element).every(({ nodeId, field }) =>
    meant.some((find) => find.nodeId === nodeId && find.field === field),
  );
