import type { Fix } from "../../shared/compile/compiled.ts";
import { sayIfKnown } from "../locales/say.ts";

/** What a fix does, for its button. The code is known at run time only; `test/locales` holds the list. */
export const fixWords = ({ code, values }: Pick<Fix, "code" | "values">): string =>
  sayIfKnown(`problems:fixes.${code}`, values) ?? code;
