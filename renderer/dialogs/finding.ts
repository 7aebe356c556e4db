/** Finding a thing by any of its words, whatever the accents and the order. */

export interface Findable {
  /** What it is called; a match here counts most. */
  readonly title: string;
  /** Other words it is found by, such as its name in another language. */
  readonly words?: string;
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The things that match every word of the search, the best first; all of them when nothing is searched for. */
export function find<T extends Findable>(things: readonly T[], search: string): readonly T[] {
  const terms = wordsOf(search);
  if (terms.length === 0) return things;
  return things
    .map((thing) => ({ thing, score: scoreOf(thing, terms) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}

/** 0 when a term is not found at all. */
function scoreOf({ title, words = "" }: Findable, terms: readonly string[]): number {
  const inTitle = wordsOf(title);
  const others = wordsOf(words);
  let score = 0;
  for (const [i, term] of terms.entries()) {
    const points = pointsOf(term, inTitle, others);
    if (points === 0) return 0;
    score += points + (i === 0 && inTitle[0]?.startsWith(term) === true ? 1 : 0);
  }
  return score;
}

function pointsOf(term: string, title: readonly string[], others: readonly string[]): number {
  if (title.includes(term)) return 8;
  if (title.some((word) => word.startsWith(term))) return 6;
  if (others.some((word) => word.startsWith(term))) return 3;
  return [...title, ...others].some((word) => word.includes(term)) ? 1 : 0;
}
