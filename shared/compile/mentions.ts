import { boardLimits, type NodeId } from "../board/schema.ts";
import type { Source, TextPiece } from "../nodes/ports.ts";
import type { Problem } from "./compiled.ts";
import { nameKey, type Element, type Elements } from "./elements.ts";
import { addElement } from "./fixes.ts";
import { problem } from "./problems.ts";

/** What becomes of `@name` in the texts of a node. */

/** What each name was found to mean, by `nameKey`; undefined while nothing was named, as in most texts. */
export type Found = ReadonlyMap<string, Element | undefined> | undefined;

export function stillFinds(found: Found, { byName }: Elements): boolean {
  for (const [key, element] of found ?? []) if (byName.get(key) !== element) return false;
  return true;
}

/** What the texts of one node name, as far as they were expanded. */
export interface Mentions {
  readonly nodeId: NodeId;
  readonly elements: Elements;
  found: Map<string, Element | undefined> | undefined;
  /** Names that there is no element of. */
  readonly problems: Problem[];
}

/** Begins with what was found before, because what is kept of that is not expanded again. */
export const mentionsOf = (
  nodeId: NodeId,
  elements: Elements,
  before?: { readonly found: Found; readonly problems: readonly Problem[] },
): Mentions => ({
  nodeId,
  elements,
  found: before?.found && new Map(before.found),
  problems: before?.problems.filter(({ code }) => code === "unknownName") ?? [],
});

/** Not behind a letter, so that an e-mail address names nobody. */
const mention = /(?<![\p{L}\p{N}\p{M}_])@([\p{L}\p{N}\p{M}_-]+)/gu;

const wholeName = /^[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}]$/u;

/** Whether an element can be mentioned by a name. */
export const isName = (name: string): boolean => wholeName.test(name);

/** The mentions in a text of names that are known, by `nameKey`. */
export function namesIn(
  text: string,
  known: ReadonlyMap<string, unknown>,
): readonly { readonly index: number; readonly name: string }[] {
  return [...text.matchAll(mention)].flatMap(({ index, 1: word = "" }) => {
    const name = [word, bareOf(word)].find((each) => known.has(nameKey(each)));
    return name === undefined ? [] : [{ index, name }];
  });
}

/** A dash or underscore behind a name can belong to the sentence. */
const bareOf = (word: string): string => word.replace(/[-_]+$/, "");

/** What descriptions may add to one text: elements that name each other could otherwise grow without end. */
const descriptionCharacters = boardLimits.textCharacters;

/** Replaces each `@name` by the element's description, or by its bare name when there is none. */
export function expandText(text: string, field: string, mentions: Mentions): readonly TextPiece[] {
  const source = { nodeId: mentions.nodeId, field };
  if (!text.includes("@")) return text === "" ? [] : [{ text, source }];
  let left = descriptionCharacters;

  function pieces(words: string, from: Source, within: readonly Element[]): TextPiece[] {
    const result: TextPiece[] = [];
    let at = 0;
    const say = (until: number): void => {
      if (until > at) result.push({ text: words.slice(at, until), source: from });
    };
    for (const match of words.matchAll(mention)) {
      const name = match[1] ?? "";
      const named = findNamed(mentions, name);
      if (named === undefined) {
        miss(mentions, name, from);
        continue;
      }
      say(match.index);
      result.push(...spoken(named.element, within));
      at = match.index + 1 + named.length;
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

function findNamed(
  mentions: Mentions,
  word: string,
): { readonly element: Element; readonly length: number } | undefined {
  const bare = bareOf(word);
  for (const name of bare === word || bare === "" ? [word] : [word, bare]) {
    const element = find(mentions, name);
    if (element) return { element, length: name.length };
  }
  return undefined;
}

function find(mentions: Mentions, name: string): Element | undefined {
  const key = nameKey(name);
  const element = mentions.elements.byName.get(key);
  mentions.found ??= new Map();
  mentions.found.set(key, element);
  return element;
}

function miss({ problems }: Mentions, name: string, source: Source): void {
  if (problems.some((p) => p.nodeId === source.nodeId && p.values["name"] === name)) return;
  problems.push(problem("unknownName", source, { name }, [addElement(name, source.nodeId)]));
}
