import type { Ids } from "../ids.ts";
import type { Board } from "../schema.ts";
import { storyboard } from "./storyboard.ts";

/** A product spot in four shots, 15 s, 9:16. */
export const kettle = (ids: Ids): Board =>
  storyboard(ids, {
    title: "Product spot",
    elements: [
      {
        name: "kettle",
        kind: "prop",
        description: "a matte black stovetop kettle with a curved spout and a beech handle",
      },
    ],
    style: "Early sun from one window, pale kitchen, warm highlights, calm and precise.",
    negative: "logos, captions, watermark, warped metal, extra fingers",
    settings: { aspectRatio: "9:16", audio: false },
    shots: [
      {
        title: "Detail",
        seconds: 3,
        size: "extremeCloseUp",
        move: "static",
        lens: "macro",
        prompt:
          "Water beads on the lid of @kettle. One drop gathers, lets go and runs down the dark curve.",
      },
      {
        title: "On the flame",
        seconds: 4,
        size: "medium",
        angle: "low",
        move: "dollyIn",
        lens: "normal50",
        prompt:
          "Over a small blue flame stands @kettle. The first thread of steam rises and turns gold in the window light.",
      },
      {
        title: "The pour",
        seconds: 4,
        size: "closeUp",
        angle: "overhead",
        move: "static",
        lens: "portrait85",
        prompt:
          "A hand tips @kettle and a thin, even stream circles over ground coffee in a glass dripper. The grounds swell and shine.",
      },
      {
        title: "At rest",
        seconds: 4,
        size: "full",
        angle: "eyeLevel",
        move: "dollyOut",
        lens: "normal35",
        prompt:
          "On a worn oak board rests @kettle beside one full cup. The bright kitchen opens behind it, with clear space above.",
      },
    ],
    scene: {
      title: "Spot",
      summary:
        "A quiet morning with a black kettle: a drop of water, the flame, the pour, and the first cup.",
    },
  });
