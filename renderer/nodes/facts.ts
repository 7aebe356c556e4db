import { create } from "zustand";
import { nodeIdsOf, nodeOf, shotChain } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import type { CompiledScene } from "../../shared/compile/compiled.ts";
import { profileOf } from "../../shared/models/profiles.ts";
import type { ShotValue } from "../../shared/nodes/ports.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useSettled } from "../stores/settled.ts";
import type { AspectRatio } from "./size.ts";

/** What a node can only know from the whole board: where a shot stands in its scene, and what shape its frame has. */
export interface Fact {
  readonly aspectRatio: AspectRatio;
  /** The first scene that a shot belongs to, or the scene itself. */
  readonly sceneId: NodeId | undefined;
  /** Of a shot in its chain, counted from 1; of one that is switched off, the number that it would have. */
  readonly number: number | undefined;
  /** Seconds from the start of the scene; undefined while the shot is in no scene. */
  readonly start: number | undefined;
  readonly shot: ShotValue | undefined;
  /** Characters that the model accepts for one shot. */
  readonly limit: number | undefined;
}
export type Facts = ReadonlyMap<string, Fact>;

const sameFact = (a: Fact, b: Fact): boolean =>
  a.aspectRatio === b.aspectRatio &&
  a.sceneId === b.sceneId &&
  a.number === b.number &&
  a.start === b.start &&
  a.shot === b.shot &&
  a.limit === b.limit;

type Scenes = ReadonlyMap<NodeId, CompiledScene>;

/** Keeps each fact of `previous` that still holds, so that only what changed is drawn again. */
export function factsOf(
  board: Pick<Board, "nodes" | "edges">,
  scenes: Scenes,
  previous: Facts,
): Facts {
  const facts = new Map<string, Fact>();
  let changed = false;
  const learn = (id: string, fact: Fact): void => {
    const old = previous.get(id);
    const kept = old !== undefined && sameFact(old, fact) ? old : fact;
    if (kept !== old) changed = true;
    facts.set(id, kept);
  };
  for (const scene of scenes.values()) {
    for (const [id, fact] of factsOfScene(scene)) if (!facts.has(id)) learn(id, fact);
  }
  const aspectRatio = scenes.values().next().value?.aspectRatio ?? "16:9";
  for (const id of nodeIdsOf(board)) {
    const node = nodeOf(board, id);
    if (node?.type !== "shot" || facts.has(id)) continue;
    learn(id, { ...nothing, aspectRatio, number: numberIn(board, id) });
  }
  return changed || facts.size !== previous.size ? facts : previous;
}

const nothing = { sceneId: undefined, start: undefined, shot: undefined, limit: undefined };

type SceneFacts = readonly (readonly [NodeId, Fact])[];

/** They are the scene's own: one that is compiled as before, such as after a move of others, need not tell them again. */
const known = new WeakMap<CompiledScene, SceneFacts>();

function factsOfScene(scene: CompiledScene): SceneFacts {
  const found = known.get(scene) ?? readScene(scene);
  known.set(scene, found);
  return found;
}

function readScene(scene: CompiledScene): SceneFacts {
  const { aspectRatio, nodeId: sceneId } = scene;
  const model = scene.parts[0]?.model;
  const limit = model === undefined ? undefined : profileOf(model)?.textLimits.segment;
  let start = 0;
  const shots = scene.shots.map((shot, i): readonly [NodeId, Fact] => {
    const fact = { aspectRatio, sceneId, number: i + 1, start, shot, limit };
    start += shot.seconds;
    return [shot.nodeId, fact];
  });
  return [[sceneId, { ...nothing, aspectRatio, sceneId, number: undefined }], ...shots];
}

// `shotChain` asks for placements only where several edges meet at one port; a chain port takes one.
function numberIn(board: Pick<Board, "nodes" | "edges">, id: NodeId): number {
  const chain = shotChain({ ...emptyBoard, ...board }, id);
  // A shot that is bypassed or muted is not counted by those after it.
  return chain.filter((each) => each === id || nodeOf(board, each)?.mode === undefined).length;
}
const emptyBoard: Board = {
  format: "shotgraph",
  formatVersion: 1,
  title: "",
  nodes: {},
  edges: {},
  layout: {},
};

/** The facts of the active board. Derived: nothing else writes here. */
export const useFacts = create<{ readonly facts: Facts }>()(() => ({ facts: new Map() }));

let last: { board: Board | undefined; scenes: Scenes } | undefined;

function refresh(): void {
  const { board } = useSettled.getState();
  const { scenes } = useCompiled.getState();
  const wiredAlike =
    last?.board !== undefined &&
    board?.nodes === last.board.nodes &&
    board.edges === last.board.edges;
  if (last !== undefined && scenes === last.scenes && (board === last.board || wiredAlike)) return;
  last = { board, scenes };
  const before = useFacts.getState().facts;
  const facts = board === undefined ? new Map<string, Fact>() : factsOf(board, scenes, before);
  if (facts !== before) useFacts.setState({ facts });
}

useCompiled.subscribe(refresh);
useSettled.subscribe(refresh);

export const useFact = (id: string): Fact | undefined => useFacts((state) => state.facts.get(id));
