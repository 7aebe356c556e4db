import { Worker } from "node:worker_threads";
import { setParam } from "../../shared/board/edits.ts";
import { nodeIdsOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { createCompiler } from "../../shared/compile/compile.ts";
import type { Compiled } from "../../shared/compile/compiled.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { makeBoardOfShots } from "./boards.ts";
import type { Row } from "./results.ts";

/** The compiler by itself, on a board of a thousand shots. */

const turns = 80;
/** Not counted: the engine is still making up its mind. */
const warm = 20;

/** CPU ms of this thread that an act takes in the mean: the clock of a thread is too coarse for one act alone. */
class Stopwatch {
  #turns = 0;
  #micros = 0;

  time<T>(act: () => T): T {
    const before = process.threadCpuUsage();
    const result = act();
    const { user, system } = process.threadCpuUsage(before);
    if (this.#turns >= warm) this.#micros += user + system;
    this.#turns++;
    return result;
  }

  get ms(): number {
    return this.#micros / 1000 / (this.#turns - warm);
  }
}

/** In a thread of its own: beside the heap of what builds and drives the pages, each collection would cost more. */
export const compilingAlone = (): Promise<readonly Row[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./compileWorker.ts", import.meta.url));
    worker.once("message", resolve);
    worker.once("error", reject);
  });

export function compiling(): readonly Row[] {
  const board = makeBoardOfShots(1000);
  const whole = new Stopwatch();
  const printed = new Stopwatch();
  for (let i = 0; i < turns + warm; i++) {
    const compile = createCompiler(profiles);
    whole.time(() => compile(board));
    printed.time(() => JSON.stringify(board));
  }
  return [
    {
      name: "compile the whole / JSON.stringify",
      unit: "ms",
      ours: whole.ms,
      bare: printed.ms,
      aim: 3,
    },
    { name: "compile after one edit", unit: "ms", ours: editing(board), aim: 2 },
  ];
}

/** One letter more in the words of a shot in the middle of the board, again and again; the letter is in the request. */
function editing(first: Board): number {
  const shot = nodeIdsOf(first).filter((id) => first.nodes[id]?.type === "shot")[500];
  if (shot === undefined) throw new Error("the board has too few shots");
  const compile = createCompiler(profiles);
  compile(first);
  let board = first;
  const stopwatch = new Stopwatch();
  for (let i = 0; i < turns + warm; i++) {
    const words = `${"a".repeat(i + 1)} long look at the lens`;
    board = setParam(board, shot, "prompt", words);
    const compiled = stopwatch.time(() => compile(board));
    if (!requestsOf(compiled, shot).includes(words)) {
      throw new Error("what was written is not in the request");
    }
  }
  return stopwatch.ms;
}

/** The requests that a shot is part of, as text. */
const requestsOf = ({ scenes }: Compiled, shot: NodeId): string =>
  JSON.stringify(
    [...scenes.values()].flatMap(({ parts }) =>
      parts.filter(({ shots }) => shots.some(({ nodeId }) => nodeId === shot)),
    ),
  );
