import { create } from "zustand";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { createCompiler } from "../../shared/compile/compile.ts";
import type { Compiled, Problem } from "../../shared/compile/compiled.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { activeBoard, useBoards } from "./boardStore.ts";

/** What the active board compiles to, kept in step with it. Derived: nothing else writes here. */

interface CompiledState extends Compiled {
  readonly problemsByNode: ReadonlyMap<NodeId, readonly Problem[]>;
}

const empty: CompiledState = { scenes: new Map(), problems: [], problemsByNode: new Map() };
export const useCompiled = create<CompiledState>()(() => empty);

const compile = createCompiler(profiles);
let last: Board | undefined;

function refresh(): void {
  const board = activeBoard(useBoards.getState());
  if (board === last) return;
  last = board;
  if (board === undefined) {
    useCompiled.setState(empty);
    return;
  }
  const compiled = compile(board);
  useCompiled.setState({ ...compiled, problemsByNode: byNode(compiled.problems) });
}

function byNode(problems: readonly Problem[]): ReadonlyMap<NodeId, readonly Problem[]> {
  const found = new Map<NodeId, Problem[]>();
  for (const problem of problems) {
    if (problem.nodeId === undefined) continue;
    const list = found.get(problem.nodeId);
    if (list === undefined) found.set(problem.nodeId, [problem]);
    else list.push(problem);
  }
  return found;
}

useBoards.subscribe(refresh);

const none: readonly Problem[] = [];
export const useProblemsOf = (id: NodeId): readonly Problem[] =>
  useCompiled((state) => state.problemsByNode.get(id) ?? none);
