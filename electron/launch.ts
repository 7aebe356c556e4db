import { resolve } from "node:path";
import { boardExtension } from "./backend/boards.ts";

/** What the program was started with. */
export interface Launch {
  /** What `--data-dir` says; undefined for the usual folder. */
  readonly dataDir: string | undefined;
  /** Boards to open. */
  readonly boards: readonly string[];
}

/**
 * Reads a command line. Chromium's own flags are among its words and are passed over.
 *
 * @param folder What relative paths are relative to.
 */
export function parseLaunch(words: readonly string[], folder: string): Launch {
  const at = words.findIndex((word) => word === "--data-dir" || word.startsWith("--data-dir="));
  const word = words[at] ?? "";
  const given = word.includes("=") ? word.slice(word.indexOf("=") + 1) : words[at + 1];
  const boards = words.filter(
    (text) => !text.startsWith("-") && text.toLowerCase().endsWith(boardExtension),
  );
  return {
    dataDir: at >= 0 && given !== undefined && given !== "" ? resolve(folder, given) : undefined,
    boards: boards.map((path) => resolve(folder, path)),
  };
}
