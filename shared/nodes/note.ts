import { z } from "zod";
import { boardLimits } from "../board/schema.ts";
import { defineNode } from "./defineNode.ts";

/** Canvas only: never sent anywhere. */
export const noteNode = defineNode({
  type: "note",
  color: "neutral",
  inputs: {},
  outputs: {},
  params: z.looseObject({
    text: z.string().max(boardLimits.textCharacters).default("").meta({ control: "text" }),
  }),
  evaluate: () => ({}),
});
