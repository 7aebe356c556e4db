import { price } from "../jobs/price.ts";
import { fieldOf, type Profile } from "../models/profile.ts";
import { textOf, type Json, type ShotValue, type Source, type TextPiece } from "../nodes/ports.ts";
import type { Part, PartShot, RequestSource } from "./compiled.ts";
import { mentionedIn, type Element } from "./elements.ts";
import { sameItems } from "./evaluate.ts";
import type { PlannedPart } from "./plan.ts";
import { sameButShots, settingPlace, type KnownScene } from "./view.ts";

/** The body of one request, with the place that each piece of it came from. */

/** What a field of a request is, and why. */
interface Made {
  readonly value: Json;
  /** Asked of few of a board's requests: of the one that is looked at. */
  readonly sources: () => readonly RequestSource[];
}
type Fields = ReadonlyMap<string, Made>;
type Path = RequestSource["path"];

/** Which of a scene's parts a request is: shots `from` to `to`, or the whole scene when it has no shots. */
export interface Slice extends PlannedPart {
  readonly isLast: boolean;
}

interface Remembered {
  readonly scene: KnownScene;
  readonly shots: readonly ShotValue[];
  readonly isLast: boolean;
  readonly part: Part;
}

// By the first shot of a part: in a long scene an edit changes the one part that it is in.
const remembered = new WeakMap<ShotValue, Remembered>();

export function partOf(scene: KnownScene, slice: Slice): Part {
  const { isLast } = slice;
  const shots = scene.shots.slice(slice.from, slice.to);
  const [first] = shots;
  const old = first && remembered.get(first);
  if (old?.isLast === isLast && sameItems(old.shots, shots) && sameButShots(old.scene, scene)) {
    return old.part;
  }
  const part = newPart(scene, shots, slice);
  if (first) remembered.set(first, { scene, shots, isLast, part });
  return part;
}

