import { setParam } from "../../shared/board/edits.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { createCompiler } from "../../shared/compile/compile.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { makeBoardOfShots } from "./boards.ts";
import { median, type Row } from "./results.ts";

/** The compiler by itself, on a board of a thousand shots. */

const turns = 40;

/** CPU ms of this thread, so that other programs on the machine count less. */
function msOf(act: () => unknown): number {
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

export function compiling(): readonly Row[] {
  const board = makeBoardOfShots(1000);
  const whole: number[] = [];
  const printed: number[] = [];
  for (let i = 0; i < turns; i++) {
    const compile = createCompiler(profiles);
    whole.push(msOf(() => compile(board)));
    printed.push(msOf(() => JSON.stringify(board)));
  }
  return [
    {
      name: "compile the whole / JSON.stringify",
      unit: "ms",
      ours: median(whole),
      bare: median(printed),
      aim: 3,
    },
    { name: "compile after one edit", unit: "ms", ours: median(edits(board)), aim: 2 },
  ];
}

/** One letter more in the words of a shot in the middle of the board, again and again. */
function edits(first: Board): number[] {
  const shot = Object.keys(first.nodes).filter(
    (id) => first.nodes[id as NodeId]?.type === "shot",
  )[500];
  if (shot === undefined) throw new Error("the board has too few shots");
  const compile = createCompiler(profiles);
  compile(first);
  let board = first;
  return Array.from({ length: turns }, (_, i) => {
    board = setParam(board, shot as NodeId, "prompt", `${"a".repeat(i + 1)} long look at the lens`);
    return msOf(() => compile(board));
  });
}
