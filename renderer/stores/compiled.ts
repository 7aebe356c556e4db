import { create } from "zustand";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { createCompiler } from "../../shared/compile/compile.ts";
import type { Compiled, Problem } from "../../shared/compile/compiled.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { useSettled } from "./settled.ts";

/** What the settled board compiles to, kept in step with it. Derived: nothing else writes here. */

interface CompiledState extends Compiled {
  readonly problemsByNode: ReadonlyMap<NodeId, readonly Problem[]>;
}

const empty: CompiledState = { scenes: new Map(), problems: [], problemsByNode: new Map() };
export const useCompiled = create<CompiledState>()(() => empty);

const compile = createCompiler(profiles);
let last: Compiled = empty;

function refresh(board: Board | undefined): void {
  const compiled = board === undefined ? empty : compile(board);
  if (compiled === last) return;
  last = compiled;
  const { problemsByNode } = useCompiled.getState();
  useCompiled.setState({
    ...compiled,
    problemsByNode: keepSame(byNode(compiled.problems), problemsByNode),
  });
}

function byNode(problems: readonly Problem[]): Map<NodeId, readonly Problem[]> {
  const found = new Map<NodeId, Problem[]>();
  for (const problem of problems) {
    if (problem.nodeId === undefined) continue;
    const list = found.get(problem.nodeId);
    if (list === undefined) found.set(problem.nodeId, [problem]);
    else list.push(problem);
  }
  return found;
}

/** A node whose problems are the same as before is given the same list, and the same map when that holds for all. */
function keepSame(
  found: Map<NodeId, readonly Problem[]>,
  before: ReadonlyMap<NodeId, readonly Problem[]>,
): ReadonlyMap<NodeId, readonly Problem[]> {
  let same = found.size === before.size;
  for (const [id, list] of found) {
    const old = before.get(id);
    if (old?.length === list.length && old.every((problem, i) => problem === list[i])) {
      found.set(id, old);
    } else same = false;
  }
  return same ? before : found;
}

refresh(useSettled.getState().board);
useSettled.subscribe(({ board }) => refresh(board));

const none: readonly Problem[] = [];
export const useProblemsOf = (id: NodeId): readonly Problem[] =>
  useCompiled((state) => state.problemsByNode.get(id) ?? none);
