import type { z } from "zod";
import type { BoardNode } from "../board/schema.ts";
import type { EvaluateContext, NodeDefinition, ParamsSchema } from "./defineNode.ts";
import { elementNode } from "./element.ts";
import { frameNode } from "./frame.ts";
import { imageNode } from "./image.ts";
import { joinNode } from "./join.ts";
import { noteNode } from "./note.ts";
import type { InputPort, OutputPort, PortValue } from "./ports.ts";
import { promptNode } from "./prompt.ts";
import { rerouteNode } from "./reroute.ts";
import { sceneNode } from "./scene.ts";
import { settingsNode } from "./settings.ts";
import { shotNode } from "./shot.ts";

/** Every node type, in the order of the palette. The types below derive from this list. */
export const nodeDefinitions = {
  shot: shotNode,
  prompt: promptNode,
  element: elementNode,
  join: joinNode,
  settings: settingsNode,
  image: imageNode,
  scene: sceneNode,
  note: noteNode,
  frame: frameNode,
  reroute: rerouteNode,
} as const;

export type NodeType = keyof typeof nodeDefinitions;
export type ParamsOf<T extends NodeType> = z.infer<(typeof nodeDefinitions)[T]["params"]>;
export const nodeTypes = Object.keys(nodeDefinitions) as NodeType[];

export const isNodeType = (type: string): type is NodeType => Object.hasOwn(nodeDefinitions, type);

/** The part of a definition that does not depend on the type's own params. */
export interface AnyDefinition {
  readonly type: NodeType;
  readonly color: NodeDefinition["color"];
  readonly inputs: { readonly [name: string]: InputPort };
  readonly outputs: { readonly [name: string]: OutputPort };
  readonly params: ParamsSchema;
  /**
   * A method, not a property: only so may a function of the type's own params and ports stand here. Params were parsed
   * when the board was, and an edge joins ports of one kind.
   */
  evaluate(
    params: BoardNode["params"],
    inputs: { readonly [port: string]: readonly PortValue[] },
    context: EvaluateContext,
  ): { readonly [port: string]: PortValue | undefined };
}

/** The definition of a node, or undefined for a type that this version does not know. */
export function definitionOf(node: Pick<BoardNode, "type">): AnyDefinition | undefined {
  return isNodeType(node.type) ? nodeDefinitions[node.type] : undefined;
}

/** The node with its params typed, when it is of that type. Params were parsed when the board was. */
export function isNode<T extends NodeType>(
  node: BoardNode | undefined,
  type: T,
): node is BoardNode & { type: T; params: ParamsOf<T> } {
  return node?.type === type;
}
