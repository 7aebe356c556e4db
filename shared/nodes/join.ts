import { z } from "zod";
import { defineNode, textValue } from "./defineNode.ts";
import { joinTexts, type TextPiece } from "./ports.ts";

export const joinNode = defineNode({
  type: "join",
  color: "text",
  inputs: { text: { kind: "text", many: true } },
  outputs: { text: { kind: "text" } },
  params: z.looseObject({
    separator: z.string().max(20).default(" ").meta({ control: "line" }),
  }),
  evaluate: (params, inputs, context) => {
    const between: TextPiece = {
      text: params.separator,
      source: { nodeId: context.nodeId, field: "separator" },
    };
    const texts = inputs.text.map((value) => value.pieces);
    return { text: textValue(joinTexts(texts, between)) };
  },
});
