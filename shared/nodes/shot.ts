import { z } from "zod";
import { boardLimits, type NodeId } from "../board/schema.ts";
import {
  cameraAngles,
  cameraFields,
  cameraMoves,
  lenses,
  phrasesOf,
  shotSizes,
  type Camera,
} from "./camera.ts";
import { defineNode, type EvaluateContext } from "./defineNode.ts";
import { pictureSchema } from "./picture.ts";
import { appendText, textOf, type ShotValue, type TextPiece, type TextValue } from "./ports.ts";
import { storableSeconds } from "./seconds.ts";

const text = () => z.string().max(boardLimits.textCharacters).default("");

const paramsSchema = z.looseObject({
  prompt: text().meta({ control: "text" }),
  seconds: z
    .int()
    .min(storableSeconds.min)
    .max(storableSeconds.max)
    .default(5)
    .meta({ control: "seconds", min: 1, max: 15, step: 1 }),
  /** The timing solver leaves a locked shot's seconds alone. */
  locked: z.boolean().default(false).meta({ control: "switch" }),
  size: z.enum(shotSizes).default("").meta({ control: "choice", choices: shotSizes }),
  angle: z.enum(cameraAngles).default("").meta({ control: "choice", choices: cameraAngles }),
  move: z.enum(cameraMoves).default("").meta({ control: "choice", choices: cameraMoves }),
  lens: z.enum(lenses).default("").meta({ control: "choice", choices: lenses }),
  dialogue: text().meta({ control: "text", rare: true }),
  /** For people; never sent. */
  notes: text().meta({ control: "text", rare: true }),
  sketch: pictureSchema,
  /** Begin a new request here when the scene is planned into parts. */
  startsPart: z.boolean().default(false).meta({ control: "switch", rare: true }),
});
type ShotParams = z.infer<typeof paramsSchema>;

/** What is said of the camera, in one sentence. */
function cameraWords(camera: Camera, nodeId: NodeId): TextPiece[] {
  const words: TextPiece[] = [];
  const phrases = phrasesOf(camera);
  const last = cameraFields.findLast((field) => phrases[field] !== "");
  for (const field of cameraFields) {
    const phrase = phrases[field];
    if (phrase === "") continue;
    const start = words.length === 0 ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase;
    words.push({ text: start + (field === last ? "." : ", "), source: { nodeId, field } });
  }
  return words;
}

/** Camera words, then what is wired in, then what is written here, then dialogue: one sentence each. */
function shotValue(
  params: ShotParams,
  prompts: readonly TextValue[],
  { nodeId, title, expand }: EvaluateContext,
): ShotValue {
  const { size, angle, move, lens } = params;
  const camera = { size, angle, move, lens };
  const words = cameraWords(camera, nodeId);
  const space = { text: " ", source: { nodeId, field: "prompt" } };
  for (const { pieces } of prompts) appendText(words, pieces, space);
  appendText(words, expand(params.prompt, "prompt"), space);
  const dialogue = params.dialogue.trim();
  if (dialogue !== "") {
    const source = { nodeId, field: "dialogue" };
    const said = expand(dialogue, "dialogue");
    appendText(words, [{ text: "Dialogue: “", source }, ...said, { text: "”", source }], space);
  }
  return {
    nodeId,
    title,
    words,
    text: textOf(words),
    dialogue,
    seconds: params.seconds,
    locked: params.locked,
    startsPart: params.startsPart,
    camera,
    sketch: params.sketch,
  };
}

/** What happens in a shot, without camera and dialogue: for the animatic and the lists. */
export function actionOf({ nodeId, words }: ShotValue): string {
  const isOwn = ({ source }: TextPiece): boolean => source.nodeId === nodeId;
  const dialogue = words.findIndex((piece) => isOwn(piece) && piece.source.field === "dialogue");
  const before = dialogue < 0 ? words : words.slice(0, dialogue);
  return textOf(before.filter((piece) => !isOwn(piece) || piece.source.field === "prompt")).trim();
}

/** One segment of the video. Shots form a chain: each hands on all shots up to and including itself. */
export const shotNode = defineNode({
  type: "shot",
  color: "shots",
  inputs: { previous: { kind: "shots" }, prompt: { kind: "text", many: true } },
  outputs: { shots: { kind: "shots" } },
  params: paramsSchema,
  evaluate: (params, inputs, context) => ({
    shots: {
      kind: "shots",
      // A change at the head of a chain reaches every shot after it, whose own words stay as they are.
      last: context.keep(inputs.prompt, () => shotValue(params, inputs.prompt, context)),
      before: inputs.previous[0],
    },
  }),
});
