import { z } from "zod";
import { boardLimits } from "../board/schema.ts";
import { defineNode } from "./defineNode.ts";
import { storableSeconds } from "./seconds.ts";

/** Where shots, words and settings come together: the compiler turns a scene into one or more requests. */
export const sceneNode = defineNode({
  type: "scene",
  color: "video",
  inputs: {
    shots: { kind: "shots" },
    prompt: { kind: "text", many: true },
    negative: { kind: "text", many: true },
    settings: { kind: "settings" },
    startImage: { kind: "image" },
    endImage: { kind: "image" },
  },
  outputs: { video: { kind: "video" } },
  params: z.looseObject({
    /** One line about the whole: the service wants a prompt even when every shot has its own. */
    summary: z.string().max(boardLimits.textCharacters).default("").meta({ control: "text" }),
    /** Seconds of the video when no shot is wired; null: not sent, the model's own default holds. */
    seconds: z
      .int()
      .min(storableSeconds.min)
      .max(storableSeconds.max)
      .nullable()
      .default(5)
      .meta({ control: "seconds", min: 1, max: 15, step: 1, rare: true }),
    /** Send an end image together with shots, although upstream says that it is not supported. */
    allowEndImage: z.boolean().default(false).meta({ control: "switch", rare: true }),
    /** Refuse to split a scene that is too long for one request. */
    onePart: z.boolean().default(false).meta({ control: "switch", rare: true }),
  }),
  evaluate: (_params, _inputs, { nodeId }) => ({ video: { kind: "video", nodeId } }),
});
