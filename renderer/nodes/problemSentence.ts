import type { Problem } from "../../shared/compile/compiled.ts";
import { sayIfKnown } from "../locales/say.ts";

/** A problem as a sentence in the user's language. The code is known at run time only; `test/locales` holds the list. */
export const problemSentence = ({ code, values }: Pick<Problem, "code" | "values">): string =>
  sayIfKnown(`problems:sentences.${code}`, values) ?? code;
