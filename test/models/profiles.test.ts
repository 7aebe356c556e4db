import { describe, expect, test } from "vitest";
import type { Field, Profile } from "../../shared/models/profile.ts";
import { profileSchema } from "../../shared/models/profile.ts";
import { profileOf, profiles } from "../../shared/models/profiles.ts";
import { defaultModel } from "../../shared/nodes/settings.ts";
import published from "../simulator/models.json" with { type: "json" };

/** A profile's field in the words of the service's own list. */
function fieldInPublishedWords(field: Field): Record<string, unknown> {
  switch (field.type) {
    case "string":
      return { type: "string", default: field.default, enum: field.choices };
    case "number":
      return { type: "number", minimum: field.min, maximum: field.max, default: field.default };
    case "integer":
      return field.allowed === undefined
        ? { type: "integer", minimum: field.min, maximum: field.max, default: field.default }
        : { type: "integer", enum: field.allowed, default: field.default };
    case "boolean":
      return { type: "boolean", default: field.default };
    case "imageUrl":
      return { type: "string", format: "image_uri" };
    case "videoUrl":
      return { type: "string", format: "video_uri" };
    case "imageUrls":
      return {
        type: "array",
        format: "image_uris",
        minItems: field.minItems,
        maxItems: field.maxItems,
      };
    case "elements":
      return {
        type: "array",
        items: {
          frontal_image_url: { type: "string", format: "image_uri" },
          reference_image_urls: { type: "array" },
          video_url: { type: "string", format: "video_uri" },
        },
        evidence: field.evidence,
      };
    case "segments":
      return {
        type: "array",
        minItems: field.minItems,
        maxItems: field.maxItems,
        items: {
          prompt: { type: "string" },
          duration: {
            type: "integer",
            minimum: field.minSeconds,
            maximum: field.maxSeconds,
            default: field.defaultSeconds,
          },
        },
        sumEquals: field.sumEquals,
        evidence: field.evidence,
      };
  }
}

const inPublishedWords = (profile: Profile) => ({
  model_id: profile.id,
  required: profile.required,
  properties: Object.fromEntries(
    Object.entries(profile.fields).map(([name, field]) => [name, fieldInPublishedWords(field)]),
  ),
  price: {
    unit: "USD per second of output",
    silent: profile.price.silent,
    withAudio: profile.price.withAudio,
    withReferenceVideo: profile.price.withReferenceVideo,
  },
  priceEvidence: profile.price.evidence,
  audioField: profile.audioField,
  startImageField: profile.startImageField,
  endImageField: profile.endImageField,
});

test("there is a profile for each published model, and no other", () => {
  expect([...profiles.keys()].toSorted()).toEqual(
    published.models.map((model) => model.model_id).toSorted(),
  );
  expect(profiles.size).toBe(17);
});

describe.each(published.models)("$model_id", (model) => {
  const profile = profileOf(model.model_id);
  if (profile === undefined) throw new Error(`No profile of ${model.model_id}`);

  test("fits the schema of a profile", () => {
    expect(profileSchema.parse(profile)).toEqual(profile);
  });

  test("says field by field what the service has published", () => {
    expect(inPublishedWords(profile)).toEqual(model);
  });

  test("names its fields in the published order", () => {
    expect(Object.keys(profile.fields)).toEqual(Object.keys(model.properties));
  });

  test("names only fields of its own", () => {
    for (const field of [profile.audioField, profile.startImageField, profile.endImageField]) {
      if (field !== null) expect(Object.keys(profile.fields)).toContain(field);
    }
    expect(model.model_id.endsWith(`/${profile.task}`)).toBe(true);
  });

  test("gives allowed values within its range, ascending", () => {
    for (const field of Object.values(profile.fields)) {
      if (field.type !== "integer" || field.allowed === undefined) continue;
      expect(field.allowed).toEqual(field.allowed.toSorted((a, b) => a - b));
      expect([field.allowed[0], field.allowed.at(-1)]).toEqual([field.min, field.max]);
    }
  });
});

test("every model has a name of its own", () => {
  expect(new Set([...profiles.values()].map((profile) => profile.name)).size).toBe(profiles.size);
  expect(profileOf("kling/kling-3.0/pro/text-to-video")?.name).toBe(
    "Kling 3.0 Pro · text to video",
  );
});

test("the model of a new settings node is known, and case matters in ids", () => {
  expect(profileOf(defaultModel)?.id).toBe(defaultModel);
  expect(profileOf("kling/kling-video-o3/4k/text-to-video")).toBeUndefined();
  expect(profileOf("kling/kling-video-o3/4K/text-to-video")).toBeDefined();
});
