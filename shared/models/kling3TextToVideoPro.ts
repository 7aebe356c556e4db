import { anySeconds, aspectRatio, segments, textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const kling3TextToVideoPro: Profile = {
  id: "kling/kling-3.0/pro/text-to-video",
  name: "Kling 3.0 Pro · text to video",
  task: "text-to-video",
  required: ["prompt"],
  fields: {
    prompt: { type: "string" },
    negative_prompt: { type: "string" },
    duration: anySeconds,
    aspect_ratio: aspectRatio,
    cfg_scale: { type: "number", min: 0, max: 1, default: 0.5 },
    sound: { type: "boolean", default: true },
    multi_prompt: segments("seen"),
    shot_type: { type: "string", choices: ["customize"], default: "customize" },
  },
  audioField: "sound",
  startImageField: null,
  endImageField: null,
  textLimits,
  price: { silent: 0.112, withAudio: 0.168, evidence: "seen" },
};
