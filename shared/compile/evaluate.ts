import type { BoardNode, NodeId } from "../board/schema.ts";
import type { EvaluateContext } from "../nodes/defineNode.ts";
import type { PortValue, Source } from "../nodes/ports.ts";
import { definitionOf, type AnyDefinition } from "../nodes/registry.ts";
import type { Problem } from "./compiled.ts";
import {
  expandText,
  lookupIn,
  stillFinds,
  type Element,
  type Elements,
  type Lookup,
} from "./elements.ts";
import { addElement } from "./fixes.ts";
import { problem } from "./problems.ts";
import type { Wire } from "./wiring.ts";

/** What one node hands on, and all that this depends on, so that it is found out again only when that has changed. */

export type Values = { readonly [port: string]: readonly PortValue[] };
type Outputs = { readonly [port: string]: PortValue | undefined };
type Expand = EvaluateContext["expand"];

export interface NodeResult {
  readonly node: BoardNode;
  readonly wires: readonly Wire[];
  /** What came along each wire. */
  readonly read: readonly (PortValue | undefined)[];
  readonly found: ReadonlyMap<string, Element | undefined>;
  readonly kept: Kept | undefined;
  readonly outputs: Outputs;
  readonly problems: readonly Problem[];
  /** What this node hands on, or what it was given, is not all that there should be. */
  readonly broken: boolean;
}

interface Kept {
  readonly inputs: readonly PortValue[];
  readonly value: unknown;
}

export interface NodeAsk {
  readonly nodeId: NodeId;
  readonly node: BoardNode;
  readonly wires: readonly Wire[];
  /** Of every node before this one. */
  readonly results: ReadonlyMap<NodeId, NodeResult>;
  readonly behindCycle: boolean;
  readonly elements: Elements;
}

export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

function readFrom({ results }: NodeAsk, { from }: Wire): PortValue | undefined {
  const outputs = results.get(from.node)?.outputs;
  return outputs && Object.hasOwn(outputs, from.port) ? outputs[from.port] : undefined;
}

const isBroken = ({ behindCycle, wires, results }: NodeAsk): boolean =>
  behindCycle || wires.some((wire) => results.get(wire.from.node)?.broken);

/** Whether the node would give the same again. */
export function isFresh(result: NodeResult, ask: NodeAsk): boolean {
  return (
    result.node === ask.node &&
    result.wires.length === ask.wires.length &&
    ask.wires.every(
      (wire, i) => result.wires[i]?.port === wire.port && result.read[i] === readFrom(ask, wire),
    ) &&
    result.broken === isBroken(ask) &&
    stillFinds(result, ask.elements)
  );
}

/** The values at each of the node's ports, in the order of the wires. */
export function valuesOf({ inputs }: AnyDefinition, { wires, read }: NodeResult | Reading): Values {
  const values: { [port: string]: PortValue[] } = {};
  for (const port of Object.keys(inputs)) values[port] = [];
  for (const [i, wire] of wires.entries()) {
    const value = read[i];
    if (value) values[wire.port]?.push(value);
  }
  return values;
}

type Reading = Pick<NodeResult, "wires" | "read">;

export function evaluateNode(ask: NodeAsk, before: NodeResult | undefined): NodeResult {
  const { nodeId, node, wires } = ask;
  const nothing: NodeResult = {
    node,
    wires,
    read: wires.map((wire) => readFrom(ask, wire)),
    found: nothingFound,
    kept: undefined,
    outputs: {},
    problems: [],
    broken: isBroken(ask),
  };
  const definition = definitionOf(node);
  if (!definition) {
    return { ...nothing, problems: [problem("unknownType", { nodeId }, { type: node.type })] };
  }
  // What is behind a cycle has no order of its own: nothing of it may be handed on.
  if (node.mode === "muted" || ask.behindCycle) return nothing;
  const values = valuesOf(definition, nothing);
  if (node.mode === "bypassed") return { ...nothing, outputs: passedThrough(definition, values) };
  return { ...nothing, ...evaluateActive(ask, definition, values, before) };
}

const nothingFound: NodeResult["found"] = new Map();

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
): Pick<NodeResult, "found" | "kept" | "outputs" | "problems"> & { readonly broken?: true } {
  const memory = before?.node === node && stillFinds(before, elements) ? before : undefined;
  const { expand, lookup, problems } = expander(nodeId, elements, memory);
  let kept: Kept | undefined;
  const keep = <V>(inputs: readonly PortValue[], make: () => V): V => {
    // The function that makes the value is the same one at each evaluation of a node.
    const value =
      memory?.kept && sameItems(memory.kept.inputs, inputs) ? (memory.kept.value as V) : make();
    kept = { inputs, value };
    return value;
  };
  const outputs = definition.evaluate(node.params, values, {
    nodeId,
    title: node.title,
    expand,
    keep,
  });
  if (runsAway(outputs)) {
    const tooMuch = problem("textRunsAway", { nodeId }, { limit: mostCharacters });
    return {
      found: lookup.found(),
      kept,
      outputs: {},
      problems: [...problems, tooMuch],
      broken: true,
    };
  }
  return { found: lookup.found(), kept, outputs, problems };
}

/** Begins with what the last evaluation found, because a kept value is not expanded again. */
export function expander(
  nodeId: NodeId,
  elements: Elements,
  memory?: Pick<NodeResult, "found" | "problems">,
): { expand: Expand; lookup: Lookup; problems: Problem[] } {
  const lookup = lookupIn(elements, memory?.found);
  const problems = memory?.problems.filter(({ code }) => code === "unknownName") ?? [];
  const onUnknown = (name: string, source: Source): void => {
    if (problems.some((p) => p.nodeId === source.nodeId && p.values["name"] === name)) return;
    problems.push(problem("unknownName", source, { name }, [addElement(name, source.nodeId)]));
  };
  const expand: Expand = (text, field) =>
    expandText(text, { nodeId, field }, lookup.find, onUnknown);
  return { expand, lookup, problems };
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
