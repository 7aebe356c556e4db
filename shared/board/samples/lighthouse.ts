import type { Ids } from "../ids.ts";
import type { Board } from "../schema.ts";
import { storyboard } from "./storyboard.ts";

/** Three shots, 12 s, 16:9: the board that a new user sees first. */
export const lighthouse = (ids: Ids): Board =>
  storyboard(ids, {
    title: "The lighthouse keeper",
    elements: [
      {
        name: "keeper",
        kind: "character",
        description:
          "a lighthouse keeper in her sixties with a grey braid and a dark green oilskin coat",
      },
    ],
    style: "Blue dusk, hard wind, natural light, muted color, fine film grain.",
    negative: "captions, watermark, distorted hands, sudden cuts inside a shot",
    settings: { aspectRatio: "16:9", audio: false },
    shots: [
      {
        title: "The climb",
        seconds: 5,
        size: "wide",
        angle: "low",
        move: "craneUp",
        lens: "wide24",
        prompt:
          "Waves break on black rocks below a white lighthouse. On its outer stair @keeper climbs against the wind, one hand on the rail, a brass lantern in the other.",
      },
      {
        title: "The lamp room",
        seconds: 4,
        size: "medium",
        angle: "eyeLevel",
        move: "handheld",
        lens: "normal50",
        prompt:
          "Inside the lamp room @keeper sets the lantern down, wipes salt from the glass with her sleeve and looks out to sea.",
      },
      {
        title: "The answer",
        seconds: 3,
        size: "closeUp",
        move: "dollyIn",
        lens: "portrait85",
        prompt:
          "The great lamp wakes and warm light sweeps across the face of @keeper. Far out on the water a small boat answers with one flash.",
      },
    ],
    scene: {
      title: "The keeper",
      summary:
        "At dusk a lighthouse keeper climbs to her lamp and lights it, and far out at sea a boat answers.",
    },
  });
