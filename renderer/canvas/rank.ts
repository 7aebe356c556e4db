/** Finds things by any of their words, in any order, whatever the accents: a word's beginning counts more than its middle. */

export interface Findable {
  readonly name: string;
  /** Other words that it is found by. */
  readonly words: string;
}

const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** How well one word of the query is met; 0 when it is not. */
function met(word: string, { name, words }: Findable): number {
  const title = plain(name);
  if (title === word) return 8;
  if (title.startsWith(word)) return 6;
  if (title.split(/\s+/).some((part) => part.startsWith(word))) return 5;
  if (
    plain(words)
      .split(/\s+/)
      .some((part) => part.startsWith(word))
  )
    return 3;
  if (title.includes(word)) return 2;
  return plain(words).includes(word) ? 1 : 0;
}

/** Those that meet every word of the query, best first, equals in the order given. */
export function rank<T extends Findable>(query: string, things: readonly T[]): readonly T[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return things;
  return things
    .map((thing) => {
      const scores = words.map((word) => met(word, thing));
      const sum = scores.includes(0) ? 0 : scores.reduce((a, b) => a + b, 0);
      return { thing, sum };
    })
    .filter(({ sum }) => sum > 0)
    .toSorted((a, b) => b.sum - a.sum)
    .map(({ thing }) => thing);
}
