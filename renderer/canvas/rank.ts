/** Finds things by any of their words, in any order, whatever the accents: a word's beginning counts more than its middle. */

export interface Findable {
  readonly name: string;
  /** Other words that it is found by. */
  readonly words: string;
  /** What is in it, which it is found by last. */
  readonly parts?: string;
}

const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** How well one word of the query is met; 0 when it is not. */
function met(word: string, { name, words, parts = "" }: Findable): number {
  const title = plain(name);
  if (title === word) return 8;
  if (title.startsWith(word)) return 6;
  if (title.split(/\s+/).some((part) => part.startsWith(word))) return 5;
  if (begins(word, words)) return 4;
  if (title.includes(word)) return 3;
  if (begins(word, parts)) return 2;
  return plain(words).includes(word) ? 1 : 0;
}

const begins = (word: string, text: string): boolean =>
  plain(text)
    .split(/[^\p{L}\p{N}:@]+/u)
    .some((part) => part.startsWith(word));

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
