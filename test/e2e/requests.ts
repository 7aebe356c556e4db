import type { ModelRequest } from "../../shared/compile/decompile.ts";

/** Requests as a user has them in a file or copies them from a page. */

const model = "kling/kling-3.0/pro/text-to-video";

/** 5 + 4 + 3 s, upright and silent. */
export const ferry: ModelRequest = {
  model,
  input: {
    prompt: "A night ferry leaves a small harbour in the rain.",
    multi_prompt: [
      { prompt: "Wide shot. A car ferry casts off, deck lamps smeared by rain.", duration: 5 },
      { prompt: "Close-up. A hand wipes the compass glass, the needle swings.", duration: 4 },
      { prompt: "From the stern the harbour lights grow small and go out.", duration: 3 },
    ],
    duration: 12,
    aspect_ratio: "9:16",
    sound: false,
    shot_type: "customize",
  },
};

/** One shot, which is quick to draw. */
export const kite: ModelRequest = {
  model,
  input: {
    prompt: "A red kite over the dunes.",
    multi_prompt: [{ prompt: "The kite climbs into the wind.", duration: 3 }],
    duration: 3,
    aspect_ratio: "16:9",
    sound: false,
    shot_type: "customize",
  },
};

export const asCurl = ({ model: id, input }: ModelRequest, token: string): string =>
  [
    `curl -X POST https://model-api.runcomfy.net/v1/models/${id} \\`,
    `  -H "Authorization: Bearer ${token}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(input)}'`,
  ].join("\n");
