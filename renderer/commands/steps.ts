import { labels, type Label } from "../../shared/board/history.ts";
import type { CommandId } from "../../shared/commands.ts";
import { say } from "../locales/say.ts";
import type { Tab } from "../stores/boardStore.ts";

const wordsOf = (label: Label | undefined): string | undefined =>
  label && say(`edits:${label.key}`, label.values);

/** What undo and redo would do on a board, such as "Add Shot"; undefined when there is nothing to do. */
export function stepsOf(tab: Tab | undefined): {
  readonly [id in CommandId & ("edit.undo" | "edit.redo")]: string | undefined;
} {
  if (tab === undefined) return { "edit.undo": undefined, "edit.redo": undefined };
  const { undo, redo } = labels(tab.history);
  return { "edit.undo": wordsOf(undo[0]), "edit.redo": wordsOf(redo[0]) };
}
