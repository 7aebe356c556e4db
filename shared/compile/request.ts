import { sameItems } from "../board/compare.ts";
import { price } from "../jobs/price.ts";
import { fieldOf, type Profile } from "../models/profile.ts";
import type { Json, ShotValue } from "../nodes/ports.ts";
import { refusedFields } from "./check.ts";
import type { Part, PartShot, RequestSource } from "./compiled.ts";
import { sourcesOf, valueOf, type Slice } from "./fields.ts";
import type { PlannedPart } from "./plan.ts";
import { sameButShots, type KnownScene } from "./view.ts";

/** The body of one request, with the place that each piece of it came from. */

/** A request with all that it depends on: in a long scene an edit changes the one part that it is in. */
export interface MadePart extends Slice {
  readonly part: Part;
  /** The fields that the model would refuse. */
  readonly refused: readonly string[];
}

/** `before`: the parts of the scene as it was last. */
export function makePart(
  scene: KnownScene,
  { from, to }: PlannedPart,
  before: readonly MadePart[],
): MadePart {
  const shots = scene.shots.slice(from, to);
  const isLast = to === scene.shots.length;
  const old = before.find((made) => made.shots[0] === shots[0]);
  if (old?.isLast === isLast && sameItems(old.shots, shots) && sameButShots(old.scene, scene)) {
    return old;
  }
  const part = newPart({ scene, shots, isLast });
  return { scene, shots, isLast, part, refused: refusedFields(scene.profile, part.input) };
}

function newPart(slice: Slice): Part {
  const { profile } = slice.scene;
  const input: Record<string, Json> = {};
  for (const name of Object.keys(profile.fields)) {
    const value = valueOf(slice, name);
    if (value !== undefined) input[name] = value;
  }
  const seconds = secondsOf(profile, input["duration"]);
  const audio = profile.audioField === null ? undefined : input[profile.audioField];
  let sources: readonly RequestSource[] | undefined;
  return {
    model: profile.id,
    input,
    shots: timed(slice.shots),
    seconds,
    price: price(
      profile,
      seconds,
      typeof audio === "boolean" ? audio : undefined,
      input["video"] !== undefined,
    ),
    sources: () => (sources ??= Object.keys(input).flatMap((name) => sourcesOf(slice, name))),
  };
}

function timed(shots: readonly ShotValue[]): PartShot[] {
  let start = 0;
  return shots.map(({ nodeId, seconds }) => {
    const shot = { nodeId, start, seconds };
    start += seconds;
    return shot;
  });
}

/** Seconds of the video: what is sent, else the model's default; null for a model whose input decides. */
function secondsOf(profile: Profile, sent: Json | undefined): number | null {
  const duration = fieldOf(profile, "duration", "integer");
  if (duration === undefined) return null;
  return typeof sent === "number" ? sent : duration.default;
}
