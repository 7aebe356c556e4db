/** Takes by the words of their board, scene, name, note and prompts. */

/** Small letters without accents, so that nobody has to write exactly what stands there. */
const fold = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/**
 * A test whether all of the words stand somewhere in a take's texts; each may be the piece of one.
 *
 * @param body The request as it was sent, whose texts count too; its links and names of fields do not.
 */
export function matcher(words: string): (titles: string, body: string) => boolean {
  const wanted = fold(words)
    .split(/\s+/)
    .filter((word) => word !== "");
  return (titles, body) => {
    const text = fold(`${titles}\n${textsIn(JSON.parse(body)).join("\n")}`);
    return wanted.every((word) => text.includes(word));
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return /^(https?|data):/.test(value) ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
