import type { Ids } from "../ids.ts";
import type { Board } from "../schema.ts";
import { storyboard } from "./storyboard.ts";

/** A dialogue of two in five shots, 15 s, 16:9, with sound. */
export const hangar = (ids: Ids): Board =>
  storyboard(ids, {
    title: "Dialogue of two",
    elements: [
      {
        name: "pilot",
        kind: "character",
        description: "a young pilot in a worn leather jacket with short dark hair",
      },
      {
        name: "mechanic",
        kind: "character",
        description: "a tall mechanic in blue overalls with a grey beard",
      },
      {
        name: "hangar",
        kind: "place",
        description: "an old wooden hangar with dust hanging in the morning light",
      },
    ],
    style: "Cool daylight, warm lamps, soft contrast, period drama.",
    negative: "captions, watermark, distorted faces, modern clothing",
    settings: { aspectRatio: "16:9", audio: true },
    shots: [
      {
        title: "Two in the hangar",
        seconds: 3,
        size: "wide",
        angle: "eyeLevel",
        move: "static",
        lens: "normal35",
        prompt:
          "In @hangar stands a small red biplane. Over a map on its wing leans @pilot, while @mechanic walks in with a toolbox.",
      },
      {
        title: "The question",
        seconds: 3,
        size: "overShoulder",
        move: "static",
        lens: "normal50",
        prompt: "Seen past @mechanic, @pilot looks up from the map.",
        dialogue: "Will it hold as far as the coast?",
      },
      {
        title: "The warning",
        seconds: 3,
        size: "mediumCloseUp",
        move: "dollyIn",
        lens: "portrait85",
        prompt: "In @hangar, @mechanic wipes both hands on a rag and answers without looking up.",
        dialogue: "The engine will. The weather will not.",
      },
      {
        title: "The decision",
        seconds: 3,
        size: "closeUp",
        move: "static",
        lens: "portrait85",
        prompt: "With great care @pilot folds the map, almost smiling.",
        dialogue: "Then I leave now.",
      },
      {
        title: "The doors",
        seconds: 3,
        size: "extremeWide",
        angle: "low",
        move: "dollyOut",
        lens: "wide24",
        prompt:
          "The great doors roll open by the hand of @mechanic. White light floods the floor and @pilot walks into it.",
      },
    ],
    scene: {
      title: "Before the flight",
      summary:
        "In an old hangar a pilot asks a mechanic whether the plane will reach the coast, hears the warning and goes.",
    },
  });
