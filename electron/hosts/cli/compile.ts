import type { CompiledScene, Part } from "../../../shared/compile/compiled.ts";
import { compileBoard, hasErrors, openBoardFile, problemAsData, problemLine } from "./boardFile.ts";
import { exitCodes, type ExitCode } from "./ending.ts";
import type { Terminal } from "./terminal.ts";
import { lengthWords, moneyWords } from "./words.ts";

/** Prints the requests that a board becomes. Nothing is sent. */
export async function compileFile(
  file: string,
  options: { readonly json?: boolean },
  { print, say }: Terminal,
): Promise<ExitCode> {
  const board = await openBoardFile(file);
  const compiled = compileBoard(board);
  const scenes = [...compiled.scenes.values()];
  if (options.json === true) {
    const problems = compiled.problems.map(problemAsData);
    print(JSON.stringify({ scenes: scenes.map(sceneAsData), problems }));
  } else {
    for (const scene of scenes) printScene(scene, print);
    for (const problem of compiled.problems) say(problemLine(board, problem));
  }
  return hasErrors(compiled) ? exitCodes.problems : exitCodes.fine;
}

const sceneAsData = ({ nodeId, parts }: CompiledScene) => ({
  nodeId,
  parts: parts.map(({ model, input }) => ({ model, input })),
});

function printScene(scene: CompiledScene, print: Terminal["print"]): void {
  const { nodeId, title, parts, seconds, price } = scene;
  const requests = `${parts.length} ${parts.length === 1 ? "request" : "requests"}`;
  const sum = [requests, lengthWords(seconds), moneyWords(price, "about ")].join(", ");
  print(`Scene ${title ?? nodeId}: ${sum}`);
  for (const [index, part] of parts.entries()) print(partText(part, index));
}

const partText = ({ model, input, seconds, price }: Part, index: number): string =>
  `\n${index + 1}. ${model}, ${lengthWords(seconds)}, ${moneyWords(price, "about ")}\n` +
  JSON.stringify(input, null, 2);
