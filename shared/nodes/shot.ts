import { z } from "zod";
import { boardLimits, type NodeId } from "../board/schema.ts";
import {
  anglePhrases,
  cameraAngles,
  cameraMoves,
  lenses,
  lensPhrases,
  movePhrases,
  shotSizes,
  sizePhrases,
} from "./camera.ts";
import { defineNode, type EvaluateContext } from "./defineNode.ts";
import { pictureSchema } from "./picture.ts";
import { joinTexts, textOf, type ShotValue, type TextPiece, type TextValue } from "./ports.ts";
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

/** Camera words, then what is wired in, then what is written here, then dialogue: one sentence each. */
function words(
  params: ShotParams,
  wired: readonly TextPiece[],
  written: readonly TextPiece[],
  { nodeId, expand }: Pick<EvaluateContext, "nodeId" | "expand">,
): readonly TextPiece[] {
  const camera = [
    ["size", sizePhrases[params.size]],
    ["angle", anglePhrases[params.angle]],
    ["move", movePhrases[params.move]],
    ["lens", lensPhrases[params.lens]],
  ] as const;
  const said = camera.filter(([, phrase]) => phrase !== "");
  const cameraPieces = said.map(([field, phrase], i): TextPiece => {
    const start = i === 0 ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase;
    return { text: start + (i === said.length - 1 ? "." : ", "), source: { nodeId, field } };
  });
  const dialogue: TextPiece[] =
    params.dialogue.trim() === ""
      ? []
      : [
          { text: "Dialogue: “", source: { nodeId, field: "dialogue" } },
          ...expand(params.dialogue.trim(), "dialogue"),
          { text: "”", source: { nodeId, field: "dialogue" } },
        ];
  const sentences = [cameraPieces, wired, written, dialogue];
  return joinTexts(sentences, space(nodeId));
}

const space = (nodeId: NodeId): TextPiece => ({ text: " ", source: { nodeId, field: "prompt" } });

function shotValue(
  params: ShotParams,
  prompts: readonly TextValue[],
  { nodeId, title, expand }: EvaluateContext,
): ShotValue {
  const wired = joinTexts(
    prompts.map((prompt) => prompt.pieces),
    space(nodeId),
  );
  const written = expand(params.prompt, "prompt");
  const said = words(params, wired, written, { nodeId, expand });
  return {
    nodeId,
    title,
    words: said,
    text: textOf(said),
    action: textOf(joinTexts([wired, written], space(nodeId))).trim(),
    dialogue: params.dialogue.trim(),
    seconds: params.seconds,
    locked: params.locked,
    startsPart: params.startsPart,
    camera: { size: params.size, angle: params.angle, move: params.move, lens: params.lens },
    sketch: params.sketch,
  };
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
