import i18next from "i18next";
import { makeId } from "../../shared/board/ids.ts";
import { boardLimits } from "../../shared/board/schema.ts";
import { parseBoard } from "../../shared/board/parse.ts";
import { notify } from "../app/notices.ts";
import { addTab, newTab } from "../stores/boardStore.ts";
import { look } from "../stores/viewStore.ts";
import { boardFailureSentence } from "./failure.ts";
import { boardExtension } from "./fileName.ts";

/** Boards that come from the reader's own disk into a window that has no file dialog, or by drag and drop. */

/** Opens it in a new tab that is in no file yet; what is wrong with it is said. */
export async function openLooseFile(file: File): Promise<void> {
  const text = file.size > boardLimits.bytes ? undefined : await file.text().catch(() => null);
  if (text === null) {
    const reason = i18next.t("errors:board.unreadableBecause.ENOENT", { file: file.name });
    return notify({ tone: "failed", text: reason });
  }
  openLooseText(file.name, text);
}

/** @param text undefined when the file is too large to be looked at. */
function openLooseText(name: string, text: string | undefined): void {
  const reading =
    text === undefined
      ? ({
          ok: false,
          failure: { code: "tooLarge", values: { what: "bytes", limit: boardLimits.bytes } },
        } as const)
      : parseBoard(text);
  if (!reading.ok) {
    return notify({ tone: "failed", text: boardFailureSentence(name, reading.failure) });
  }
  const { board, readOnly } = reading;
  addTab(newTab(makeId(Math.random), board, { readOnly }));
  look({ dialog: null });
}

const boardsIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ name }) => name.toLowerCase().endsWith(boardExtension));

/** Opens boards that are dropped anywhere on the window; a stray file never replaces the page. */
export function followDrops(signal: AbortSignal): void {
  addEventListener(
    "dragover",
    (event) => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    },
    { signal },
  );
  addEventListener(
    "drop",
    (event) => {
      if (event.defaultPrevented) return;
      const files = event.dataTransfer?.files.length ?? 0;
      if (files > 0) event.preventDefault();
      for (const file of boardsIn(event.dataTransfer)) void openLooseFile(file);
    },
    { signal },
  );
}
