import i18next from "i18next";
import { setParams } from "../../shared/board/edits.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { Fix } from "../../shared/compile/compiled.ts";
import { boardNow, nameOf } from "../canvas/commands.ts";
import { paramLabel } from "../nodes/words.ts";
import { edit } from "../stores/boardStore.ts";
import { fixWords } from "./fixWords.ts";

/** Changes that the panels make to the board. */

/** The name of one node, or how many they are: for the undo history. */
const nameOfAll = (ids: readonly NodeId[]): string =>
  ids.length === 1 && ids[0] !== undefined
    ? nameOf(ids[0])
    : i18next.t("panels:inspector.several", { count: ids.length });

/** Gives a param of all of the nodes the value; what is typed into one field is one step back. */
export function changeParam(
  ids: readonly NodeId[],
  type: string,
  field: string,
  value: unknown,
): void {
  edit(
    { key: "param", values: { name: nameOfAll(ids), param: paramLabel(type, field) } },
    (board) =>
      setParams(
        board,
        ids.map((id) => ({ id, params: { [field]: value } })),
      ),
    `param:${ids.join()}:${field}`,
  );
}

export function setLocked(ids: readonly NodeId[], locked: boolean): void {
  edit({ key: locked ? "lock" : "unlock", values: { name: nameOfAll(ids) } }, (board) =>
    setParams(
      board,
      ids.map((id) => ({ id, params: { locked } })),
    ),
  );
}

export function applyFix(fix: Fix): void {
  if (boardNow() !== undefined) edit({ key: "fix", values: { fix: fixWords(fix) } }, fix.apply);
}
