import { nodeIdsOf, nodeOf } from "../../../shared/board/graph.ts";
import type { Board } from "../../../shared/board/schema.ts";
import { isNode } from "../../../shared/nodes/registry.ts";

/** Completing `@name` while it is written. */

export interface Completion {
  /** Characters from the `@` to the caret. */
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
}

const most = 6;

export function elementNames(board: Board): string[] {
  const names = nodeIdsOf(board).flatMap((id) => {
    const node = nodeOf(board, id);
    return isNode(node, "element") && node.params.name !== "" ? [node.params.name] : [];
  });
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b));
}

/** What could stand at the caret, or null when no name is being written or it is complete. */
export function completionsAt(
  text: string,
  caret: number,
  names: readonly string[],
): Completion | null {
  const written = /(?<![\p{L}\p{N}_@.-])@([\p{L}\p{N}_-]*)$/u.exec(text.slice(0, caret))?.[1];
  if (written === undefined) return null;
  const begun = written.toLocaleLowerCase();
  const found = names
    .filter((name) => name.toLocaleLowerCase().startsWith(begun) && name !== written)
    .slice(0, most);
  return found.length === 0
    ? null
    : { start: caret - written.length - 1, end: caret, names: found };
}
