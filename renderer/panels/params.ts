import { z } from "zod";
import { sameJson } from "../../shared/board/compare.ts";
import type { BoardNode } from "../../shared/board/schema.ts";
import type { Control, ParamHint } from "../../shared/nodes/defineNode.ts";
import { definitionOf, isNodeType, type NodeType } from "../../shared/nodes/registry.ts";

/** The form of a node, derived from the zod schema of its params and the hints on it. */

export interface Param {
  readonly name: string;
  readonly hint: ParamHint;
  /** May be null: not sent, the model's own default holds. */
  readonly nullable: boolean;
  /** What a new node has. */
  readonly standard: unknown;
  /** Whether the param takes this value. */
  readonly takes: (value: unknown) => boolean;
}

const controls: { readonly [C in Control]: true } = {
  line: true,
  text: true,
  seconds: true,
  slider: true,
  switch: true,
  choice: true,
  picture: true,
  model: true,
  json: true,
};
// A hint is what a node type's own file says of its param; only its presence is in question here.
const isHint = (meta: object | undefined): meta is ParamHint =>
  meta !== undefined &&
  "control" in meta &&
  typeof meta.control === "string" &&
  Object.hasOwn(controls, meta.control);

/** Params that people look for first, in the order of the form; the others follow as the schema has them. */
const first: { readonly [T in NodeType]?: readonly string[] } = {
  shot: ["prompt", "size", "angle", "move", "lens", "seconds"],
};

function read(type: NodeType): readonly Param[] {
  const definition = definitionOf({ type });
  if (definition === undefined) return [];
  const params = Object.entries(definition.params.shape).flatMap(([name, schema]): Param[] => {
    const hint = z.globalRegistry.get(schema);
    if (!isHint(hint)) return [];
    const one = definition.params.pick({ [name]: true });
    const takes = (value: unknown): boolean => one.safeParse({ [name]: value }).success;
    return [{ name, hint, takes, nullable: takes(null), standard: one.parse({})[name] }];
  });
  const rank = ({ name }: Param): number => {
    const at = first[type]?.indexOf(name) ?? -1;
    return at === -1 ? params.length : at;
  };
  return params.toSorted((a, b) => rank(a) - rank(b));
}

const forms = new Map<NodeType, readonly Param[]>();

/** The params of a type in the order of its form; empty for a type that this version does not know. */
export function paramsOf(type: string): readonly Param[] {
  if (!isNodeType(type)) return [];
  const known = forms.get(type);
  if (known !== undefined) return known;
  const params = read(type);
  forms.set(type, params);
  return params;
}

/** What all of the types have in common: params of the same name, shown in the same way. */
export function commonParams(types: readonly string[]): readonly Param[] {
  const [one, ...others] = [...new Set(types)];
  if (one === undefined) return [];
  return paramsOf(one).filter(({ name, hint }) =>
    others.every((type) =>
      paramsOf(type).some((param) => param.name === name && sameJson(param.hint, hint)),
    ),
  );
}

export type Held = { readonly mixed: false; readonly value: unknown } | { readonly mixed: true };

/** The value that all of the nodes have, or that they differ. */
export function heldBy(nodes: readonly Pick<BoardNode, "params">[], name: string): Held {
  const [one, ...others] = nodes.map(({ params }) => params[name]);
  return others.every((value) => sameJson(value, one))
    ? { mixed: false, value: one }
    : { mixed: true };
}

/** Choices that stand one after the other share rows of two, as the camera of a shot does. */
export function inRows(params: readonly Param[]): readonly (readonly Param[])[] {
  const rows: Param[][] = [];
  for (const param of params) {
    const last = rows.at(-1);
    const pairs = param.hint.control === "choice" && last?.[0]?.hint.control === "choice";
    if (pairs && last.length < 2) last.push(param);
    else rows.push([param]);
  }
  return rows;
}
