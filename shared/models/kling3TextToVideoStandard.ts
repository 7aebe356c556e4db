import { anySeconds, aspectRatio, segments, textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const kling3TextToVideoStandard: Profile = {
  id: "kling/kling-3.0/standard/text-to-video",
  name: "Kling 3.0 Standard · text to video",
  task: "text-to-video",
  required: ["prompt"],
  fields: {
    prompt: { type: "string" },
    negative_prompt: { type: "string" },
    duration: anySeconds,
    aspect_ratio: aspectRatio,
    cfg_scale: { type: "number", min: 0, max: 1, default: 0.5 },
    sound: { type: "boolean", default: true },
    multi_prompt: segments("inferred"),
    shot_type: { type: "string", choices: ["intelligent", "customize"], default: "intelligent" },
  },
  audioField: "sound",
  startImageField: null,
  endImageField: null,
  textLimits,
  price: { silent: 0.084, withAudio: 0.126, evidence: "seen" },
};
