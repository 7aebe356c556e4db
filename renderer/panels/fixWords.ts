import i18next from "i18next";
import type { Fix } from "../../shared/compile/compiled.ts";

/** What a fix does, for its button. The code is known at run time only; `test/locales` holds the list. */
export function fixWords({ code, values }: Pick<Fix, "code" | "values">): string {
  const words: unknown =
    i18next.getResource(i18next.language, "problems", `fixes.${code}`) ??
    i18next.getResource("en", "problems", `fixes.${code}`);
  if (typeof words !== "string") return code;
  return i18next.services.interpolator.interpolate(words, { ...values }, i18next.language, {});
}
