/** What is wrong with a text as a token, before it is handed over; undefined when nothing is. */
export function flawOfToken(text: string): "malformed" | "tooLong" | undefined {
  const token = text.trim();
  if (token === "") return undefined;
  if (!/^[\x21-\x7e]+$/.test(token)) return "malformed";
  return token.length > 8192 ? "tooLong" : undefined;
}
