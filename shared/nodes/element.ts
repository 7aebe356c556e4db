import { z } from "zod";
import { boardLimits } from "../board/schema.ts";
import { defineNode } from "./defineNode.ts";
import { pictureSchema } from "./picture.ts";

const elementKinds = ["character", "place", "prop", "style"] as const;

/** What may stand after the `@`: letters of any script, digits, `_` and `-`. */
export const elementNamePattern = /^[\p{L}\p{N}_-]*$/u;

/** Has no ports: a text names it with `@name`, and the compiler puts its description there. */
export const elementNode = defineNode({
  type: "element",
  color: "text",
  inputs: {},
  outputs: {},
  params: z.looseObject({
    name: z.string().max(40).regex(elementNamePattern).default("").meta({ control: "line" }),
    kind: z
      .enum(elementKinds)
      .default("character")
      .meta({ control: "choice", choices: [...elementKinds] }),
    description: z.string().max(boardLimits.textCharacters).default("").meta({ control: "text" }),
    picture: pictureSchema,
  }),
  evaluate: () => ({}),
});
