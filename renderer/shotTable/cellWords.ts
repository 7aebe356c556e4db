import { setParam } from "../../shared/board/edits.ts";
import { boardLimits, type NodeId } from "../../shared/board/schema.ts";
import { storableSeconds } from "../../shared/nodes/seconds.ts";
import { nameOf, titleWords } from "../canvas/commands.ts";
import { choiceName, paramLabel } from "../nodes/words.ts";
import { readSeconds } from "../panels/fields/seconds.ts";
import { paramsOf } from "../panels/params.ts";
import { beginWords, type Words } from "../stores/words.ts";
import { valueOf, type Column } from "./columns.ts";

/** What is written or pasted into one cell of the shot table. */

export function wordsOf(id: NodeId, { name }: Column, held: string): Words {
  if (name === "title") return titleWords(id, held);
  const values = { name: nameOf(id), param: paramLabel("shot", name) };
  return beginWords({ key: "param", values }, `param:${id}:${name}`, held, (board, text) => {
    const value = valueOf(name, text);
    return value === undefined ? board : setParam(board, id, name, value);
  });
}

export const choicesOf = (name: string): readonly string[] =>
  paramsOf("shot").find((param) => param.name === name)?.hint.choices ?? [];

/** A cell's text as it is shown there. */
export const shownText = ({ name, control }: Column, held: string): string =>
  control === "choice" && held !== "" ? choiceName("shot", name, held) : held;

export const titleCharacters = 200;

type Fitted =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly key: string;
      readonly values: { readonly [name: string]: string | number };
    };

/** A text that was copied anywhere, as a cell takes it, or the sentence of why it does not. */
export function fitted({ name, control }: Column, copied: string): Fitted {
  // A spreadsheet ends a cell with a line break.
  const text = copied.replace(/\r?\n$/, "");
  switch (control) {
    case "seconds": {
      const read = readSeconds(text, storableSeconds);
      if (read.ok) return { ok: true, text: String(read.seconds) };
      return {
        ok: false,
        key: `fields.refused.${read.reason}`,
        values: { below: read.below, above: read.above, ...storableSeconds },
      };
    }
    case "choice": {
      const wanted = text.trim().toLowerCase();
      const isMeant = (each: string): boolean =>
        [each, shownText({ name, control, width: null }, each)].some(
          (words) => words.toLowerCase() === wanted,
        );
      const choice = choicesOf(name).find(isMeant);
      if (choice !== undefined) return { ok: true, text: choice };
      return {
        ok: false,
        key: "table.noChoice",
        values: { column: paramLabel("shot", name), text: wanted.slice(0, 40) },
      };
    }
    default: {
      const line = control === "line" ? text.replaceAll(/\s+/g, " ").trim() : text;
      const limit = control === "line" ? titleCharacters : boardLimits.textCharacters;
      if (line.length <= limit) return { ok: true, text: line };
      return { ok: false, key: "table.tooLong", values: { limit } };
    }
  }
}
