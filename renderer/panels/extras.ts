import type { ComponentType } from "react";
import type { NodeId } from "../../shared/board/schema.ts";
import type { NodeType } from "../../shared/nodes/registry.ts";
import { ElementUse } from "./ElementUse.tsx";
import { SceneFacts } from "./SceneFacts.tsx";
import { SentWords } from "./SentWords.tsx";
import { SizeFields } from "./SizeFields.tsx";

/** What some types show besides their params. */
export const extras: {
  readonly [T in NodeType]?: ComponentType<{ readonly id: NodeId }>;
} = {
  shot: SentWords,
  element: ElementUse,
  scene: SceneFacts,
  note: SizeFields,
  frame: SizeFields,
};
