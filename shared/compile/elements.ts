import { boardLimits, type BoardNode, type NodeId } from "../board/schema.ts";
import type { Source, TextPiece } from "../nodes/ports.ts";
import { isNode } from "../nodes/registry.ts";
import type { Nodes } from "./wiring.ts";

/** The elements of a board, and what becomes of `@name` in a text. */

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
const nameKey = (name: string): string => name.normalize("NFC").toLowerCase();

/** `ids` are the element nodes, sorted. Elements that have not changed keep their identity. */
export function elementsOf(nodes: Nodes, ids: readonly NodeId[], before?: Elements): Elements {
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

function elementOf(nodes: Nodes, nodeId: NodeId, before?: Elements): Element | undefined {
  const node = nodes.get(nodeId);
  const old = before?.byId.get(nodeId);
  if (old && old.node === node) return old;
  if (!isNode(node, "element")) return undefined;
  const { name, description, picture } = node.params;
  return { nodeId, node, name, description, picture, active: node.mode === undefined };
}

/** Finds elements and remembers what was found, so that a text is expanded again only when that has changed. */
export interface Lookup {
  readonly find: (name: string) => Element | undefined;
  /** Everything that was looked for until now. */
  readonly found: () => Found;
}
export type Found = ReadonlyMap<string, Element | undefined>;

/** `known` is what is already known to be found. */
export function lookupIn(elements: Elements, known: Found = nothing): Lookup {
  // Most texts name nobody, and then there is nothing to copy.
  let found: Map<string, Element | undefined> | undefined;
  return {
    found: () => found ?? known,
    find: (name) => {
      const key = nameKey(name);
      const element = elements.byName.get(key);
      found ??= new Map(known);
      found.set(key, element);
      return element;
    },
  };
}

const nothing: Found = new Map();

export function stillFinds({ found }: { readonly found: Found }, elements: Elements): boolean {
  for (const [key, element] of found) if (elements.byName.get(key) !== element) return false;
  return true;
}

/** Not behind a letter, so that an e-mail address names nobody. */
const mention = /(?<![\p{L}\p{N}\p{M}_])@([\p{L}\p{N}\p{M}_-]+)/gu;

/** What descriptions may add to one text: elements that name each other could otherwise grow without end. */
const descriptionCharacters = boardLimits.textCharacters;

/** Replaces each `@name` by the element's description, or by its bare name when there is none. */
export function expandText(
  text: string,
  source: Source,
  find: Lookup["find"],
  onUnknown: (name: string, source: Source) => void,
): readonly TextPiece[] {
  let left = descriptionCharacters;

  function pieces(words: string, from: Source, within: readonly Element[]): TextPiece[] {
    const result: TextPiece[] = [];
    let at = 0;
    const say = (until: number): void => {
      if (until > at) result.push({ text: words.slice(at, until), source: from });
    };
    if (words.includes("@")) {
      for (const match of words.matchAll(mention)) {
        const named = findNamed(match[1] ?? "", find);
        if (named === undefined) {
          onUnknown(match[1] ?? "", from);
          continue;
        }
        say(match.index);
        result.push(...spoken(named.element, within));
        at = match.index + 1 + named.length;
      }
    }
    say(words.length);
    return result;
  }

  function spoken(element: Element, within: readonly Element[]): readonly TextPiece[] {
    const { nodeId, name } = element;
    const description = element.active ? element.description.trim() : "";
    if (description === "" || within.includes(element) || description.length > left) {
      return [{ text: name, source: { nodeId, field: "name" } }];
    }
    left -= description.length;
    return pieces(description, { nodeId, field: "description" }, [...within, element]);
  }

  return pieces(text, source, []);
}

/** A dash or underscore behind a name can belong to the sentence. */
function findNamed(
  word: string,
  find: Lookup["find"],
): { readonly element: Element; readonly length: number } | undefined {
  const bare = word.replace(/[-_]+$/, "");
  for (const name of bare === word || bare === "" ? [word] : [word, bare]) {
    const element = find(name);
    if (element) return { element, length: name.length };
  }
  return undefined;
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
