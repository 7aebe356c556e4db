import type { Profile } from "../models/profile.ts";
import { fieldOf } from "../models/profile.ts";
import { aspectRatios } from "../nodes/settings.ts";
import type { CompiledScene, Part, Problem } from "./compiled.ts";
import { imageProblems } from "./imageRules.ts";
import { isError, problem } from "./problems.ts";
import { makePart, type MadePart } from "./request.ts";
import {
  extraProblems,
  refusalProblems,
  settingProblems,
  unknownModelProblem,
} from "./settingRules.ts";
import { cutOf } from "./timeRules.ts";
import type { KnownScene, SceneView } from "./view.ts";
import {
  negativeProblems,
  promptProblems,
  shotWordProblems,
  textLengthProblems,
} from "./wordRules.ts";

export interface SceneResult {
  readonly scene: CompiledScene;
  readonly problems: readonly Problem[];
  readonly made: readonly MadePart[];
}

/**
 * Compiles one scene. `broken`: what feeds it is not all that there should be; `before`: what was made of it last, for
 * the parts of it that are still the same.
 */
export function compileScene(
  view: SceneView,
  broken: boolean,
  before: readonly MadePart[] = [],
): SceneResult {
  const profile = view.profiles.get(view.settings.model);
  if (profile === undefined) {
    const problems = [unknownModelProblem(view), ...shotWordProblems(view)];
    return { scene: compiledOf(view, undefined, [], true), problems, made: [] };
  }
  const scene: KnownScene = { ...view, profile };
  const cut = cutOf(scene);
  const made = cut.parts.map((part) => makePart(scene, part, before));
  const parts = made.map(({ part }) => part);
  const hasPrompt = parts.every(({ input }) => isSaid(input["prompt"]));
  const found = [
    ...(broken ? [] : chainProblems(scene)),
    ...promptProblems(scene, hasPrompt),
    ...shotWordProblems(scene),
    ...cut.problems,
    ...settingProblems(scene),
    ...extraProblems(scene, parts),
    ...imageProblems(scene, parts),
    ...negativeProblems(scene),
    ...textLengthProblems(scene),
    ...priceProblems(scene, parts),
  ];
  // The net is for what no rule has named: after an error it would only say the same in poorer words.
  const problems = found.some(isError) ? found : [...found, ...refusalProblems(made)];
  const isEmpty = scene.shots.length === 0 && !hasPrompt;
  const hasErrors = broken || problems.some(isError);
  return { scene: compiledOf(view, profile, isEmpty ? [] : parts, hasErrors), problems, made };
}

const isSaid = (prompt: unknown): boolean => typeof prompt === "string" && prompt.trim() !== "";

/** A request of the words alone would be another video than the one on the board. */
const chainProblems = ({ nodeId, hasChain, shots }: KnownScene): Problem[] =>
  hasChain && shots.length === 0 ? [problem("shotsCutOff", { nodeId, field: "shots" }, {})] : [];

const priceProblems = ({ nodeId, profile }: KnownScene, parts: readonly Part[]): Problem[] =>
  parts.some((part) => part.price === null)
    ? [problem("priceUnknown", { nodeId }, { model: profile.name })]
    : [];

function compiledOf(
  { nodeId, title, shots, settings }: SceneView,
  profile: Profile | undefined,
  parts: readonly Part[],
  hasErrors: boolean,
): CompiledScene {
  return {
    nodeId,
    title,
    aspectRatio: aspectRatioOf(settings.aspectRatio, profile),
    parts,
    shots,
    seconds: total(parts.map((part) => part.seconds)),
    price: total(parts.map((part) => part.price)),
    hasErrors,
  };
}

/** What is chosen, else what the model makes of it: 16:9 where a start image decides. */
function aspectRatioOf(chosen: string, profile: Profile | undefined): CompiledScene["aspectRatio"] {
  const byDefault = profile && fieldOf(profile, "aspect_ratio", "string")?.default;
  return aspectRatios.find((ratio) => ratio === (chosen || byDefault)) ?? "16:9";
}

/** Null when one of them is not known, or there is none. */
function total(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return values.length === 0 ? null : Math.round(sum * 1e6) / 1e6;
}
