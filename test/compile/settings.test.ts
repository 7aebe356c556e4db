import { describe, expect, test } from "vitest";
import {
  codesOf,
  fixed,
  inputsOf,
  problemOf,
  problemsOf,
  sceneOf,
  story,
  type Story,
  type Telling,
} from "./story.ts";

const picture = "https://pictures.example/harbour.png";
const inside = "data:image/png;base64,iVBORw0KGgo=";
const textPro = "kling/kling-3.0/pro/text-to-video";
const imagePro = "kling/kling-3.0/pro/image-to-video";
const o3TextPro = "kling/kling-video-o3/pro/text-to-video";
const shotsOf = (...seconds: number[]) => seconds.map((s) => ({ seconds: s }));
const modelOf = (told: Story) => sceneOf(told).parts[0]?.model;

describe("the model and its settings", () => {
  test("a model that there is none of: the usual one, and first the one that differs in case", () => {
    const told = story({
      settings: { model: "kling/kling-video-o3/4k/text-to-video" },
      shots: shotsOf(5),
    });
    const found = problemOf(told, "unknownModel");
    expect(found).toMatchObject({ severity: "error", nodeId: told.settings, field: "model" });
    expect(found.fixes.map((fix) => fix.values["model"])).toEqual([
      "kling/kling-video-o3/4K/text-to-video",
      textPro,
    ]);
    expect(sceneOf(told)).toMatchObject({ parts: [], hasErrors: true, price: null });
    expect(sceneOf(told).shots).toHaveLength(1);
    const after = fixed(told, "unknownModel", "switchModel");
    expect(codesOf(after)).toEqual([]);
  });

  test("a shot type that only others take", () => {
    const told = story({ settings: { shotType: "intelligent" }, shots: shotsOf(5) });
    expect(problemOf(told, "shotTypeUnsupported")).toMatchObject({
      severity: "error",
      nodeId: told.settings,
      field: "shotType",
      values: { value: "intelligent", allowed: "customize" },
    });
    expect(codesOf(fixed(told, "shotTypeUnsupported", "setShotType"))).toEqual([]);
    const standard = { shotType: "intelligent", model: "kling/kling-3.0/standard/text-to-video" };
    expect(codesOf(story({ settings: standard, shots: shotsOf(5) }))).toEqual(["shotTypeFree"]);
  });

  test("a shot type by which the model may cut elsewhere is said, also when nobody chose it", () => {
    const model = "kling/kling-3.0/standard/text-to-video";
    const told = story({ settings: { model, shotType: "" }, shots: shotsOf(5, 5) });
    expect(problemOf(told, "shotTypeFree")).toMatchObject({
      severity: "hint",
      nodeId: told.settings,
      field: "shotType",
    });
    expect(codesOf(fixed(told, "shotTypeFree", "setShotType"))).toEqual([]);
    expect(codesOf(story({ settings: { model, shotType: "" }, scene: { seconds: 5 } }))).toEqual(
      [],
    );
  });

  test("what the user set and the model lacks is said; an untouched default is not", () => {
    const ignored = (settings: Telling["settings"]) =>
      problemsOf(story({ settings: settings ?? {}, startImage: picture })).map((p) => [
        p.code,
        p.values["field"],
        p.values["value"],
      ]);
    expect(ignored({ model: imagePro })).toEqual([]);
    expect(ignored({ model: imagePro, aspectRatio: "9:16" })).toEqual([
      ["settingIgnored", "aspectRatio", "9:16"],
    ]);
    const o3 = "kling/kling-video-o3/pro/image-to-video";
    expect(ignored({ model: o3 })).toEqual([]);
    expect(ignored({ model: o3, cfgScale: 0.8 })).toEqual([["settingIgnored", "cfgScale", 0.8]]);
    const video = {
      model: "kling/kling-video-o3/pro/video-to-video",
      extra: { video: "https://videos.example/a.mp4" },
      audio: true,
    };
    const told = story({ settings: video });
    expect(codesOf(told)).toEqual(["settingIgnored", "priceUnknown"]);
    expect(sceneOf(told)).toMatchObject({ seconds: null, price: null, hasErrors: false });
  });

  test("audio that nobody decided is a hint where it costs more", () => {
    const codes = (model: string) =>
      codesOf(story({ settings: { model, audio: null }, shots: shotsOf(5) }));
    expect(codes(textPro)).toEqual(["audioByDefault"]);
    expect(codes("kling/kling-3.0/4k/text-to-video")).toEqual([]);
    expect(codes("kling/kling-video-o3/4K/text-to-video")).toEqual([]);
  });

  test("a field in extra that the model does not have, or whose value it would refuse", () => {
    const told = story({ settings: { extra: { seed: 7 } }, shots: shotsOf(5) });
    expect(problemOf(told, "extraUnknown")).toMatchObject({
      severity: "error",
      nodeId: told.settings,
      values: { field: "seed" },
    });
    expect(codesOf(fixed(told, "extraUnknown", "removeExtra"))).toEqual([]);

    const model = "kling/kling-video-o3/pro/reference-to-video";
    const wrong = story({ settings: { model, extra: { keep_original_sound: "yes" } } });
    expect(codesOf(wrong)).toEqual(["extraInvalid"]);
    expect(codesOf(fixed(wrong, "extraInvalid", "removeExtra"))).toEqual([]);
  });

  test("a field in extra that the board makes has no effect, and is said to have none", () => {
    const told = story({ settings: { extra: { duration: 9 } }, shots: shotsOf(5) });
    expect(problemOf(told, "extraIgnored").severity).toBe("warning");
    expect(inputsOf(told)).toMatchObject([{ duration: 5 }]);
  });

  test("a length in extra never stands against that of the shots", () => {
    const scene = { seconds: null };
    const told = story({ settings: { extra: { duration: 15 } }, shots: shotsOf(5), scene });
    expect(codesOf(told)).toEqual(["extraIgnored"]);
    expect(inputsOf(told)).toMatchObject([{ duration: 5 }]);
  });

  test("segments in extra have to add up as well", () => {
    const extra = { multi_prompt: [{ prompt: "Waves.", duration: 4 }] };
    expect(codesOf(story({ settings: { extra }, scene: { seconds: 4 } }))).toEqual([]);
    const told = story({ settings: { extra }, scene: { seconds: 5 } });
    expect(problemOf(told, "valueRefused")).toMatchObject({
      severity: "error",
      nodeId: told.settings,
      values: { field: "multi_prompt" },
    });
  });

  test("a video that only extra can give is missing", () => {
    const told = story({ settings: { model: "kling/kling-video-o3/pro/video-to-video" } });
    expect(problemOf(told, "fieldRequired")).toMatchObject({
      severity: "error",
      values: { field: "video" },
    });
  });
});

