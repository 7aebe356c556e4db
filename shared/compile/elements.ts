import type { Board, BoardNode, NodeId } from "../board/schema.ts";
import type { TextPiece } from "../nodes/ports.ts";
import { isNode } from "../nodes/registry.ts";

/** The elements of a board. */

export interface Element {
  readonly nodeId: NodeId;
  readonly node: BoardNode;
  readonly name: string;
  readonly description: string;
  /** https URL or data URI; empty when there is none. */
  readonly picture: string;
  /** A muted or bypassed element is still known by its name, and says nothing more. */
  readonly active: boolean;
}

export interface Elements {
  readonly byId: ReadonlyMap<NodeId, Element>;
  /** By `nameKey`. */
  readonly byName: ReadonlyMap<string, Element>;
  /** Elements whose name belongs to another. */
  readonly twins: readonly Element[];
}

/** Names are the same whatever their case and however their accents are written. */
export const nameKey = (name: string): string => name.normalize("NFC").toLowerCase();

/** `ids` are the element nodes, sorted. Elements that have not changed keep their identity. */
export function elementsOf(
  nodes: Board["nodes"],
  ids: readonly NodeId[],
  before?: Elements,
): Elements {
  const all = ids.flatMap((id) => elementOf(nodes, id, before) ?? []);
  if (
    before &&
    all.length === before.byId.size &&
    all.every((e) => before.byId.get(e.nodeId) === e)
  ) {
    return before;
  }
  const byName = new Map<string, Element>();
  const twins: Element[] = [];
  for (const element of all.toSorted((a, b) => Number(b.active) - Number(a.active))) {
    const key = nameKey(element.name);
    if (key === "") continue;
    if (byName.has(key)) twins.push(element);
    else byName.set(key, element);
  }
  return { byId: new Map(all.map((element) => [element.nodeId, element])), byName, twins };
}

function elementOf(nodes: Board["nodes"], nodeId: NodeId, before?: Elements): Element | undefined {
  const node = nodes[nodeId];
  const old = before?.byId.get(nodeId);
  if (old && old.node === node) return old;
  if (!isNode(node, "element")) return undefined;
  const { name, description, picture } = node.params;
  return { nodeId, node, name, description, picture, active: node.mode === undefined };
}

/** The elements that texts mention, in order of first mention. */
export function mentionedIn(pieces: Iterable<TextPiece>, elements: Elements): readonly Element[] {
  const mentioned = new Set<Element>();
  for (const { source } of pieces) {
    const element = elements.byId.get(source.nodeId);
    if (element) mentioned.add(element);
  }
  return [...mentioned];
}
