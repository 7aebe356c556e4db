import type { Board, NodeId } from "../board/schema.ts";
import type { Json, ShotValue, Source } from "../nodes/ports.ts";

/** The body of one call to the service: only fields of the model's own schema, in the profile's order. */
export type RequestInput = { readonly [field: string]: Json };

export interface PartShot {
  readonly nodeId: NodeId;
  /** Seconds from the beginning of the part. */
  readonly start: number;
  readonly seconds: number;
}

/** One request of a scene. Most scenes have one part; a scene too long for the model has several. */
export interface Part {
  readonly model: string;
  readonly input: RequestInput;
  readonly shots: readonly PartShot[];
  /** Seconds of video that this part makes; null when only the service can know (video to video). */
  readonly seconds: number | null;
  /** Estimate in USD; null when it cannot be known, never 0 for unknown. */
  readonly price: number | null;
  /** Asked of few of a board's requests: of the one that is looked at. */
  readonly sources: () => readonly RequestSource[];
}

/** Ties a piece of a request to the place on the board that it came from. */
export interface RequestSource {
  /** Where in the input, e.g. `["multi_prompt", 0, "prompt"]`. */
  readonly path: readonly (string | number)[];
  /** Characters `start` to `end` (exclusive) of the text at `path`; absent for the whole value. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly source: Source;
}

export interface CompiledScene {
  readonly nodeId: NodeId;
  readonly title: string | undefined;
  readonly aspectRatio: "16:9" | "9:16" | "1:1";
  readonly parts: readonly Part[];
  /** Every shot of the scene in order, over all parts; empty when the scene has only a prompt. */
  readonly shots: readonly ShotValue[];
  readonly seconds: number | null;
  readonly price: number | null;
  /** An error on the scene or on something that feeds it: its parts are for looking at, not for sending. */
  readonly hasErrors: boolean;
}

export type Severity = "error" | "warning" | "hint";

/** Something wrong in a board. Its sentence is made from the locale files by `code` and `values`. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly nodeId: NodeId | undefined;
  /** The param or port that it is about. */
  readonly field: string | undefined;
  readonly values: { readonly [name: string]: string | number };
  readonly fixes: readonly Fix[];
}

/** An edit that one click applies. Its label is made from the locale files by `code` and `values`. */
export interface Fix {
  readonly code: string;
  readonly values: { readonly [name: string]: string | number };
  readonly apply: (board: Board) => Board;
}

export interface Compiled {
  readonly scenes: ReadonlyMap<NodeId, CompiledScene>;
  readonly problems: readonly Problem[];
}
