import { anySeconds, aspectRatio, segments, textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const klingO3ReferenceToVideoPro: Profile = {
  id: "kling/kling-video-o3/pro/reference-to-video",
  name: "Kling O3 Pro · reference to video",
  task: "reference-to-video",
  required: ["prompt"],
  fields: {
    prompt: { type: "string" },
    images: { type: "imageUrls", minItems: 0, maxItems: 7 },
    aspect_ratio: aspectRatio,
    duration: anySeconds,
    sound: { type: "boolean", default: false },
    shot_type: { type: "string", choices: ["customize", "intelligent"], default: "customize" },
    video: { type: "videoUrl" },
    keep_original_sound: { type: "boolean", default: true },
    multi_prompt: segments("inferred"),
  },
  audioField: "sound",
  startImageField: null,
  endImageField: null,
  textLimits,
  price: { silent: 0.112, withAudio: 0.14, withReferenceVideo: 0.168, evidence: "inferred" },
};
