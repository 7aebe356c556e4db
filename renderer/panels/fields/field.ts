import type { NodeId } from "../../../shared/board/schema.ts";
import type { Held, Param } from "../params.ts";

/** What a form field is given: one param of one node, or of several at once. */
export interface FieldProps {
  readonly ids: readonly NodeId[];
  readonly type: string;
  readonly param: Param;
  readonly held: Held;
  /** Gives the value to all of the nodes. False, and nothing is changed, when the param does not take it. */
  readonly change: (value: unknown) => boolean;
}

export const textIn = (held: Held): string =>
  !held.mixed && typeof held.value === "string" ? held.value : "";
export const numberIn = (held: Held): number | null =>
  !held.mixed && typeof held.value === "number" ? held.value : null;
