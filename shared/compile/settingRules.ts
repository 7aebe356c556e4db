import { fieldOf, type Profile } from "../models/profile.ts";
import { defaultModel, defaultSettings } from "../nodes/settings.ts";
import { fits } from "./check.ts";
import type { Part, Problem } from "./compiled.ts";
import { removeExtra, setAspectRatio, setShotType, switchModel } from "./fixes.ts";
import { problem } from "./problems.ts";
import type { MadePart } from "./request.ts";
import { settingPlace, type KnownScene, type SceneView } from "./view.ts";

/** What is to be said about a scene's settings, given the model they name. */

export function unknownModelProblem(scene: SceneView): Problem {
  const { settings, settingsNode, nodeId, profiles } = scene;
  const sameLetters = [...profiles.values()].find(
    ({ id }) => id.toLowerCase() === settings.model.toLowerCase(),
  );
  const known = [sameLetters, profiles.get(defaultModel)].filter((p) => p !== undefined);
  const fixes = known.map((profile) => switchModel(profile, nodeId, settingsNode));
  return problem("unknownModel", settingPlace(scene, "model"), { model: settings.model }, fixes);
}

export const settingProblems = (scene: KnownScene): Problem[] => [
  ...choiceProblems(scene),
  ...ignoredProblems(scene),
  ...audioProblems(scene),
];

function choiceProblems(scene: KnownScene): Problem[] {
  const { profile, settings, settingsNode } = scene;
  const model = profile.name;
  const choices = (field: string): readonly string[] | undefined =>
    fieldOf(profile, field, "string")?.choices;
  const found: Problem[] = [];
  const shotTypes = choices("shot_type");
  if (settings.shotType !== "" && shotTypes && !shotTypes.includes(settings.shotType)) {
    const fixes = settingsNode ? shotTypes.map((type) => setShotType(settingsNode, type)) : [];
    const values = { value: settings.shotType, allowed: shotTypes.join(", "), model };
    found.push(
      problem("shotTypeUnsupported", settingPlace(scene, "shotType"), values, fixes.slice(0, 1)),
    );
  }
  const shotType = settings.shotType || fieldOf(profile, "shot_type", "string")?.default;
  if (scene.shots.length > 0 && shotType === "intelligent" && shotTypes?.includes(shotType)) {
    const fixes = settingsNode ? [setShotType(settingsNode, "customize")] : [];
    found.push(
      problem("shotTypeFree", settingPlace(scene, "shotType"), { value: shotType }, fixes),
    );
  }
  const ratios = choices("aspect_ratio");
  if (settings.aspectRatio !== "" && ratios && !ratios.includes(settings.aspectRatio)) {
    const fixes = settingsNode ? ratios.map((ratio) => setAspectRatio(settingsNode, ratio)) : [];
    const values = { value: settings.aspectRatio, allowed: ratios.join(", "), model };
    found.push(
      problem("aspectRatioUnsupported", settingPlace(scene, "aspectRatio"), values, fixes),
    );
  }
  return found;
}

/** Only what the user changed: a default that has no effect is no news. */
function ignoredProblems(scene: KnownScene): Problem[] {
  const { profile, settings } = scene;
  const ignored = (field: string, value: string | number): Problem =>
    problem("settingIgnored", settingPlace(scene, field), { field, value, model: profile.name });
  const has = (field: string | null): boolean => field !== null && field in profile.fields;
  const { aspectRatio, cfgScale, audio } = settings;
  const found: Problem[] = [];
  if (!has("aspect_ratio") && aspectRatio !== "" && aspectRatio !== defaultSettings.aspectRatio) {
    found.push(ignored("aspectRatio", aspectRatio));
  }
  if (!has("cfg_scale") && cfgScale !== null && cfgScale !== defaultSettings.cfgScale) {
    found.push(ignored("cfgScale", cfgScale));
  }
  if (!has(profile.audioField) && audio === true) found.push(ignored("audio", "true"));
  return found;
}

function audioProblems(scene: KnownScene): Problem[] {
  const { profile, settings } = scene;
  const { silent, withAudio } = profile.price;
  const byDefault = fieldOf(profile, profile.audioField, "boolean")?.default ?? false;
  if (settings.audio !== null || !byDefault || withAudio <= silent) return [];
  const values = { silent, withAudio, model: profile.name };
  return [problem("audioByDefault", settingPlace(scene, "audio"), values)];
}

/** What `extra` adds: only fields of the model's own, that the board does not make, with values that fit. */
export function extraProblems(scene: KnownScene, parts: readonly Part[]): Problem[] {
  const { settings, profile } = scene;
  return Object.entries(settings.extra).flatMap(([field, value]) => {
    const own = Object.hasOwn(profile.fields, field) ? profile.fields[field] : undefined;
    const place = settingPlace(scene, "extra");
    const fixes = scene.settingsNode ? [removeExtra(scene.settingsNode, field)] : [];
    const values = { field, model: profile.name };
    if (own === undefined) return [problem("extraUnknown", place, values, fixes)];
    const isMade = parts.some(({ sources }) =>
      sources().some(({ path, source }) => path[0] === field && source.field !== "extra"),
    );
    if (isMade) return [problem("extraIgnored", place, { field }, fixes)];
    return fits(own, value) ? [] : [problem("extraInvalid", place, values, fixes)];
  });
}

/** The net under all other rules: fields that are missing, or that the model would refuse. */
export const refusalProblems = (made: readonly MadePart[]): Problem[] =>
  made.flatMap(({ scene, part, refused }) => {
    const model = scene.profile.name;
    const missing = missingFields(scene.profile, part).map((field) =>
      problem("fieldRequired", settingPlace(scene, "extra"), { field, model }),
    );
    const wrong = refused.map((field) => {
      const from = part.sources().find(({ path }) => path[0] === field)?.source;
      return problem("valueRefused", from ?? { nodeId: scene.nodeId }, { field, model });
    });
    return [...missing, ...wrong];
  });

/** The prompt and the start image have rules of their own. */
const missingFields = (profile: Profile, { input }: Part): string[] =>
  profile.required.filter(
    (field) =>
      field !== "prompt" && field !== profile.startImageField && input[field] === undefined,
  );
