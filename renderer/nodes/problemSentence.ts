import i18next from "i18next";
import type { Problem } from "../../shared/compile/compiled.ts";

/** A problem as a sentence in the user's language. The code is known at run time only; `test/locales` holds the list. */
export function problemSentence({ code, values }: Pick<Problem, "code" | "values">): string {
  const words: unknown =
    i18next.getResource(i18next.language, "problems", `sentences.${code}`) ??
    i18next.getResource("en", "problems", `sentences.${code}`);
  if (typeof words !== "string") return code;
  return i18next.services.interpolator.interpolate(words, { ...values }, i18next.language, {});
}