describe("texts", () => {
  test("longer than upstream takes are warned of, with count and limit, and sent", () => {
    const told = story({
      scene: { summary: "a".repeat(2501) },
      negatives: ["b".repeat(2502)],
      shots: [{ seconds: 5, prompt: "c".repeat(513) }],
    });
    const warned = problemsOf(told).map(({ code, severity, values }) => [code, severity, values]);
    expect(warned).toEqual([
      ["promptTextTooLong", "warning", { count: 2501, limit: 2500 }],
      ["negativeTextTooLong", "warning", { count: 2502, limit: 2500 }],
      ["shotTextTooLong", "warning", { count: 513, limit: 512 }],
    ]);
    expect(sceneOf(told).hasErrors).toBe(false);
    expect(inputsOf(told)[0]?.["prompt"]).toHaveLength(2501);
  });

  test("just as long as upstream takes are not", () => {
    const shots = [{ seconds: 5, prompt: "c".repeat(512) }];
    expect(codesOf(story({ scene: { summary: "a".repeat(2500) }, shots }))).toEqual([]);
  });

  test("a negative prompt for a model that takes none", () => {
    const told = story({ settings: { model: o3TextPro }, negatives: ["blur"] });
    expect(problemOf(told, "negativeUnsupported")).toMatchObject({
      severity: "warning",
      values: { text: "blur" },
    });
    expect(inputsOf(told)[0]).not.toHaveProperty("negative_prompt");
    expect(codesOf(fixed(told, "negativeUnsupported", "disconnect"))).toEqual([]);
  });

  test("that name an element that there is none of: a hint, and the element is one click away", () => {
    const told = story({ scene: { summary: "@Mara waits. @Mara!" } });
    expect(problemsOf(told)).toMatchObject([
      {
        code: "unknownName",
        severity: "hint",
        nodeId: told.scene,
        field: "summary",
        values: { name: "Mara" },
      },
    ]);
    expect(inputsOf(told)).toMatchObject([{ prompt: "@Mara waits. @Mara!" }]);
    expect(codesOf(fixed(told, "unknownName", "addElement"))).toEqual([]);
  });

  test("two elements of one name", () => {
    const elements = [
      { name: "Mara", description: "one" },
      { name: "MARA", description: "two" },
    ];
    const told = story({ elements, scene: { summary: "@mara" } });
    expect(problemOf(told, "elementTwice")).toMatchObject({ nodeId: told.elements[1] });
    expect(inputsOf(told)).toMatchObject([{ prompt: "one" }]);
  });

  test("that are joined again and again end in an error, not in a full memory", () => {
    let told = story({ prompts: ["word ".repeat(3000)] });
    const { board, scene, prompts } = told;
    const nodes = { ...board.nodes };
    const edges = { ...board.edges };
    let from: string = String(prompts[0]);
    let port = "text";
    for (let step = 0; step < 40; step++) {
      for (const name of [`l${step}`, `r${step}`, `j${step}`]) {
        Object.assign(nodes, { [name]: { type: "join", params: { separator: " " } } });
      }
      const wire = (a: string, b: string) => ({
        [`${a}-${b}`]: { from: { node: a, port }, to: { node: b, port: "text" } },
      });
      const [l, r, j] = [`l${step}`, `r${step}`, `j${step}`];
      Object.assign(edges, wire(from, l), wire(from, r), wire(l, j), wire(r, j));
      from = j;
      port = "text";
    }
    Object.assign(edges, {
      last: { from: { node: from, port: "text" }, to: { node: scene, port: "prompt" } },
    });
    told = { ...told, board: { ...board, nodes, edges } };
    expect(problemOf(told, "textRunsAway").severity).toBe("error");
    expect(sceneOf(told).hasErrors).toBe(true);
  });
});

