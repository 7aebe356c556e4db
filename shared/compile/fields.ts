import { fieldOf, type Profile } from "../models/profile.ts";
import { textOf, type Json, type ShotValue, type Source, type TextPiece } from "../nodes/ports.ts";
import type { RequestSource } from "./compiled.ts";
import { mentionedIn, type Element } from "./elements.ts";
import { settingPlace, type KnownScene } from "./view.ts";

/** What the board makes of the fields of a request, and the place that each piece of them comes from. */

/** One request of a scene: some of its shots, or the whole scene when it has none. */
export interface Slice {
  readonly scene: KnownScene;
  readonly shots: readonly ShotValue[];
  readonly isLast: boolean;
}

interface Maker {
  /** Undefined when the board says nothing of the field. */
  readonly value: (slice: Slice) => Json | undefined;
  /** Asked of few of a board's requests: of the one that is looked at. */
  readonly sources: (slice: Slice, name: string) => RequestSource[];
}

const whole = (name: string, source: Source): RequestSource[] => [{ path: [name], source }];

const words = (which: "prompt" | "negative"): Maker => ({
  value: ({ scene }) => (scene[which].length === 0 ? undefined : textOf(scene[which])),
  sources: ({ scene }, name) => rangesOf([name], scene[which]),
});

/** One entry for each run of characters from one place, without gaps. */
function rangesOf(path: RequestSource["path"], pieces: readonly TextPiece[]): RequestSource[] {
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

const setting = (param: "aspectRatio" | "cfgScale" | "shotType" | "audio"): Maker => ({
  value: ({ scene: { settings } }) => {
    const value = settings[param];
    return value === "" || value === null ? undefined : value;
  },
  sources: ({ scene }, name) => whole(name, settingPlace(scene, param)),
});

/**
 * With segments the defaults of the service clash, so their sum is always sent; except by an imported request that
 * left it out and was right to. Further settings never say another length than the shots have.
 */
const duration: Maker = {
  value: ({ scene: { profile, params, settings }, shots }) => {
    if (shots.length === 0) return params.seconds ?? undefined;
    const sum = shots.reduce((total, shot) => total + shot.seconds, 0);
    const byDefault = fieldOf(profile, "duration", "integer")?.default;
    const isSaid = params.seconds !== null || Object.hasOwn(settings.extra, "duration");
    return sum === byDefault && !isSaid ? undefined : sum;
  },
  sources: ({ scene, shots }, name) =>
    (shots.length === 0 ? [scene] : shots).map(({ nodeId }) => ({
      path: [name],
      source: { nodeId, field: "seconds" },
    })),
};

const segments: Maker = {
  value: ({ shots }) =>
    shots.length === 0
      ? undefined
      : shots.map((shot) => ({ prompt: shot.text, duration: shot.seconds })),
  sources: ({ shots }, name) =>
    shots.flatMap((shot, i) => [
      ...rangesOf([name, i, "prompt"], shot.words),
      { path: [name, i, "duration"], source: { nodeId: shot.nodeId, field: "seconds" } },
    ]),
};

/** Every part has to begin with the start image where the model wants one. */
const startImage: Maker = {
  value: ({ scene }) => scene.startImage?.picture,
  sources: ({ scene }, name) => (scene.startImage ? whole(name, scene.startImage.source) : []),
};

/** The end image belongs to the last part. */
const endImage: Maker = {
  value: ({ scene, isLast }) => (isLast ? scene.endImage?.picture : undefined),
  sources: ({ scene }, name) => (scene.endImage ? whole(name, scene.endImage.source) : []),
};

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
  if (scene.elements.byId.size === 0) return [];
  const pieces = [...scene.prompt, ...shots.flatMap((shot) => shot.words)];
  return mentionedIn(pieces, scene.elements).filter(
    ({ active, picture }) => active && picture !== "",
  );
}

/** The pictures of one request; none where the settings give that field themselves. */
const pictures = (json: (picture: string) => Json, inside: readonly string[]): Maker => {
  const sent = ({ scene, shots }: Slice): readonly Element[] => {
    const field = pictureField(scene.profile);
    return field === undefined || Object.hasOwn(scene.settings.extra, field.name)
      ? []
      : pictured(scene, shots).slice(0, field.max);
  };
  return {
    value: (slice) => {
      const made = sent(slice).map(({ picture }) => json(picture));
      return made.length === 0 ? undefined : made;
    },
    sources: (slice, name) =>
      sent(slice).map(({ nodeId }, i) => ({
        path: [name, i, ...inside],
        source: { nodeId, field: "picture" },
      })),
  };
};

const makers = {
  prompt: words("prompt"),
  negative: words("negative"),
  aspectRatio: setting("aspectRatio"),
  cfgScale: setting("cfgScale"),
  shotType: setting("shotType"),
  audio: setting("audio"),
  imageUrls: pictures((picture) => picture, []),
  elements: pictures((picture) => ({ frontal_image_url: picture }), ["frontal_image_url"]),
};

function makerOf(profile: Profile, name: string): Maker | undefined {
  switch (name) {
    case "prompt":
      return makers.prompt;
    case "negative_prompt":
      return makers.negative;
    case "duration":
      return duration;
    case "aspect_ratio":
      return makers.aspectRatio;
    case "cfg_scale":
      return makers.cfgScale;
    case "shot_type":
      return makers.shotType;
    case "multi_prompt":
      return segments;
    case profile.audioField:
      return makers.audio;
    case profile.startImageField:
      return startImage;
    case profile.endImageField:
      return endImage;
    default: {
      const field = pictureField(profile);
      return field?.name === name ? makers[field.type] : undefined;
    }
  }
}

/** What the board makes of a field, else what the settings say of it by its name; undefined when it is not sent. */
export function valueOf(slice: Slice, name: string): Json | undefined {
  const { profile, settings } = slice.scene;
  const made = makerOf(profile, name)?.value(slice);
  if (name === profile.endImageField && !slice.isLast) return undefined;
  return made ?? (Object.hasOwn(settings.extra, name) ? settings.extra[name] : undefined);
}

/** Where the value of a field that is sent comes from. */
export function sourcesOf(slice: Slice, name: string): readonly RequestSource[] {
  const maker = makerOf(slice.scene.profile, name);
  return maker?.value(slice) === undefined
    ? whole(name, settingPlace(slice.scene, "extra"))
    : maker.sources(slice, name);
}
