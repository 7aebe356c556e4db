import { textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const klingO3VideoToVideoPro: Profile = {
  id: "kling/kling-video-o3/pro/video-to-video",
  name: "Kling O3 Pro · video to video",
  task: "video-to-video",
  required: ["prompt", "video"],
  fields: {
    prompt: { type: "string" },
    video: { type: "videoUrl" },
    images: { type: "imageUrls", minItems: 0, maxItems: 4 },
    keep_original_sound: { type: "boolean", default: true },
    shot_type: { type: "string", choices: ["customize"], default: "customize" },
  },
  audioField: null,
  startImageField: null,
  endImageField: null,
  textLimits,
  price: { silent: 0.168, withAudio: 0.168, evidence: "inferred" },
};
