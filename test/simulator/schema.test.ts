import { describe, expect, test } from "vitest";
import { imageToVideo, textToVideo, threeShots } from "./client.ts";
import { models, priceOf, shotsOf } from "./models.ts";
import type { Model } from "./models.ts";
import { checkRequest } from "./schema.ts";

const wrong = (body: unknown, model = textToVideo) =>
  checkRequest(model, body).map(({ loc, type }) => `${loc.slice(1).join(".")} ${type}`);

const picture = "https://example.com/start.png";

/** The least that a model takes. */
const least = (model: Model): Record<string, unknown> =>
  Object.fromEntries(
    model.required.map((field) => [
      field,
      field === "prompt" ? "A quiet harbour" : "https://example.com/file",
    ]),
  );

const modelOf = (id: string): Model => {
  const model = models.find(({ model_id }) => model_id === id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return model;
};

describe("the schema check", () => {
  test.each(models.map((model) => [model.model_id, model] as const))(
    "%s takes the least, and the least with all defaults",
    (id, model) => {
      const defaults = Object.fromEntries(
        Object.entries(model.properties).flatMap(([field, spec]) =>
          spec.default === undefined ? [] : [[field, spec.default]],
        ),
      );
      expect(wrong(least(model), id)).toEqual([]);
      expect(wrong({ ...defaults, ...least(model) }, id)).toEqual([]);
      for (const field of model.required) {
        const { [field]: _gone, ...rest } = least(model);
        expect(wrong(rest, id)).toEqual([`${field} missing`]);
      }
    },
  );

  test("takes segments that add up, also to the default duration", () => {
    expect(wrong(threeShots)).toEqual([]);
    expect(wrong({ prompt: "x", multi_prompt: [{ prompt: "y" }] })).toEqual([]);
    expect(wrong({ prompt: "x", multi_prompt: [] })).toEqual([]);
    expect(wrong({ prompt: "x", multi_prompt: [{ prompt: "y" }, { prompt: "z" }] })).toEqual([
      "multi_prompt value_error",
    ]);
    expect(wrong({ ...threeShots, duration: 13 })).toEqual(["multi_prompt value_error"]);
    expect(
      wrong(
        { prompt: "x", start_image_url: picture, multi_prompt: [{ prompt: "y", duration: 10 }] },
        imageToVideo,
      ),
    ).toEqual([]);
  });

  test.each([
    [{ prompt: " " }, "prompt string_too_short"],
    [{ prompt: 3 }, "prompt string_type"],
    [{ prompt: null }, "prompt string_type"],
    [{ prompt: "x", duration: 4.5 }, "duration integer_type"],
    [{ prompt: "x", duration: "5" }, "duration integer_type"],
    [{ prompt: "x", duration: 2 }, "duration greater_than_equal"],
    [{ prompt: "x", duration: 16 }, "duration less_than_equal"],
    [{ prompt: "x", cfg_scale: 1.1 }, "cfg_scale less_than_equal"],
    [{ prompt: "x", cfg_scale: Number.NaN }, "cfg_scale number_type"],
    [{ prompt: "x", aspect_ratio: "4:3" }, "aspect_ratio literal_error"],
    [{ prompt: "x", sound: "yes" }, "sound boolean_type"],
    [{ prompt: "x", shot_type: "intelligent" }, "shot_type literal_error"],
    [{ prompt: "x", generate_audio: true }, "generate_audio extra_forbidden"],
    [{ prompt: "x", constructor: "x" }, "constructor extra_forbidden"],
    [{ prompt: "x", multi_prompt: {} }, "multi_prompt list_type"],
    [{ prompt: "x", multi_prompt: [{ duration: 5 }] }, "multi_prompt.0.prompt missing"],
    [
      { prompt: "x", multi_prompt: [{ prompt: "", duration: 5 }] },
      "multi_prompt.0.prompt string_too_short",
    ],
    [
      { prompt: "x", multi_prompt: [{ prompt: "y", duration: 5, size: "wide" }] },
      "multi_prompt.0.size extra_forbidden",
    ],
  ])("refuses %j: %s", (body, violation) => {
    expect(wrong(body)).toEqual([violation]);
  });

  test("refuses more segments than the list may have", () => {
    const multi_prompt = Array.from({ length: 21 }, () => ({ prompt: "x", duration: 3 }));
    expect(wrong({ prompt: "x", multi_prompt })).toEqual([
      "multi_prompt too_long",
      "multi_prompt value_error",
    ]);
  });

  test.each([
    ["https://example.com/a.png", true],
    ["data:image/png;base64,iVBORw0KGgo=", true],
    ["http://example.com/a.png", false],
    ["https://", false],
    ["file:///a.png", false],
    ["data:text/plain;base64,aGk=", false],
    ["a.png", false],
    ["", false],
  ])("an image at %j: %s", (start_image_url, good) => {
    const body = { prompt: "x", start_image_url };
    expect(wrong(body, imageToVideo)).toEqual(good ? [] : ["start_image_url url_parsing"]);
  });

  test("knows the odd ones", () => {
    const o3 = "kling/kling-video-o3/pro/text-to-video";
    expect(wrong({ prompt: "x", duration: 10 }, o3)).toEqual([]);
    expect(wrong({ prompt: "x", duration: 7 }, o3)).toEqual(["duration literal_error"]);
    const reference = "kling/kling-video-o3/pro/reference-to-video";
    expect(wrong({ prompt: "x", images: [picture, "b.png"] }, reference)).toEqual([
      "images.1 url_parsing",
    ]);
    expect(wrong({ prompt: "x" }, "kling/kling-4")).toEqual(["model_id not_found"]);
    expect(wrong([])).toEqual([" dict_type"]);
  });
});

describe("price and shots", () => {
  test("audio is on by default in 3.0 and counts", () => {
    expect(priceOf(modelOf(textToVideo), { prompt: "x" })).toBe(0.84);
    expect(priceOf(modelOf(textToVideo), { prompt: "x", sound: false })).toBe(0.56);
    expect(priceOf(modelOf(imageToVideo), { prompt: "x" })).toBe(1.68);
    expect(priceOf(modelOf("kling/kling-video-o3/pro/text-to-video"), { prompt: "x" })).toBe(0.56);
  });

  test("a reference video has a price of its own", () => {
    const model = modelOf("kling/kling-video-o3/pro/reference-to-video");
    expect(priceOf(model, { prompt: "x", video: "https://example.com/a.mp4" })).toBe(0.84);
  });

  test("shots are the segments, or the whole", () => {
    expect(shotsOf(modelOf(textToVideo), threeShots)).toEqual([5, 4, 3]);
    expect(shotsOf(modelOf(imageToVideo), { prompt: "x" })).toEqual([10]);
  });
});
