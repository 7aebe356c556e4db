import { aspectRatio, segments, textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const klingO3TextToVideoPro: Profile = {
  id: "kling/kling-video-o3/pro/text-to-video",
  name: "Kling O3 Pro · text to video",
  task: "text-to-video",
  required: ["prompt"],
  fields: {
    prompt: { type: "string" },
    aspect_ratio: aspectRatio,
    duration: { type: "integer", min: 5, max: 10, allowed: [5, 10], default: 5 },
    sound: { type: "boolean", default: false },
    shot_type: { type: "string", choices: ["customize", "intelligent"], default: "customize" },
    multi_prompt: segments("inferred"),
  },
  audioField: "sound",
  startImageField: null,
  endImageField: null,
  textLimits,
  price: { silent: 0.112, withAudio: 0.14, evidence: "inferred" },
};