function newPart(scene: KnownScene, shots: readonly ShotValue[], slice: Slice): Part {
  const { profile } = scene;
  const made = madeFields(scene, shots, slice);
  const input: Record<string, Json> = {};
  const fields: Made[] = [];
  for (const name of Object.keys(profile.fields)) {
    const field = made.get(name) ?? extraField(scene, name);
    if (field === undefined) continue;
    input[name] = field.value;
    fields.push(field);
  }
  const seconds = secondsOf(profile, input["duration"]);
  const audio = profile.audioField === null ? undefined : input[profile.audioField];
  let sources: Part["sources"] | undefined;
  return {
    model: profile.id,
    input,
    shots: timed(shots),
    seconds,
    price: price(
      profile,
      seconds,
      typeof audio === "boolean" ? audio : undefined,
      input["video"] !== undefined,
    ),
    get sources() {
      return (sources ??= fields.flatMap((field) => field.sources()));
    },
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

/** The fields that the board itself makes; the others are up to `extra`. */
function madeFields(scene: KnownScene, shots: readonly ShotValue[], slice: Slice): Fields {
  const { profile, settings } = scene;
  const made = new Map<string, Made>();
  const put = (name: string | null, field: Made | undefined): void => {
    if (name !== null && field && Object.hasOwn(profile.fields, name)) made.set(name, field);
  };
  const setting = (param: string, name: string, value: Json): Made =>
    whole([name], value, settingPlace(scene, param));

  put("prompt", textField(["prompt"], scene.prompt));
  put("negative_prompt", textField(["negative_prompt"], scene.negative));
  put("duration", durationField(scene, shots));
  if (settings.aspectRatio !== "") {
    put("aspect_ratio", setting("aspectRatio", "aspect_ratio", settings.aspectRatio));
  }
  if (settings.cfgScale !== null) {
    put("cfg_scale", setting("cfgScale", "cfg_scale", settings.cfgScale));
  }
  if (settings.audio !== null && profile.audioField !== null) {
    put(profile.audioField, setting("audio", profile.audioField, settings.audio));
  }
  if (settings.shotType !== "") {
    put("shot_type", setting("shotType", "shot_type", settings.shotType));
  }
  put("multi_prompt", segmentsField(shots));
  putImages(scene, slice, put);
  putPictures(scene, shots, put);
  return made;
}

const whole = (path: Path, value: Json, source: Source): Made => ({
  value,
  sources: () => [{ path, source }],
});

const extraField = (scene: KnownScene, name: string): Made | undefined => {
  const { extra } = scene.settings;
  const value = Object.hasOwn(extra, name) ? extra[name] : undefined;
  return value === undefined ? undefined : whole([name], value, settingPlace(scene, "extra"));
};

/** Undefined for a text without words. */
function textField(path: Path, pieces: readonly TextPiece[]): Made | undefined {
  const value = textOf(pieces);
  return value.trim() === "" ? undefined : { value, sources: () => rangesOf(path, pieces) };
}

/** One entry for each run of characters from one place, without gaps. */
function rangesOf(path: Path, pieces: readonly TextPiece[]): RequestSource[] {
  const runs: { start: number; end: number; source: Source }[] = [];
  let at = 0;
  for (const { text, source } of pieces) {
    const end = at + text.length;
    const last = runs.at(-1);
    if (last && last.source.nodeId === source.nodeId && last.source.field === source.field) {
      last.end = end;
    } else if (end > at) {
      runs.push({ start: at, end, source });
    }
    at = end;
  }
  return runs.map(({ start, end, source }) => ({ path, range: { start, end }, source }));
}

/**
 * With segments the defaults of the service clash, so their sum is always sent; except by an imported request that
 * left it out and was right to.
 */
function durationField(
  { profile, params, nodeId }: KnownScene,
  shots: readonly ShotValue[],
): Made | undefined {
  const byDefault = fieldOf(profile, "duration", "integer")?.default;
  if (shots.length === 0) {
    return params.seconds === null
      ? undefined
      : whole(["duration"], params.seconds, { nodeId, field: "seconds" });
  }
  const sum = shots.reduce((total, shot) => total + shot.seconds, 0);
  if (params.seconds === null && sum === byDefault) return undefined;
  return {
    value: sum,
    sources: () =>
      shots.map((shot) => ({
        path: ["duration"],
        source: { nodeId: shot.nodeId, field: "seconds" },
      })),
  };
}

function segmentsField(shots: readonly ShotValue[]): Made | undefined {
  if (shots.length === 0) return undefined;
  return {
    value: shots.map((shot) => ({ prompt: shot.text, duration: shot.seconds })),
    sources: () =>
      shots.flatMap((shot, i) => [
        ...rangesOf(["multi_prompt", i, "prompt"], shot.words),
        {
          path: ["multi_prompt", i, "duration"],
          source: { nodeId: shot.nodeId, field: "seconds" },
        },
      ]),
  };
}

type Put = (name: string | null, field: Made | undefined) => void;

/** Every part has to begin with the start image where the model wants one; the end image belongs to the last. */
function putImages({ profile, startImage, endImage }: KnownScene, { isLast }: Slice, put: Put) {
  const { startImageField: start, endImageField: end } = profile;
  if (start !== null && startImage)
    put(start, whole([start], startImage.picture, startImage.source));
  if (end !== null && endImage && isLast) put(end, whole([end], endImage.picture, endImage.source));
}

/** The field that takes pictures of what is named in the texts, and how many of them. */
export function pictureField(
  profile: Profile,
):
  | { readonly name: string; readonly type: "imageUrls" | "elements"; readonly max: number }
  | undefined {
  for (const [name, field] of Object.entries(profile.fields)) {
    if (field.type === "imageUrls") {
      return { name, type: field.type, max: field.maxItems ?? Infinity };
    }
    if (field.type === "elements") return { name, type: field.type, max: Infinity };
  }
  return undefined;
}

/** The elements with a picture that a request mentions, in order of first mention. */
export function pictured(scene: KnownScene, shots: readonly ShotValue[]): readonly Element[] {
  const pieces = [...scene.prompt, ...shots.flatMap((shot) => shot.words)];
  return mentionedIn(pieces, scene.elements).filter(
    ({ active, picture }) => active && picture !== "",
  );
}

function putPictures(scene: KnownScene, shots: readonly ShotValue[], put: Put): void {
  const field = pictureField(scene.profile);
  if (field === undefined || Object.hasOwn(scene.settings.extra, field.name)) return;
  const sent = pictured(scene, shots).slice(0, field.max);
  if (sent.length === 0) return;
  const inside = field.type === "elements" ? ["frontal_image_url"] : [];
  put(field.name, {
    value: sent.map(({ picture }) =>
      field.type === "elements" ? { frontal_image_url: picture } : picture,
    ),
    sources: () =>
      sent.map(({ nodeId }, i) => ({
        path: [field.name, i, ...inside],
        source: { nodeId, field: "picture" },
      })),
  });
}
