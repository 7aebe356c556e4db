/** What is typed into a field of seconds, without ever rounding it in silence. */

export type Typed =
  | { readonly ok: true; readonly seconds: number }
  | {
      readonly ok: false;
      readonly reason: "empty" | "notNumber" | "notWhole" | "outOfRange";
      /** The whole seconds on either side of a broken number. */
      readonly below: number;
      readonly above: number;
    };

export function readSeconds(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): Typed {
  const fail = (reason: Extract<Typed, { ok: false }>["reason"], near = min): Typed => ({
    ok: false,
    reason,
    below: Math.max(min, Math.floor(near)),
    above: Math.min(max, Math.max(min, Math.ceil(near))),
  });
  const bare = text.trim().replace(/\s*(s|sec|seg)\.?$/i, "");
  if (bare === "") return fail("empty");
  // People write 2,5 as well as 2.5.
  if (!/^[+-]?\d+([.,]\d*)?$/.test(bare)) return fail("notNumber");
  const value = Number(bare.replace(",", "."));
  if (value < min || value > max) return fail("outOfRange");
  return Number.isInteger(value) ? { ok: true, seconds: value } : fail("notWhole", value);
}
