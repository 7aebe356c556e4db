import { z } from "zod";
import { boardLimits } from "../board/schema.ts";
import { defineNode, textValue } from "./defineNode.ts";

export const promptNode = defineNode({
  type: "prompt",
  color: "text",
  inputs: {},
  outputs: { text: { kind: "text" } },
  params: z.looseObject({
    text: z.string().max(boardLimits.textCharacters).default("").meta({ control: "text" }),
  }),
  evaluate: (params, _inputs, context) => ({
    text: textValue(context.expand(params.text, "text")),
  }),
});
