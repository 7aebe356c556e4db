import fc from "fast-check";
import type { RequestInput } from "../../shared/compile/compiled.ts";
import type { ModelRequest } from "../../shared/compile/decompile.ts";
import type { Field, Profile } from "../../shared/models/profile.ts";
import { profiles } from "../../shared/models/profiles.ts";
import type { Json } from "../../shared/nodes/ports.ts";

/** Requests that the service would take, for every model, with all that a request can have. */

const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 40, unit: "binary" }),
    fc.constantFrom(
      "Rain falls.",
      "  two spaces\n\tand a tab ",
      "@keeper climbs",
      "“quoted” 'it''s'",
      "é 灯 🌊 \u2028",
    ),
  )
  .filter((text) => text.trim() !== "");
const anyText = fc.oneof(words, fc.constantFrom("", " ", "\n"));

const picture = fc.constantFrom(
  "https://example.com/a.png",
  "https://example.com/path/b.jpg?x=1&y=2#z",
  "HTTPS://EXAMPLE.com/c.webp",
  "data:image/png;base64,iVBORw0KGgo=",
  "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
);
const film = fc.constantFrom("https://example.com/a.mp4", "https://example.com/b.mov?t=1");

const elements = fc.array(
  fc.record(
    {
      frontal_image_url: picture,
      reference_image_urls: fc.array(picture, { maxLength: 3 }),
      video_url: film,
    },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
);

type Value = fc.Arbitrary<Json>;

function valueOf(name: string, field: Field): Value {
  switch (field.type) {
    case "string":
      if (field.choices) return fc.constantFrom(...field.choices);
      return name === "prompt" ? words : anyText;
    case "number":
      return fc.double({ min: field.min, max: field.max, noNaN: true }).map((x) => x + 0);
    case "integer":
      return field.allowed
        ? fc.constantFrom(...field.allowed)
        : fc.integer({ min: field.min, max: field.max });
    case "boolean":
      return fc.boolean();
    case "imageUrl":
      return picture;
    case "videoUrl":
      return film;
    case "imageUrls":
      return fc.array(picture, { minLength: field.minItems ?? 0, maxLength: field.maxItems ?? 5 });
    case "elements":
      return elements;
    case "segments":
      return fc.constant([]);
    default:
      return field satisfies never;
  }
}

/** Ways to cut `total` into segments within the limits of the model; none when there is no way. */
function cuts(total: number, min: number, max: number): number[][] {
  const ways: number[][] = total >= min && total <= max ? [[total]] : [];
  for (let first = min; first <= Math.min(max, total - min); first++) {
    ways.push(...cuts(total - first, min, max).map((rest) => [first, ...rest]));
  }
  return ways;
}

/** Segments that add up to the duration, which is left out now and then where its default is right. */
function timed(profile: Profile): fc.Arbitrary<RequestInput> {
  const duration = profile.fields["duration"];
  const segments = profile.fields["multi_prompt"];
  if (duration?.type !== "integer" || segments?.type !== "segments") return fc.constant({});
  const totals =
    duration.allowed ??
    Array.from({ length: duration.max - duration.min + 1 }, (_, i) => duration.min + i);
  return fc.constantFrom(...totals).chain((total) =>
    fc
      .record({
        cut: fc.constantFrom(...cuts(total, segments.minSeconds, segments.maxSeconds)),
        texts: fc.array(words, { minLength: 6, maxLength: 6 }),
        saysSeconds: fc.boolean(),
        saysDuration: fc.boolean(),
      })
      .map(({ cut, texts, saysSeconds, saysDuration }) => ({
        multi_prompt: cut.map((seconds, i) => ({
          prompt: texts[i] ?? "",
          ...(seconds === segments.defaultSeconds && !saysSeconds ? {} : { duration: seconds }),
        })),
        ...(total === duration.default && !saysDuration ? {} : { duration: total }),
      })),
  );
}

function inputOf(profile: Profile): fc.Arbitrary<RequestInput> {
  const fields = Object.fromEntries(
    Object.entries(profile.fields).map(([name, field]) => [name, valueOf(name, field)]),
  );
  const plain = fc.record(fields, { requiredKeys: profile.required });
  return fc.tuple(plain, fc.option(timed(profile), { nil: undefined })).map(([input, shots]) => {
    if (!shots || Object.keys(shots).length === 0) return input;
    const { duration: _, ...rest } = input;
    return { ...rest, ...shots };
  });
}

export const validRequest: fc.Arbitrary<ModelRequest> = fc
  .constantFrom(...profiles.values())
  .chain((profile) => inputOf(profile).map((input) => ({ model: profile.id, input })));
