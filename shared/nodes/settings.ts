import { z } from "zod";
import { defineNode } from "./defineNode.ts";
import type { SettingsValue } from "./ports.ts";

export const aspectRatios = ["16:9", "9:16", "1:1"] as const;
const shotTypes = ["customize", "intelligent"] as const;
export const defaultModel = "kling/kling-3.0/pro/text-to-video";

// "" and null mean "not sent": the model's own default holds. Only an imported request brings them.
const paramsSchema = z.looseObject({
  /** A model id of the service. One that has no profile is kept and reported by the compiler. */
  model: z.string().max(200).default(defaultModel).meta({ control: "model" }),
  aspectRatio: z
    .enum(["", ...aspectRatios])
    .default("16:9")
    .meta({ control: "choice", choices: ["", ...aspectRatios] }),
  cfgScale: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .default(0.5)
    .meta({ control: "slider", min: 0, max: 1, step: 0.05 }),
  audio: z.boolean().nullable().default(false).meta({ control: "switch" }),
  shotType: z
    .enum(["", ...shotTypes])
    .default("customize")
    .meta({ control: "choice", choices: ["", ...shotTypes], rare: true }),
  /** Fields of the model's schema that no port or param makes, such as `video` or `elements`, by their API name. */
  extra: z.record(z.string(), z.json()).default({}).meta({ control: "json", rare: true }),
});

const said = ({
  model,
  aspectRatio,
  cfgScale,
  audio,
  shotType,
  extra,
}: z.infer<typeof paramsSchema>): Omit<SettingsValue, "nodeId"> => ({
  kind: "settings",
  model,
  aspectRatio,
  cfgScale,
  audio,
  shotType,
  extra,
});

/** What holds for a scene without a settings node. */
export const defaultSettings = said(paramsSchema.parse({}));

export const settingsNode = defineNode({
  type: "settings",
  color: "settings",
  inputs: {},
  outputs: { settings: { kind: "settings" } },
  params: paramsSchema,
  evaluate: (params, _inputs, { nodeId }) => ({ settings: { ...said(params), nodeId } }),
});
