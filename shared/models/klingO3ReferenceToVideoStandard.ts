import { anySeconds, aspectRatio, textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const klingO3ReferenceToVideoStandard: Profile = {
  id: "kling/kling-video-o3/standard/reference-to-video",
  name: "Kling O3 Standard · reference to video",
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
  },
  audioField: "sound",
  startImageField: null,
  endImageField: null,
  textLimits,
  price: { silent: 0.084, withAudio: 0.112, withReferenceVideo: 0.126, evidence: "inferred" },
};
