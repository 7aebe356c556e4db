import { setParam } from "../../shared/board/edits.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { nameOf, titleWords } from "../canvas/commands.ts";
import { paramLabel } from "../nodes/words.ts";
import { paramsOf } from "../panels/params.ts";
import { beginWords, type Words } from "../stores/words.ts";
import { valueOf, type Column } from "./columns.ts";

/** What is written into one cell of the shot table. */

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

export const titleCharacters = 200;