describe("pictures", () => {
  test("an image for a model that takes none: the model of the same quality that does", () => {
    const told = story({ settings: {}, startImage: picture, shots: shotsOf(5) });
    expect(problemOf(told, "imageUnsupported")).toMatchObject({
      severity: "warning",
      nodeId: told.scene,
      field: "startImage",
    });
    const after = fixed(told, "imageUnsupported", "switchModel");
    expect(codesOf(after)).toEqual([]);
    expect(modelOf(after)).toBe(imagePro);
    expect(codesOf(fixed(told, "imageUnsupported", "disconnect"))).toEqual([]);
  });

  test("the same without a settings node: the scene gets one", () => {
    const told = story({ startImage: picture, shots: shotsOf(5) });
    const after = fixed(told, "imageUnsupported", "switchModel");
    expect(modelOf(after)).toBe(imagePro);
    expect(codesOf(after)).toEqual([]);
    expect(Object.keys(after.board.nodes)).toHaveLength(Object.keys(told.board.nodes).length + 1);
  });

  test("a model that needs an image and has none, also when the image node is empty", () => {
    const settings = { model: imagePro };
    for (const told of [story({ settings }), story({ settings, startImage: "" })]) {
      expect(problemOf(told, "imageRequired")).toMatchObject({ severity: "error" });
      expect(modelOf(fixed(told, "imageRequired", "switchModel"))).toBe(textPro);
    }
  });

  test("an end image together with shots: an error, unless it is wanted", () => {
    const told = story({
      settings: { model: imagePro },
      startImage: picture,
      endImage: picture,
      shots: shotsOf(5),
    });
    expect(problemOf(told, "endImageWithShots")).toMatchObject({
      severity: "error",
      field: "endImage",
    });
    const allowed = fixed(told, "endImageWithShots", "allowEndImage");
    expect(codesOf(allowed)).toEqual([]);
    expect(inputsOf(allowed)).toMatchObject([{ end_image_url: picture }]);
    const without = fixed(told, "endImageWithShots", "disconnect");
    expect(codesOf(without)).toEqual([]);
    expect(inputsOf(without)[0]).not.toHaveProperty("end_image_url");
  });

  test("an end image among further settings is one like any other", () => {
    const settings = { model: imagePro, extra: { end_image_url: picture } };
    const told = story({ settings, startImage: picture, shots: shotsOf(10, 10) });
    expect(problemOf(told, "endImageWithShots")).toMatchObject({
      severity: "error",
      nodeId: told.settings,
      field: "extra",
    });
    const allowed = fixed(told, "endImageWithShots", "allowEndImage");
    expect(codesOf(allowed)).not.toContain("endImageWithShots");
    expect(inputsOf(allowed).map((input) => input["end_image_url"])).toEqual([undefined, picture]);
    const without = fixed(told, "endImageWithShots", "removeExtra");
    expect(inputsOf(without).map((input) => input["end_image_url"])).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("an end image for a model that takes none", () => {
    const told = story({
      settings: { model: "kling/kling-3.0/standard/image-to-video" },
      startImage: picture,
      endImage: picture,
    });
    expect(codesOf(told)).toEqual(["endImageUnsupported"]);
    expect(codesOf(fixed(told, "endImageUnsupported", "disconnect"))).toEqual([]);
  });

  test("inside the request: nobody says whether the model takes them", () => {
    const told = story({ settings: { model: imagePro }, startImage: inside });
    expect(problemsOf(told)).toMatchObject([
      { code: "pictureInside", severity: "warning", nodeId: told.startImage, field: "picture" },
    ]);
    const element = story({
      settings: { model: "kling/kling-video-o3/pro/reference-to-video" },
      elements: [{ name: "Mara", picture: inside }],
      scene: { summary: "@Mara" },
    });
    expect(problemsOf(element)).toMatchObject([
      { code: "pictureInside", nodeId: element.elements[0] },
    ]);
  });

  test("of more elements than the model takes pictures", () => {
    const names = Array.from({ length: 9 }, (_, i) => `e${i}`);
    const told = story({
      settings: { model: "kling/kling-video-o3/pro/reference-to-video" },
      elements: names.map((name) => ({ name, picture: `${picture}?${name}` })),
      scene: { summary: names.map((name) => `@${name}`).join(" ") },
    });
    expect(problemOf(told, "picturesLeftOut").values).toMatchObject({ count: 2, max: 7 });
    expect(inputsOf(told)[0]?.["images"]).toHaveLength(7);
  });

  test("whose address no service could fetch", () => {
    const told = story({ settings: { model: imagePro }, startImage: "https://[nowhere" });
    expect(problemOf(told, "valueRefused")).toMatchObject({
      severity: "error",
      nodeId: told.startImage,
      field: "picture",
    });
  });
});
