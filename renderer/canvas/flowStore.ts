import i18next from "i18next";
import { create } from "zustand";
import { edgesFrom, edgesInto, upstreamOf } from "../../shared/board/graph.ts";
import type { Board, EdgeId, NodeId } from "../../shared/board/schema.ts";
import { isOpen, type Job } from "../../shared/jobs/job.ts";
import { useFacts } from "../nodes/facts.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useJobs } from "../stores/jobStore.ts";
import { useOpening, workedOut } from "../stores/opening.ts";
import { select, useView } from "../stores/viewStore.ts";
import { emptyFlow, flowOf, type Flow, type Look } from "./flowOf.ts";
import { makeNames } from "./names.ts";

/** What the canvas draws: the active board seen through `flowOf`, with the positions of a drag that is still going on. */
export const useFlow = create<Flow>()(() => emptyFlow);

let moving: Look["moving"] = new Map();
let names = makeNames();
let look: Look | undefined;

interface Running {
  readonly scenes: ReadonlySet<string>;
  readonly edges: Board["edges"];
  readonly flowing: ReadonlySet<string>;
}
let running: Running = { scenes: new Set(), edges: {}, flowing: new Set() };

function refresh(): void {
  const board = workedOut(activeBoard(useBoards.getState()));
  const previous = useFlow.getState();
  if (board === undefined) {
    if (previous !== emptyFlow) useFlow.setState(emptyFlow);
    return;
  }
  const next = flowOf(board, lookNow(board), previous);
  if (next !== previous) useFlow.setState(next);
}

function lookNow(board: Board): Look {
  const { selectedEdges } = useView.getState();
  const { facts } = useFacts.getState();
  const flowing = flowingEdges(board);
  if (
    look?.selectedEdges !== selectedEdges ||
    look.facts !== facts ||
    look.moving !== moving ||
    look.flowing !== flowing ||
    look.names !== names
  ) {
    look = { selectedEdges, facts, moving, flowing, names };
  }
  return look;
}

/** Every edge on the way to a scene whose job runs. The same set while neither the wiring nor what runs has changed. */
function flowingEdges(board: Board): ReadonlySet<string> {
  if (running.edges === board.edges) return running.flowing;
  running = { ...running, edges: board.edges, flowing: edgesTo(board, running.scenes) };
  return running.flowing;
}

function edgesTo(board: Board, scenes: ReadonlySet<string>): ReadonlySet<string> {
  const there = [...scenes].filter((id): id is NodeId => Object.hasOwn(board.nodes, id));
  if (there.length === 0) return none;
  const flowing = new Set<string>();
  for (const id of there) for (const entry of edgesInto(board, id)) flowing.add(entry.id);
  for (const id of upstreamOf(board, there)) {
    for (const entry of edgesInto(board, id)) flowing.add(entry.id);
  }
  return flowing;
}
const none: ReadonlySet<string> = new Set();

const openScenes = (jobs: ReadonlyMap<string, Job>): ReadonlySet<string> =>
  new Set([...jobs.values()].filter(isOpen).map((job) => job.sceneId));

function followJobs(): void {
  const scenes = openScenes(useJobs.getState().jobs);
  if (scenes.size === running.scenes.size && [...scenes].every((id) => running.scenes.has(id))) {
    return;
  }
  const board = activeBoard(useBoards.getState());
  running = {
    scenes,
    edges: board?.edges ?? running.edges,
    flowing: board === undefined ? none : edgesTo(board, scenes),
  };
  refresh();
}

/** An undo, or another tab, can take away what was selected. */
function forgetGone(): void {
  const board = activeBoard(useBoards.getState());
  const { selectedNodes, selectedEdges } = useView.getState();
  const nodes = [...selectedNodes].filter((id) => board && Object.hasOwn(board.nodes, id));
  const edges = [...selectedEdges].filter((id) => board && Object.hasOwn(board.edges, id));
  if (nodes.length !== selectedNodes.size || edges.length !== selectedEdges.size) {
    select(nodes, edges);
  }
}

/** Draws nodes where a drag has them, without a change of the board. */
export function drawAt(next: Look["moving"]): void {
  moving = next;
  refresh();
}

/** Ends a drag with the edit that takes the nodes to where they are drawn already, so that nothing is drawn again. */
export function endMoving(change: () => void): void {
  moving = new Map();
  change();
  refresh();
}

// The facts come first: what is worked out for them is drawn once.
useFacts.subscribe(refresh);
useOpening.subscribe(refresh);
useBoards.subscribe(() => {
  forgetGone();
  refresh();
});
useView.subscribe((state, before) => {
  if (state.selectedEdges !== before.selectedEdges) refresh();
});
useJobs.subscribe((state, before) => {
  if (state.jobs !== before.jobs) followJobs();
});
i18next.on("languageChanged", () => {
  names = makeNames();
  refresh();
});
followJobs();
refresh();

export const edgesOfNode = (board: Board, id: NodeId): readonly EdgeId[] => [
  ...edgesInto(board, id).map((entry) => entry.id),
  ...edgesFrom(board, id).map((entry) => entry.id),
];
