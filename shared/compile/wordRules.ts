import type { Problem } from "./compiled.ts";
import { summaryFromShots, disconnect } from "./fixes.ts";
import { problem } from "./problems.ts";
import { textOf } from "../nodes/ports.ts";
import { actionOf } from "../nodes/shot.ts";
import type { KnownScene, SceneView } from "./view.ts";

/** What is to be said about the texts of a scene. */

/** `hasPrompt`: the request has one, wherever it came from. */
export function promptProblems(scene: KnownScene, hasPrompt: boolean): Problem[] {
  const { nodeId, shots, profile } = scene;
  if (hasPrompt) return [];
  const place = { nodeId, field: "summary" };
  if (shots.length === 0) return [problem("sceneEmpty", place, {})];
  const isSaid = shots.some((shot) => actionOf(shot) !== "");
  return [
    problem("noPrompt", place, {}, [
      isSaid ? summaryFromShots(nodeId, shots, profile.textLimits.prompt) : undefined,
    ]),
  ];
}

export const shotWordProblems = ({ shots }: SceneView): Problem[] =>
  shots
    .filter(({ words }) => words.length === 0)
    .map(({ nodeId }) => problem("shotEmpty", { nodeId, field: "prompt" }, {}));

/** The limits are upstream's: more is warned of, and sent. */
export function textLengthProblems(scene: KnownScene): Problem[] {
  const { nodeId, shots, prompt, negative, profile } = scene;
  const { textLimits } = profile;
  const tooLong = (
    code: "promptTextTooLong" | "negativeTextTooLong" | "shotTextTooLong",
    place: { nodeId: typeof nodeId; field: string },
    count: number,
    limit: number,
  ): Problem[] => (count > limit ? [problem(code, place, { count, limit })] : []);
  return [
    ...tooLong(
      "promptTextTooLong",
      { nodeId, field: "summary" },
      textOf(prompt).length,
      textLimits.prompt,
    ),
    ...("negative_prompt" in profile.fields
      ? tooLong(
          "negativeTextTooLong",
          { nodeId, field: "negative" },
          textOf(negative).length,
          textLimits.negative,
        )
      : []),
    ...shots.flatMap((shot) =>
      tooLong(
        "shotTextTooLong",
        { nodeId: shot.nodeId, field: "prompt" },
        shot.text.length,
        textLimits.segment,
      ),
    ),
  ];
}

export function negativeProblems({ nodeId, negative, profile }: KnownScene): Problem[] {
  const text = textOf(negative).trim();
  if (text === "" || "negative_prompt" in profile.fields) return [];
  const place = { nodeId, field: "negative" };
  return [
    problem("negativeUnsupported", place, { text, model: profile.name }, [
      disconnect(nodeId, "negative"),
    ]),
  ];
}
