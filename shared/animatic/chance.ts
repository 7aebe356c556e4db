/** FNV-1a: the same text gives the same 32 bits everywhere. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

export interface Chance {
  /** From 0 to 1, or from `low` to `high`. */
  (low?: number, high?: number): number;
}

/** Mulberry32: chance that falls the same way each time. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  return (low = 0, high = 1) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return low + (((bits ^ (bits >>> 14)) >>> 0) / 4294967296) * (high - low);
  };
}

export function pick<T>(chance: Chance, first: T, ...rest: T[]): T {
  return [first, ...rest][Math.floor(chance() * (rest.length + 1))] ?? first;
}
