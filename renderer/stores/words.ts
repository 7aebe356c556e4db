import type { Label } from "../../shared/board/history.ts";
import type { Board } from "../../shared/board/schema.ts";
import { edit, useBoards } from "./boardStore.ts";
import { writeSoon } from "./writing.ts";

/** What is written into a field that Escape drops. */
export interface Words {
  /** They are on the board once the hand pauses, and before it is saved. */
  readonly soon: (text: string) => void;
  readonly keep: (text: string) => void;
  /** Puts back what stood there, as though nothing had been written. */
  readonly drop: () => void;
}

/**
 * @param old What stands there.
 * @param change Gives back the same board for the text that stands there.
 */
export function beginWords(
  label: Label,
  mergeKey: string,
  old: string,
  change: (board: Board, text: string) => Board,
): Words {
  const { activeId: tab } = useBoards.getState();
  let before: Board | undefined;
  let written: Board | undefined;
  let ended = false;
  const put = (text: string): void => {
    // A board that came to the front meanwhile may have a node with the same id.
    if (ended || useBoards.getState().activeId !== tab) return;
    edit(
      label,
      (board) => {
        // Always from the board without them: so the old text is the old board, and no step is left to undo.
        if (before === undefined || board !== written) before = board;
        written = change(before, text);
        return written;
      },
      mergeKey,
    );
  };
  const end = (text: string): void => {
    put(text);
    ended = true;
  };
  return { soon: (text) => writeSoon(() => put(text)), keep: end, drop: () => end(old) };
}
