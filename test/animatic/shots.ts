import { nodeIdSchema } from "../../shared/board/schema.ts";
import type { CompiledScene } from "../../shared/compile/compiled.ts";
import type { ShotValue } from "../../shared/nodes/ports.ts";

type Parts = Partial<Omit<ShotValue, "camera" | "nodeId" | "text" | "words">> & {
  readonly nodeId?: string;
  readonly action?: string;
  readonly camera?: Partial<ShotValue["camera"]>;
};

/** A shot with what matters to a test; the rest is empty. */
export function shot({ nodeId: id = "shot", action = "", ...parts }: Parts): ShotValue {
  const nodeId = nodeIdSchema.parse(id);
  return {
    nodeId,
    title: undefined,
    words: [{ text: action, source: { nodeId, field: "prompt" } }],
    text: action,
    dialogue: "",
    seconds: 4,
    locked: false,
    startsPart: false,
    sketch: "",
    ...parts,
    camera: { size: "", angle: "", move: "", lens: "", ...parts.camera },
  };
}

/** A scene of these shots in one request. */
export function scene(
  shots: readonly ShotValue[],
  aspectRatio: CompiledScene["aspectRatio"] = "16:9",
): CompiledScene {
  const seconds = shots.reduce((sum, { seconds }) => sum + seconds, 0);
  let start = 0;
  const partShots = shots.map(({ nodeId, seconds }) => {
    const partShot = { nodeId, start, seconds };
    start += seconds;
    return partShot;
  });
  return {
    nodeId: nodeIdSchema.parse("scene"),
    title: "Crossing",
    aspectRatio,
    shots,
    seconds,
    price: 0,
    hasErrors: false,
    parts: [
      {
        model: "kling/kling-3.0/pro/text-to-video",
        input: { prompt: "A crossing" },
        shots: partShots,
        seconds,
        price: 0,
        sources: () => [],
      },
    ],
  };
}

/** A crossing at night in three shots of 5, 4 and 3 seconds. */
export const crossing: readonly ShotValue[] = [
  shot({
    nodeId: "ferry",
    action: "A ferry crosses the black water at night in the rain, gulls over the rail.",
    seconds: 5,
    camera: { size: "wide", angle: "high", move: "craneDown", lens: "anamorphic40" },
  }),
  shot({
    nodeId: "compass",
    action: "She wipes the glass of the compass with her thumb.",
    dialogue: "It points nowhere.",
    seconds: 4,
    camera: { size: "closeUp", move: "dollyIn" },
  }),
  shot({
    nodeId: "pier",
    action: "The lights of the harbour, and a man who waits at the end of the pier.",
    seconds: 3,
    camera: { size: "wide", move: "static" },
  }),
];
