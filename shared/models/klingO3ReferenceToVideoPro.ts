import type { Profile } from "./profile.ts";

export const klingO3ReferenceToVideoPro: Profile = {
  id: "kling/kling-video-o3/pro/reference-to-video",
  name: "Kling O3 Pro · reference to video",
  task: "reference-to-video",
  required: ["prompt"],
  fields: {
    prompt: {
      type: "string",
    },
    images: {
      type: "imageUrls",
      minItems: 0,
      maxItems: 7,
    },
    aspect_ratio: {
      type: "string",
      choices: ["16:9", "9:16", "1:1"],
      default: "16:9",
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
    video: {
      type: "videoUrl",
    },
    keep_original_sound: {
      type: "boolean",
      default: true,
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
  startImageField: null,
  endImageField: null,
  textLimits: {
    segment: 512,
    prompt: 2500,
    negative: 2500,
  },
  price: {
    silent: 0.112,
    withAudio: 0.14,
    withReferenceVideo: 0.168,
    evidence: "inferred",
  },
};
