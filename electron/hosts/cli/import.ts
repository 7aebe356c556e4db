import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { text } from "node:stream/consumers";
import { existsSync } from "node:fs";
import { makeIds } from "../../../shared/board/ids.ts";
import { printBoard } from "../../../shared/board/print.ts";
import { decompile } from "../../../shared/compile/decompile.ts";
import { parseRequest } from "../../../shared/formats/requestJson.ts";
import { errorCode, writeAtomic } from "../../backend/atomicFile.ts";
import { noteSentence, requestSentence } from "../sentences.ts";
import { compileBoard, problemLine, userPath } from "./boardFile.ts";
import { Ending, exitCodes, type ExitCode } from "./ending.ts";
import type { Terminal } from "./terminal.ts";

export interface ImportOptions {
  readonly model?: string;
  readonly output: string;
  readonly force?: boolean;
}

/** Makes a board out of a request: JSON or a cURL command, from a file or, as `-`, from standard input. */
export async function importRequest(
  file: string,
  { model, output, force }: ImportOptions,
  { say }: Terminal,
): Promise<ExitCode> {
  const target = userPath(output);
  if (existsSync(target) && force !== true) {
    throw new Ending(
      `${output} is there already: choose another name, or add --force.`,
      exitCodes.file,
    );
  }
  const reading = parseRequest(await readInput(file), model);
  if (!reading.ok) {
    throw new Ending(`${file}: ${requestSentence(reading.failure)}`, exitCodes.file);
  }
  for (const note of reading.notes) say(noteSentence(note));
  const title = basename(target, extname(target));
  // Takes find their scene by its id, so two imports must not share ids.
  const board = { ...decompile(reading.request, makeIds(Math.random)), title };
  for (const problem of compileBoard(board).problems) say(problemLine(board, problem));
  await writeAtomic(target, printBoard(board)).catch((error: unknown) => {
    const reason = errorCode(error);
    if (reason === undefined) throw error;
    throw new Ending(`${output} cannot be written (${reason}).`, exitCodes.file);
  });
  say(`${output} was written: ${Object.keys(board.nodes).length} nodes.`);
  return exitCodes.fine;
}

async function readInput(file: string): Promise<string> {
  if (file === "-") return text(process.stdin);
  try {
    return await readFile(userPath(file), "utf8");
  } catch (error) {
    throw new Ending(`${file} cannot be read (${errorCode(error)}).`, exitCodes.file);
  }
}
