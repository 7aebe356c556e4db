/** A name costs translations and is asked for at every step of a drag: found when it is first wanted, then kept. */
export function once(find: () => string): () => string {
  let found: string | undefined;
  return () => (found ??= find());
}
