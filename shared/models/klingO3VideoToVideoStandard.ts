import { textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const klingO3VideoToVideoStandard: Profile = {
  id: "kling/kling-video-o3/standard/video-to-video",
  name: "Kling O3 Standard · video to video",
  task: "video-to-video",
  required: ["prompt", "video"],
  fields: {
    prompt: { type: "string" },
    video: { type: "videoUrl" },
    images: { type: "imageUrls" },
    keep_original_sound: { type: "boolean", default: true },
    shot_type: { type: "string", choices: ["customize"], default: "customize" },
  },
  audioField: null,
  startImageField: null,
  endImageField: null,
  textLimits,
  price: { silent: 0.126, withAudio: 0.126, evidence: "inferred" },
};
