import type { Profile } from "./profile.ts";

export const kling3TextToVideoPro: Profile = {
  id: "kling/kling-3.0/pro/text-to-video",
  name: "Kling 3.0 Pro · text to video",
  task: "text-to-video",
  required: ["prompt"],
  fields: {
    prompt: {
      type: "string",
    },
    negative_prompt: {
      type: "string",
    },
    duration: {
      type: "integer",
      min: 3,
      max: 15,
      default: 5,
    },
    aspect_ratio: {
      type: "string",
      choices: ["16:9", "9:16", "1:1"],
      default: "16:9",
    },
    cfg_scale: {
      type: "number",
      min: 0,
      max: 1,
      default: 0.5,
    },
    sound: {
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
      evidence: "seen",
    },
    shot_type: {
      type: "string",
      choices: ["customize"],
      default: "customize",
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
    withAudio: 0.168,
    evidence: "seen",
  },
};
