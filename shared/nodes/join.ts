import { z } from "zod";
import { defineNode, textValue } from "./defineNode.ts";
import type { TextPiece } from "./ports.ts";

export const joinNode = defineNode({
  type: "join",
  color: "text",
  inputs: { text: { kind: "text", many: true } },
  outputs: { text: { kind: "text" } },
  params: z.looseObject({
    separator: z.string().max(20).default(" ").meta({ control: "line" }),
  }),
  evaluate: (params, inputs, context) => {
    const filled = inputs.text.filter((value) => value.pieces.some((piece) => piece.text !== ""));
    const between: TextPiece = {
      text: params.separator,
      source: { nodeId: context.nodeId, field: "separator" },
    };
    return {
      text: textValue(
        filled.flatMap((value, i) => (i === 0 ? value.pieces : [between, ...value.pieces])),
      ),
    };
  },
});
