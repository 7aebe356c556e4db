import { create } from "zustand";
import { emptyBoard } from "../../shared/board/empty.ts";
import {
  countedBeside,
  countedShots,
  nodeIdsOf,
  nodeOf,
  shotChain,
} from "../../shared/board/graph.ts";
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
  /** Of a shot in its chain, counted from 1; of one that does not count, the number that it would have. */
  readonly number: number | undefined;
  /** The number as it is written: in brackets when the shot does not count, since another one has it too. */
  readonly numeral: string | undefined;
  /** False when the shot is off, or cut off by one that is muted. */
  readonly counts: boolean;
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
  a.numeral === b.numeral &&
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
  const left = nodeIdsOf(board).filter(
    (id) => nodeOf(board, id)?.type === "shot" && !facts.has(id),
  );
  // Placements are asked for only where several edges meet at one port; a chain port takes one.
  const whole = { ...emptyBoard(), ...board };
  const counted = countedBeside(whole, left);
  for (const id of left) {
    const number = numberIn(whole, id);
    const counts = counted.has(id);
    const numeral = counts ? `${number}` : `(${number})`;
    learn(id, { ...nothing, aspectRatio, number, numeral, counts });
  }
  return changed || facts.size !== previous.size ? facts : previous;
}

const nothing = {
  sceneId: undefined,
  number: undefined,
  numeral: undefined,
  counts: true,
  start: undefined,
  shot: undefined,
  limit: undefined,
};

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
    const number = i + 1;
    const numeral = `${number}`;
    const fact = { aspectRatio, sceneId, number, numeral, counts: true, start, shot, limit };
    start += shot.seconds;
    return [shot.nodeId, fact];
  });
  return [[sceneId, { ...nothing, aspectRatio, sceneId }], ...shots];
}

/** Its own place after those that count before it, whether it is off or not. */
function numberIn(board: Board, id: NodeId): number {
  const before = shotChain(board, id).at(-2);
  return before === undefined ? 1 : countedShots(board, before).length + 1;
}

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
