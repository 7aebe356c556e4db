import { z } from "zod";
import { boardLimits } from "../board/schema.ts";
import { defineNode } from "./defineNode.ts";

/** Canvas only: stands behind nodes and carries them when it is moved. Its name is its title. */
export const frameNode = defineNode({
  type: "frame",
  color: "neutral",
  inputs: {},
  outputs: {},
  params: z.looseObject({
    notes: z.string().max(boardLimits.textCharacters).default("").meta({ control: "text" }),
  }),
  evaluate: () => ({}),
});
