import { connect, addNode, setParam } from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { countedIds } from "../../shared/board/ids.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { createCompiler } from "../../shared/compile/compile.ts";
import { profiles } from "../../shared/models/profiles.ts";

/** How long one edit of a board of 1,000 shots takes to compile: `node test/bench/compile.ts`. */

const shotCount = 1000;
const runs = 100;

function chains(shotsPerScene: number): { board: Board; shots: NodeId[] } {
  const ids = countedIds();
  const shots: NodeId[] = [];
  let board = emptyBoard("Bench");
  for (let i = 0; i < shotCount; i++) {
    const id = ids.node();
    const params = { prompt: `Wave number ${i} breaks.`, seconds: 3, size: "wide" };
    board = addNode(board, { id, type: "shot", params, at: { x: i * 300, y: 0 } });
    const before = shots.at(-1);
    if (before !== undefined && i % shotsPerScene !== 0) {
      const from = { node: before, port: "shots" };
      board = connect(board, ids.edge(), from, { node: id, port: "previous" });
    }
    shots.push(id);
    if ((i + 1) % shotsPerScene !== 0) continue;
    const scene = ids.node();
    const summary = { summary: "A day at the harbour." };
    board = addNode(board, { id: scene, type: "scene", params: summary, at: { x: i, y: 400 } });
    const from = { node: id, port: "shots" };
    board = connect(board, ids.edge(), from, { node: scene, port: "shots" });
  }
  return { board, shots };
}

function medianOf(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2)} ms`;
}

for (const shotsPerScene of [5, shotCount]) {
  const { board, shots } = chains(shotsPerScene);
  const step = createCompiler(profiles);
  const start = performance.now();
  step(board);
  console.log(`${shotsPerScene} shots a scene: fresh ${(performance.now() - start).toFixed(2)} ms`);
  for (const index of [0, shotCount / 2, shotCount - 1]) {
    const shot = shots[index];
    if (shot === undefined) continue;
    const times: number[] = [];
    let edited = board;
    for (let run = 0; run < runs; run++) {
      edited = setParam(edited, shot, "prompt", `Wave number ${run} comes back.`);
      const from = performance.now();
      step(edited);
      times.push(performance.now() - from);
    }
    console.log(`  a word in shot ${index + 1}: median ${medianOf(times)}`);
  }
}
