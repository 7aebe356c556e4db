import { resolve } from "node:path";
import { compile } from "../../../shared/compile/compile.ts";
import type { Compiled, Problem } from "../../../shared/compile/compiled.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import type { Board } from "../../../shared/board/schema.ts";
import { readBoard } from "../../backend/boards.ts";
import { boardSentence, problemSentence } from "../sentences.ts";
import { Ending, exitCodes } from "./ending.ts";

/** npm runs its scripts in the folder of the package; what the user writes is relative to where they are. */
const userFolder: string =
  process.env["npm_lifecycle_event"] === "shotgraph"
    ? (process.env["INIT_CWD"] ?? process.cwd())
    : process.cwd();

export const userPath = (path: string): string => resolve(userFolder, path);

/** @throws {Ending} When the file is no board that this program can read. */
export async function openBoardFile(file: string): Promise<Board> {
  const opened = await readBoard(userPath(file));
  if (opened.ok) return opened.board;
  throw new Ending(boardSentence(file, opened.failure), exitCodes.file);
}

export const compileBoard = (board: Board): Compiled => compile(board, profiles);

export const hasErrors = ({ problems }: Compiled): boolean =>
  problems.some(({ severity }) => severity === "error");

/** A problem as scripts get it. */
export const problemAsData = (problem: Problem) => ({
  code: problem.code,
  severity: problem.severity,
  nodeId: problem.nodeId ?? null,
  field: problem.field ?? null,
  values: problem.values,
  sentence: problemSentence(problem),
});

/** A problem on one line, e.g. `error: Shot 2 (n4): …`. */
export function problemLine(board: Board, problem: Problem): string {
  const node = problem.nodeId === undefined ? undefined : board.nodes[problem.nodeId];
  const name = node ? `${node.title ?? node.type} (${problem.nodeId}): ` : "";
  return `${problem.severity}: ${name}${problemSentence(problem)}`;
}
