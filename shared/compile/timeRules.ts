import { siblingFor, type Profile } from "../models/profile.ts";
import type { ShotValue } from "../nodes/ports.ts";
import type { Fix, Problem } from "./compiled.ts";
import { allowParts, disconnect, fitSeconds, setSeconds, switchModel } from "./fixes.ts";
import { allowedSeconds, inWords, partLimits } from "./limits.ts";
import { fitPlan, planParts, totalsOf, type PartLimits, type PlannedPart } from "./plan.ts";
import { problem } from "./problems.ts";
import { nearestOf } from "./timing.ts";
import type { KnownScene } from "./view.ts";

/** How a scene is cut into parts, and what is to be said about its seconds. */

export interface Cut {
  /** When no cut is right, one part with everything, to look at. */
  readonly parts: readonly PlannedPart[];
  readonly problems: readonly Problem[];
}

export function cutOf(scene: KnownScene): Cut {
  const { shots, profile } = scene;
  if (shots.length === 0) return { parts: [everything(shots)], problems: lengthProblems(scene) };
  const limits = partLimits(profile);
  if (limits === undefined) {
    return { parts: [everything(shots)], problems: [noShotsProblem(scene)] };
  }
  const wrongShots = shots.flatMap((shot) => shotProblems(shot, profile, limits));
  return wrongShots.length > 0
    ? { parts: [everything(shots)], problems: wrongShots }
    : planned(scene, limits);
}

const sum = (seconds: readonly number[]): number => seconds.reduce((total, s) => total + s, 0);
const lengthOf = (shots: readonly ShotValue[]): number => sum(shots.map((shot) => shot.seconds));
const everything = (shots: readonly ShotValue[]): PlannedPart => ({
  from: 0,
  to: shots.length,
  seconds: lengthOf(shots),
});

/** Seconds of a scene without shots. */
function lengthProblems({ nodeId, params, profile }: KnownScene): Problem[] {
  const allowed = allowedSeconds(profile);
  const { seconds } = params;
  if (allowed === undefined || seconds === null || allowed.includes(seconds)) return [];
  const nearest = nearestOf(allowed, seconds);
  const values = { seconds, allowed: inWords(allowed), model: profile.name };
  return [
    problem("secondsNotAllowed", { nodeId, field: "seconds" }, values, [
      nearest === null ? undefined : setSeconds(nodeId, nearest),
    ]),
  ];
}

/** A sibling that does the same with shots, else the one that makes video from words. */
function noShotsProblem({ nodeId, shots, profile, profiles, settingsNode }: KnownScene): Problem {
  const family = profile.id.split("/").slice(0, -2).join("/");
  const other =
    [...profiles.values()].find(
      (p) => p.id.startsWith(`${family}/`) && p.task === profile.task && partLimits(p),
    ) ?? siblingFor(profiles, profile.id, "text-to-video");
  return problem(
    "modelTakesNoShots",
    { nodeId, field: "shots" },
    { shots: shots.length, model: profile.name },
    [other && switchModel(other, nodeId, settingsNode), disconnect(nodeId, "shots")],
  );
}

function shotProblems(
  { nodeId, seconds }: ShotValue,
  { name: model }: Profile,
  { shot: { min, max } }: PartLimits,
): Problem[] {
  const place = { nodeId, field: "seconds" };
  if (seconds < min) {
    return [problem("shotTooShort", place, { seconds, min, model }, [setSeconds(nodeId, min)])];
  }
  if (seconds > max) {
    return [problem("shotTooLong", place, { seconds, max, model }, [setSeconds(nodeId, max)])];
  }
  return [];
}

function planned(scene: KnownScene, limits: PartLimits): Cut {
  const { shots, params, nodeId } = scene;
  const wanted = params.onePart ? shots.map((shot) => ({ ...shot, startsPart: false })) : shots;
  const plan = planParts(wanted, limits);
  if (!plan.ok || (params.onePart && plan.parts.length > 1)) {
    return { parts: [everything(shots)], problems: [noCutProblem(scene, limits)] };
  }
  const { parts } = plan;
  if (parts.length < 2) return { parts, problems: [] };
  const values = {
    parts: parts.length,
    seconds: parts.map((part) => part.seconds).join(" + "),
    total: lengthOf(shots),
    max: limits.total.max,
  };
  return { parts, problems: [problem("splitIntoParts", { nodeId, field: "shots" }, values)] };
}

/** Why shots that are each of a good length cannot be cut into parts, or not into one part where one is wanted. */
function noCutProblem(scene: KnownScene, limits: PartLimits): Problem {
  const { nodeId, shots, params, profile } = scene;
  const model = profile.name;
  const { min } = limits.shot;
  const { max } = limits.total;
  const seconds = lengthOf(shots);
  const place = { nodeId, field: "shots" };
  const most = Math.min(limits.maxShots, Math.floor(max / min));
  const fixes = [params.onePart ? splitting(scene, limits) : undefined, fitting(scene, limits)];
  if (params.onePart && shots.length > most) {
    const values = { shots: shots.length, most, min, max, model };
    return problem("tooManyShots", place, values, fixes);
  }
  if (params.onePart && seconds > max) {
    return problem("sceneTooLong", place, { seconds, max, model }, fixes);
  }
  const values = { seconds, allowed: inWords(totalsOf(limits)), model };
  return problem("sumNotAllowed", place, values, fixes);
}

const splitting = ({ nodeId, shots }: KnownScene, limits: PartLimits): Fix | undefined =>
  planParts(shots, limits).ok ? allowParts(nodeId) : undefined;

function fitting({ shots, params }: KnownScene, limits: PartLimits): Fix | undefined {
  const fitted = fitPlan(shots, limits, params.onePart);
  return fitted ? fitSeconds(shots, fitted.seconds) : undefined;
}
