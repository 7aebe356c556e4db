import { aspectRatio, segments, textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const klingO3TextToVideo4k: Profile = {
  id: "kling/kling-video-o3/4K/text-to-video",
  name: "Kling O3 4K · text to video",
  task: "text-to-video",
  required: ["prompt"],
  fields: {
    prompt: { type: "string" },
    aspect_ratio: aspectRatio,
    duration: {
      type: "integer",
      min: 3,
      max: 15,
      allowed: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
      default: 5,
    },
    sound: { type: "boolean", default: false },
    shot_type: { type: "string", choices: ["customize", "intelligent"], default: "customize" },
    multi_prompt: segments("inferred"),
  },
  audioField: "sound",
  startImageField: null,
  endImageField: null,
  textLimits,
  price: { silent: 0.42, withAudio: 0.42, evidence: "seen" },
};
