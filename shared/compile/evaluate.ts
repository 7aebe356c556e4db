import { sameItems } from "../board/compare.ts";
import type { EdgeEntry } from "../board/graph.ts";
import type { BoardNode, NodeId } from "../board/schema.ts";
import type { PortValue } from "../nodes/ports.ts";
import { definitionOf, type AnyDefinition } from "../nodes/registry.ts";
import type { Problem } from "./compiled.ts";
import type { Elements } from "./elements.ts";
import { expandText, mentionsOf, stillFinds, type Found } from "./mentions.ts";
import { problem } from "./problems.ts";

/** What one node hands on, and all that this depends on, so that it is found out again only when that has changed. */

export type Values = { readonly [port: string]: readonly PortValue[] };
type Outputs = { readonly [port: string]: PortValue | undefined };

/** What a node makes of what it is given. */
interface Said {
  readonly found: Found;
  readonly kept: Kept | undefined;
  readonly outputs: Outputs;
  readonly problems: readonly Problem[];
  /** What this node hands on, or what it was given, is not all that there should be. */
  readonly broken: boolean;
}

/** What came along each wire. */
interface Reading {
  readonly wires: readonly EdgeEntry[];
  readonly read: readonly (PortValue | undefined)[];
}

export interface NodeResult extends Said, Reading {
  readonly node: BoardNode;
}

interface Kept {
  readonly inputs: readonly PortValue[];
  readonly value: unknown;
}

export interface NodeAsk {
  readonly nodeId: NodeId;
  readonly node: BoardNode;
  readonly wires: readonly EdgeEntry[];
  /** Of every node before this one. */
  readonly results: ReadonlyMap<NodeId, NodeResult>;
  readonly behindCycle: boolean;
  readonly elements: Elements;
}

function readFrom({ results }: NodeAsk, { edge: { from } }: EdgeEntry): PortValue | undefined {
  const outputs = results.get(from.node)?.outputs;
  return outputs && Object.hasOwn(outputs, from.port) ? outputs[from.port] : undefined;
}

const isBroken = ({ behindCycle, wires, results }: NodeAsk): boolean =>
  behindCycle || wires.some(({ edge }) => results.get(edge.from.node)?.broken);

/** Whether the node would give the same again. */
export const isFresh = (result: NodeResult, ask: NodeAsk): boolean =>
  result.node === ask.node &&
  result.wires.length === ask.wires.length &&
  ask.wires.every(
    (wire, i) =>
      result.wires[i]?.edge.to.port === wire.edge.to.port && result.read[i] === readFrom(ask, wire),
  ) &&
  result.broken === isBroken(ask) &&
  stillFinds(result.found, ask.elements);

// Most ports have one wire at most, and a list that grows has room for seventeen.
const none: PortValue[] = [];

/** The values at each of the node's ports, in the order of the wires. */
export function valuesOf({ inputs }: AnyDefinition, { wires, read }: Reading): Values {
  const values: { [port: string]: PortValue[] } = {};
  for (const port of Object.keys(inputs)) values[port] = none;
  wires.forEach(({ edge }, i) => {
    const value = read[i];
    const others = values[edge.to.port];
    if (value === undefined || others === undefined) return;
    if (others === none) values[edge.to.port] = [value];
    else others.push(value);
  });
  return values;
}

export function evaluateNode(ask: NodeAsk, before: NodeResult | undefined): NodeResult {
  const { node, wires } = ask;
  const read = wires.map((wire) => readFrom(ask, wire));
  const { found, kept, outputs, problems, broken } = saidBy(ask, { wires, read }, before);
  return {
    node,
    wires,
    read,
    found,
    kept,
    outputs,
    problems,
    broken: broken || isBroken(ask),
  };
}

const nothing: Said = {
  found: undefined,
  kept: undefined,
  outputs: {},
  problems: [],
  broken: false,
};

function saidBy(ask: NodeAsk, reading: Reading, before: NodeResult | undefined): Said {
  const { nodeId, node } = ask;
  const definition = definitionOf(node);
  if (!definition) {
    return { ...nothing, problems: [problem("unknownType", { nodeId }, { type: node.type })] };
  }
  // What is behind a cycle has no order of its own: nothing of it may be handed on.
  if (node.mode === "muted" || ask.behindCycle) return nothing;
  const values = valuesOf(definition, reading);
  return node.mode === "bypassed"
    ? { ...nothing, outputs: passedThrough(definition, values) }
    : evaluateActive(ask, definition, values, before);
}

/** A bypassed node hands on the first thing of the right kind that it is given. */
function passedThrough({ inputs, outputs }: AnyDefinition, values: Values): Outputs {
  const given = Object.keys(inputs).flatMap((port) => values[port] ?? []);
  return Object.fromEntries(
    Object.entries(outputs).map(([port, { kind }]) => [
      port,
      given.find((value) => value.kind === kind),
    ]),
  );
}

function evaluateActive(
  { nodeId, node, elements }: NodeAsk,
  definition: AnyDefinition,
  values: Values,
  before: NodeResult | undefined,
): Said {
  const memory = before?.node === node && stillFinds(before.found, elements) ? before : undefined;
  const mentions = mentionsOf(nodeId, elements, memory);
  let kept: Kept | undefined;
  const outputs = definition.evaluate(node.params, values, {
    nodeId,
    title: node.title,
    expand: (text, field) => expandText(text, field, mentions),
    keep: (inputs, make) => {
      // The function that makes the value is the same one at each evaluation of a node.
      const value =
        memory?.kept && sameItems(memory.kept.inputs, inputs)
          ? (memory.kept.value as ReturnType<typeof make>)
          : make();
      kept = { inputs, value };
      return value;
    },
  });
  const { found, problems } = mentions;
  if (!runsAway(outputs)) return { found, kept, outputs, problems, broken: false };
  problems.push(problem("textRunsAway", { nodeId }, { limit: mostCharacters }));
  return { found, kept, outputs: {}, problems, broken: true };
}

/** Joins that are joined again double a text at each step: a board must not be able to fill the memory. */
const mostCharacters = 50_000;
const mostPieces = 5_000;

const runsAway = (outputs: Outputs): boolean =>
  Object.values(outputs).some(
    (value) =>
      value?.kind === "text" &&
      (value.pieces.length > mostPieces ||
        value.pieces.reduce((count, piece) => count + piece.text.length, 0) > mostCharacters),
  );
