import { sameItems } from "../board/compare.ts";
import { changedIds } from "../board/patch.ts";
import type { Board, NodeId } from "../board/schema.ts";
import type { Profiles } from "../models/profile.ts";
import { definitionOf, isNode } from "../nodes/registry.ts";
import type { Compiled, CompiledScene, Problem } from "./compiled.ts";
import { elementsOf, type Elements } from "./elements.ts";
import { evaluateNode, isFresh, valuesOf, type NodeResult } from "./evaluate.ts";
import { breakCycle } from "./fixes.ts";
import { expandText, mentionsOf, stillFinds, type Found } from "./mentions.ts";
import { listed, problem } from "./problems.ts";
import { compileScene, type SceneResult } from "./scene.ts";
import { viewOf } from "./view.ts";
import { hasSameTypes, movedWiring, wiresInto, wiringOf, type Wiring } from "./wiring.ts";

/** All requests of a board, and everything that is wrong in it. The same board gives the same answer. */
export const compile = (board: Board, profiles: Profiles): Compiled =>
  stepTo(board, profiles, undefined).compiled;

/**
 * The same for the boards of one window, one after the other: what has not changed since the last one is not compiled
 * again and keeps its identity.
 */
export function createCompiler(profiles: Profiles): (board: Board) => Compiled {
  let last: Step | undefined;
  return (board) => {
    last = stepTo(board, profiles, last);
    return last.compiled;
  };
}

/** A compiled board with all that the next one can use of it. */
interface Step {
  readonly board: Board;
  readonly wiring: Wiring;
  readonly elements: Elements;
  readonly results: ReadonlyMap<NodeId, NodeResult>;
  readonly scenes: ReadonlyMap<NodeId, SceneMemo>;
  readonly compiled: Compiled;
}

interface SceneMemo extends SceneResult {
  readonly from: NodeResult;
  readonly found: Found;
}

function stepTo(board: Board, profiles: Profiles, last: Step | undefined): Step {
  const wiring = wiringAfter(board, last);
  const hasSameNodes = last?.board.nodes === board.nodes;
  // Nodes were moved, and none of them past another one where that matters.
  if (hasSameNodes && last.wiring === wiring) return { ...last, board };
  const elements = elementsOf(board.nodes, wiring.elements, last?.elements);
  // A scene that was moved past another one changes what comes first, and nothing that any node says.
  const sayAlike =
    hasSameNodes &&
    last.wiring.wires === wiring.wires &&
    last.wiring.crowded === wiring.crowded &&
    last.elements === elements;
  const results = sayAlike ? last.results : evaluateAll(board.nodes, wiring, elements, last);
  const scenes = compileScenes(wiring, results, elements, profiles, last);
  const isSame =
    last?.board.edges === board.edges &&
    sameItems(last.wiring.scenes, wiring.scenes) &&
    last.elements === elements &&
    sameEntries(last.results, results) &&
    sameEntries(last.scenes, scenes);
  const compiled = isSame ? last.compiled : compiledOf(wiring, elements, results, scenes);
  return { board, wiring, elements, results, scenes, compiled };
}

function wiringAfter(board: Board, last: Step | undefined): Wiring {
  if (
    last?.board.edges !== board.edges ||
    !hasSameTypes(board.nodes, last.board.nodes, last.wiring)
  ) {
    return wiringOf(board);
  }
  return movedWiring(board, last.wiring, changedIds(last.board.layout, board.layout));
}

const sameEntries = <K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean => {
  if (a.size !== b.size) return false;
  for (const [key, value] of b) if (a.get(key) !== value) return false;
  return true;
};

function evaluateAll(
  nodes: Board["nodes"],
  wiring: Wiring,
  elements: Elements,
  last: Step | undefined,
): ReadonlyMap<NodeId, NodeResult> {
  const results = new Map<NodeId, NodeResult>();
  for (const nodeId of wiring.order) {
    const node = nodes[nodeId];
    if (!node) continue;
    const ask = {
      nodeId,
      node,
      wires: wiresInto(wiring, nodeId),
      results,
      behindCycle: wiring.behindCycle.has(nodeId),
      elements,
    };
    const before = last?.results.get(nodeId);
    results.set(nodeId, before && isFresh(before, ask) ? before : evaluateNode(ask, before));
  }
  return results;
}

function compileScenes(
  wiring: Wiring,
  results: ReadonlyMap<NodeId, NodeResult>,
  elements: Elements,
  profiles: Profiles,
  last: Step | undefined,
): ReadonlyMap<NodeId, SceneMemo> {
  const scenes = new Map<NodeId, SceneMemo>();
  for (const nodeId of wiring.scenes) {
    const from = results.get(nodeId);
    if (!from || from.node.mode !== undefined) continue;
    const before = last?.scenes.get(nodeId);
    const isSame = before?.from === from && stillFinds(before.found, elements);
    const scene = isSame ? before : sceneOf(nodeId, from, elements, profiles, before?.made);
    if (scene) scenes.set(nodeId, scene);
  }
  return scenes;
}

function sceneOf(
  nodeId: NodeId,
  from: NodeResult,
  elements: Elements,
  profiles: Profiles,
  before: SceneMemo["made"] | undefined,
): SceneMemo | undefined {
  const { node } = from;
  const definition = definitionOf(node);
  if (!isNode(node, "scene") || !definition) return undefined;
  const { title, params } = node;
  const mentions = mentionsOf(nodeId, elements);
  const summary = expandText(params.summary, "summary", mentions);
  const values = valuesOf(definition, from);
  const hasChain = from.wires.some(({ edge }) => edge.to.port === "shots");
  const view = viewOf({ nodeId, title, params, values, hasChain, summary, elements, profiles });
  const { scene, problems, made } = compileScene(view, from.broken, before);
  return {
    scene,
    problems: [...mentions.problems, ...problems],
    made,
    from,
    found: mentions.found,
  };
}

function compiledOf(
  wiring: Wiring,
  elements: Elements,
  results: ReadonlyMap<NodeId, NodeResult>,
  scenes: ReadonlyMap<NodeId, SceneMemo>,
): Compiled {
  const found: Problem[] = [];
  for (const cycle of wiring.cycles) {
    for (const nodeId of cycle) {
      found.push(problem("cycle", { nodeId }, {}, [breakCycle(nodeId, new Set(cycle))]));
    }
  }
  const compiledScenes = new Map<NodeId, CompiledScene>();
  for (const [nodeId, { scene, problems }] of scenes) {
    compiledScenes.set(nodeId, scene);
    found.push(...problems);
  }
  for (const { nodeId, name } of elements.twins) {
    found.push(problem("elementTwice", { nodeId, field: "name" }, { name }));
  }
  for (const { problems } of results.values()) for (const each of problems) found.push(each);
  for (const nodeId of wiring.looseShots) {
    if (results.get(nodeId)?.node.mode !== "muted") {
      found.push(problem("shotLoose", { nodeId, field: "shots" }, {}));
    }
  }
  return { scenes: compiledScenes, problems: listed(found) };
}
