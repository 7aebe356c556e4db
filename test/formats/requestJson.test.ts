import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedIds } from "../../shared/board/ids.ts";
import { printBoard } from "../../shared/board/print.ts";
import { samples } from "../../shared/board/samples/samples.ts";
import { parseRequest, printRequestJson } from "../../shared/formats/requestJson.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { validRequest } from "../compile/requests.ts";

const model = "kling/kling-3.0/pro/text-to-video";
const input = {
  prompt: "A courier crosses a city at night.",
  multi_prompt: [
    { prompt: "A wet street.", duration: 5 },
    { prompt: "The courier looks up.", duration: 4 },
    { prompt: "A door opens.", duration: 3 },
  ],
  duration: 12,
  aspect_ratio: "9:16",
  sound: false,
};
const parts = (count: number) => Array.from({ length: count }, () => ({ model, input }));
const failure = (text: string, id?: string) => {
  const reading = parseRequest(text, id);
  return reading.ok ? undefined : reading.failure;
};

describe("a request as JSON", () => {
  const forms: { readonly [name: string]: unknown } = {
    "model and input": { model, input },
    "model and input with more around them": { id: 7, model, input, created_at: "2026" },
    "a body that names its model": { model, ...input },
    "what compile prints": { scenes: [{ nodeId: "s", parts: parts(1) }], problems: [] },
  };
  it.each(Object.entries(forms))("is read from %s", (_name, value) => {
    const expected = { ok: true, request: { model, input }, notes: [] };
    expect(parseRequest(JSON.stringify(value))).toEqual(expected);
    expect(parseRequest(`\uFEFF\n${JSON.stringify(value, null, 4)}\n`)).toEqual(expected);
  });

  it("is read from what the service repeats in its answer", () => {
    const answer = { request_id: "r", status: "succeeded", input, output: { video: "x" } };
    expect(parseRequest(JSON.stringify(answer), model)).toMatchObject({
      request: { model, input },
    });
  });

  it("prefers the model that is asked for", () => {
    const other = "kling/kling-video-o3/standard/text-to-video";
    expect(parseRequest(JSON.stringify({ model, input }), other)).toMatchObject({
      request: { model: other, input },
      notes: [],
    });
  });

  const likely: [string, object][] = [
    [model, { prompt: "Rain." }],
    [model, input],
    ["kling/kling-3.0/standard/text-to-video", { ...input, shot_type: "intelligent" }],
    [
      "kling/kling-3.0/pro/image-to-video",
      { prompt: "Rain.", start_image_url: "https://a.b/c.png" },
    ],
    ["kling/kling-video-o3/pro/image-to-video", { prompt: "Rain.", image: "https://a.b/c.png" }],
    ["kling/kling-video-o3/pro/reference-to-video", { prompt: "Rain.", images: [], duration: 5 }],
    [
      "kling/kling-video-o3/pro/video-to-video",
      { prompt: "Rain.", video: "https://a.b/c.mp4", images: [] },
    ],
  ];
  it.each(likely)("without a model is taken for one of %s", (id, body) => {
    const reading = parseRequest(JSON.stringify(body));
    if (id.includes("video-to-video")) {
      // Both take a video and pictures; what is assumed is said either way.
      expect(reading).toMatchObject({ ok: true, notes: [{ code: "modelAssumed" }] });
    } else {
      expect(reading).toEqual({
        ok: true,
        request: { model: id, input: body },
        notes: [{ code: "modelAssumed", values: { model: id } }],
      });
    }
  });

  it("always finds a model that has the fields", () => {
    fc.assert(
      fc.property(validRequest, (request) => {
        const reading = parseRequest(printRequestJson(request));
        if (!reading.ok) throw new Error(JSON.stringify(reading));
        expect(reading.request.input).toEqual(request.input);
        const fields = Object.keys(profiles.get(reading.request.model)?.fields ?? {});
        expect(Object.keys(request.input).filter((field) => !fields.includes(field))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("is told when its seconds do not add up", () => {
    const reading = parseRequest(JSON.stringify({ model, input: { ...input, duration: 10 } }));
    expect(reading).toMatchObject({
      ok: true,
      notes: [{ code: "durationDiffers", values: { duration: 10, sum: 12 } }],
    });
  });
});

describe("what is not a request", () => {
  const board = printBoard(samples.lighthouse(countedIds()));
  const others: [string, string, object][] = [
    ["", "notARequest", {}],
    ["hello", "notARequest", {}],
    ["please curl up", "noBody", {}],
    ["[1, 2]", "notARequest", {}],
    ["{}", "notARequest", {}],
    ['{"status": "in_queue"}', "notARequest", {}],
    ['{"model": "a/b", "input": {}}', "notARequest", {}],
    ['{"prompt": "Rain."', "notJson", { line: 1 }],
    ['{"prompt": "Rain.", "prompt": "Snow."}', "notJson", {}],
    ['{"prompt": "Rain.", "__proto__": {}}', "notJson", {}],
    [`{"prompt": "Rain.", "deep": ${"[".repeat(58)}${"]".repeat(58)}}`, "notJson", {}],
    [board, "isABoard", {}],
    [JSON.stringify({ scenes: [{ parts: parts(2) }] }), "severalRequests", { count: 2 }],
    [
      JSON.stringify({ scenes: [{ parts: parts(1) }, { parts: parts(1) }] }),
      "severalRequests",
      { count: 2 },
    ],
    ['{"prompt": "Rain.", "seed": 7}', "modelNeeded", {}],
    ['{"model": "kling 3", "input": {"prompt": "Rain."}}', "wrongModel", { model: "kling 3" }],
  ];
  it.each(others)("%j is refused: %s", (text, code, values) => {
    expect(failure(text)).toEqual({ code, values });
  });

  it("is refused when it could not be kept in a board", () => {
    expect(failure(JSON.stringify({ prompt: "x".repeat(9_000_001) }))).toEqual({
      code: "tooLarge",
      values: { limit: 9_000_000 },
    });
  });

  it("never makes the reader fail", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", "curl ", "{", "curl ^\n"),
        (text, start) => {
          expect(typeof parseRequest(start + text).ok).toBe("boolean");
        },
      ),
      { numRuns: 500 },
    );
  });
});
