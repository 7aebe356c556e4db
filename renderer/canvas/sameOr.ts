/** The array that was there before, when it holds the same: whoever is given it has nothing to do. */
export const sameOr = <T>(before: T[], now: T[]): T[] =>
  before.length === now.length && before.every((item, i) => item === now[i]) ? before : now;
