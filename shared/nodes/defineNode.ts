import type { z } from "zod";
import type { NodeId } from "../board/schema.ts";
import type {
  InputPort,
  OutputPort,
  PortKind,
  PortValue,
  PortValues,
  TextPiece,
  TextValue,
} from "./ports.ts";

/** How the form shows a param. Given with `.meta({ control: … })` on the param's schema. */
export type Control =
  | "line"
  | "text"
  | "seconds"
  | "slider"
  | "switch"
  | "choice"
  | "picture"
  | "model"
  | "json";

/** Read with `schema.meta()`; labels and choices are named in the locale files by node type, param and value. */
export interface ParamHint {
  readonly control: Control;
  /** Values of a `choice`; an empty string stands for "not said". */
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Shown only once the user opens "more". */
  readonly rare?: boolean;
}

export type ParamsSchema = z.ZodObject<z.ZodRawShape>;
type Ports<P> = { readonly [name: string]: P };

type ValueOf<K extends PortKind | "any"> = K extends PortKind ? PortValues[K] : PortValue;

/** What a node reads at its inputs: per port the values of its edges, in order. An unwired port has none. */
type InputValues<I extends Ports<InputPort>> = {
  readonly [name in keyof I]: readonly ValueOf<I[name]["kind"]>[];
};
type OutputValues<O extends Ports<OutputPort>> = {
  readonly [name in keyof O]?: ValueOf<O[name]["kind"]>;
};

export interface EvaluateContext {
  readonly nodeId: NodeId;
  readonly title: string | undefined;
  /** Replaces `@name` of an element by its description, keeping where each piece came from. */
  readonly expand: (text: string, field: string) => readonly TextPiece[];
  /**
   * Makes a value, or gives the last one again while the node, the elements it names and `inputs` are the same: for a
   * costly part that does not depend on every input. At most once in an evaluation.
   */
  readonly keep: <V>(inputs: readonly PortValue[], make: () => V) => V;
}

export interface NodeDefinition<
  T extends string = string,
  I extends Ports<InputPort> = Ports<InputPort>,
  O extends Ports<OutputPort> = Ports<OutputPort>,
  P extends ParamsSchema = ParamsSchema,
> {
  readonly type: T;
  /** The kind whose colour marks the node. */
  readonly color: PortKind | "neutral";
  readonly inputs: I;
  readonly outputs: O;
  /** Every param has a default, so that `params.parse({})` is a new node. */
  readonly params: P;
  readonly evaluate: (
    params: z.infer<P>,
    inputs: InputValues<I>,
    context: EvaluateContext,
  ) => OutputValues<O>;
}

/** Keeps the literal types of one node type's file. */
export function defineNode<
  const T extends string,
  const I extends Ports<InputPort>,
  const O extends Ports<OutputPort>,
  P extends ParamsSchema,
>(definition: NodeDefinition<T, I, O, P>): NodeDefinition<T, I, O, P> {
  return definition;
}

export const textValue = (pieces: readonly TextPiece[]): TextValue => ({ kind: "text", pieces });
