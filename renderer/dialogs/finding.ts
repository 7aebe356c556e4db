/** Finding a thing by any of its words, whatever the accents and the order. */

export interface Findable {
  /** What it is called; a match here counts most. */
  readonly title: string;
  /** Other words it is found by, such as its name in another language. */
  readonly words?: string;
  /** The keys that ask for it, as they are written: who types them means just this. */
  readonly keys?: string | undefined;
  /** It can do nothing now: of two that match alike, the other one is meant. */
  readonly lack?: string | undefined;
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The things that match every word of the search, the best first; all of them when nothing is searched for. */
export function find<T extends Findable>(things: readonly T[], search: string): readonly T[] {
  const terms = wordsOf(search);
  if (terms.length === 0) return things;
  const typed = keysIn(search);
  return things
    .map((thing) => ({
      thing,
      score: keysIn(thing.keys ?? "") === typed ? asKeys : scoreOf(thing, terms),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}

/** More than any word can count. */
const asKeys = 1000;

/** `Ctrl+B`, `ctrl b` and `CTRL + B` are the same. */
const keysIn = (text: string): string =>
  plain(text)
    .replace(/[+\s]+/g, " ")
    .trim();

/** 0 when a term is not found at all. */
function scoreOf({ title, words = "", lack }: Findable, terms: readonly string[]): number {
  const inTitle = wordsOf(title);
  const others = wordsOf(words);
  let score = 0;
  for (const [i, term] of terms.entries()) {
    const points = pointsOf(term, inTitle, others);
    if (points === 0) return 0;
    score += points + (i === 0 && inTitle[0]?.startsWith(term) === true ? 1 : 0);
  }
  // The whole of a title is meant more than a part of one.
  const isWhole = terms.length >= inTitle.length && inTitle.every((word) => terms.includes(word));
  return score + (isWhole ? 2 : 0) - (lack === undefined ? 0 : 0.5);
}

function pointsOf(term: string, title: readonly string[], others: readonly string[]): number {
  if (title.includes(term)) return 8;
  if (title.some((word) => word.startsWith(term))) return 6;
  if (others.some((word) => word.startsWith(term))) return 3;
  return [...title, ...others].some((word) => word.includes(term)) ? 1 : 0;
}
