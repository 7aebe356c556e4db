import { readBoard } from "../../backend/boards.ts";
import { boardSentence } from "../sentences.ts";
import {
  compileBoard,
  hasErrors,
  openBoardFile,
  problemAsData,
  problemLine,
  userPath,
} from "./boardFile.ts";
import { exitCodes, type ExitCode } from "./ending.ts";
import type { Terminal } from "./terminal.ts";

/** Says what is wrong in a board. Errors keep it from running; warnings and hints do not. */
export async function validate(
  file: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  return options.json === true
    ? validateForScripts(file, terminal)
    : validateForPeople(file, terminal);
}

async function validateForScripts(file: string, { print }: Terminal): Promise<ExitCode> {
  const opened = await readBoard(userPath(file));
  if (!opened.ok) {
    const failure = { ...opened.failure, sentence: boardSentence(file, opened.failure) };
    print(JSON.stringify({ ok: false, failure, problems: [] }));
    return exitCodes.file;
  }
  const compiled = compileBoard(opened.board);
  const ok = !hasErrors(compiled);
  print(JSON.stringify({ ok, problems: compiled.problems.map(problemAsData) }));
  return ok ? exitCodes.fine : exitCodes.problems;
}

async function validateForPeople(file: string, { print }: Terminal): Promise<ExitCode> {
  const board = await openBoardFile(file);
  const compiled = compileBoard(board);
  for (const problem of compiled.problems) print(problemLine(board, problem));
  if (hasErrors(compiled)) return exitCodes.problems;
  const scenes = compiled.scenes.size;
  print(`The board can run: ${scenes} ${scenes === 1 ? "scene" : "scenes"}.`);
  return exitCodes.fine;
}
