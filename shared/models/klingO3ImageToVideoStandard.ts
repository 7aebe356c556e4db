import type { Profile } from "./profile.ts";

export const klingO3ImageToVideoStandard: Profile = {
  id: "kling/kling-video-o3/standard/image-to-video",
  name: "Kling O3 Standard · image to video",
  task: "image-to-video",
  required: ["image", "prompt"],
  fields: {
    image: {
      type: "imageUrl",
    },
    end_image: {
      type: "imageUrl",
    },
    prompt: {
      type: "string",
    },
    duration: {
      type: "integer",
      min: 3,
      max: 15,
      default: 5,
    },
    sound: {
      type: "boolean",
      default: false,
    },
    shot_type: {
      type: "string",
      choices: ["customize", "intelligent"],
      default: "customize",
    },
    multi_prompt: {
      type: "segments",
      minItems: 0,
      maxItems: 20,
      minSeconds: 3,
      maxSeconds: 15,
      defaultSeconds: 5,
      sumEquals: "duration",
      evidence: "inferred",
    },
  },
  audioField: "sound",
  startImageField: "image",
  endImageField: "end_image",
  textLimits: {
    segment: 512,
    prompt: 2500,
    negative: 2500,
  },
  price: {
    silent: 0.084,
    withAudio: 0.112,
    evidence: "inferred",
  },
};
