import { segments, textLimits } from "./fields.ts";
import type { Profile } from "./profile.ts";

export const kling3ImageToVideo4k: Profile = {
  id: "kling/kling-3.0/4k/image-to-video",
  name: "Kling 3.0 4K · image to video",
  task: "image-to-video",
  required: ["prompt", "start_image_url"],
  fields: {
    prompt: { type: "string" },
    negative_prompt: { type: "string" },
    start_image_url: { type: "imageUrl" },
    end_image_url: { type: "imageUrl" },
    duration: { type: "integer", min: 3, max: 15, default: 10 },
    generate_audio: { type: "boolean", default: true },
    cfg_scale: { type: "number", min: 0, max: 1, default: 0.5 },
    multi_prompt: segments("inferred"),
    elements: { type: "elements", evidence: "inferred" },
    shot_type: { type: "string", choices: ["customize"], default: "customize" },
  },
  audioField: "generate_audio",
  startImageField: "start_image_url",
  endImageField: "end_image_url",
  textLimits,
  price: { silent: 0.42, withAudio: 0.42, evidence: "seen" },
};
