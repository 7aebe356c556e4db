import { anySeconds, aspectRatio, segments, textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const klingO3TextToVideoStandard: Profile = {
  id: "kling/kling-video-o3/standard/text-to-video",
  name: "Kling O3 Standard · text to video",
  task: "text-to-video",
  required: ["prompt"],
  fields: {
    prompt: { type: "string" },
    aspect_ratio: aspectRatio,
    duration: anySeconds,
    sound: { type: "boolean", default: false },
    shot_type: { type: "string", choices: ["customize", "intelligent"], default: "customize" },
    multi_prompt: segments("inferred"),
  },
  audioField: "sound",
  startImageField: null,
  endImageField: null,
  textLimits,
  price: { silent: 0.084, withAudio: 0.112, evidence: "inferred" },
};
