import { anySeconds, segments, textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const klingO3ImageToVideoStandard: Profile = {
  id: "kling/kling-video-o3/standard/image-to-video",
  name: "Kling O3 Standard · image to video",
  task: "image-to-video",
  required: ["image", "prompt"],
  fields: {
    image: { type: "imageUrl" },
    end_image: { type: "imageUrl" },
    prompt: { type: "string" },
    duration: anySeconds,
    sound: { type: "boolean", default: false },
    shot_type: { type: "string", choices: ["customize", "intelligent"], default: "customize" },
    multi_prompt: segments("inferred"),
  },
  audioField: "sound",
  startImageField: "image",
  endImageField: "end_image",
  textLimits,
  price: { silent: 0.084, withAudio: 0.112, evidence: "inferred" },
};
