import { describe, expect, test } from "vitest";
import { addNode, connect, setMode, setParam } from "../../shared/board/edits.ts";
import { edgeIdSchema, nodeIdSchema } from "../../shared/board/schema.ts";
import { compile } from "../../shared/compile/compile.ts";
import { requestKey, stableJson } from "../../shared/compile/stableJson.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { actionOf } from "../../shared/nodes/shot.ts";
import { codesOf, inputsOf, problemsOf, sceneOf, story } from "./story.ts";

const silent = { audio: false };
const pro = "kling/kling-3.0/pro/text-to-video";
const picture = "https://pictures.example/harbour.png";

describe("a request", () => {
  test("says of three shots in 9:16 without sound exactly this, in the model's own order", () => {
    const told = story({
      scene: { summary: "A keeper lights the lamp." },
      settings: { aspectRatio: "9:16", audio: false, cfgScale: null },
      shots: [
        { prompt: "The keeper climbs the stairs.", seconds: 5 },
        { prompt: "She strikes a match.", seconds: 4 },
        { prompt: "The beam sweeps over the sea.", seconds: 3 },
      ],
    });
    const [part] = sceneOf(told).parts;
    expect(part?.model).toBe(pro);
    expect(JSON.stringify(part?.input)).toBe(
      JSON.stringify({
        prompt: "A keeper lights the lamp.",
        duration: 12,
        aspect_ratio: "9:16",
        sound: false,
        multi_prompt: [
          { prompt: "The keeper climbs the stairs.", duration: 5 },
          { prompt: "She strikes a match.", duration: 4 },
          { prompt: "The beam sweeps over the sea.", duration: 3 },
        ],
        shot_type: "customize",
      }),
    );
    expect(part?.shots.map(({ start, seconds }) => [start, seconds])).toEqual([
      [0, 5],
      [5, 4],
      [9, 3],
    ]);
    expect([part?.seconds, part?.price]).toEqual([12, 1.344]);
    expect(sceneOf(told)).toMatchObject({ seconds: 12, aspectRatio: "9:16", hasErrors: false });
    expect(problemsOf(told)).toEqual([]);
  });

  test("is the default model's when no settings are wired", () => {
    const told = story({ shots: [{ seconds: 5 }] });
    expect(sceneOf(told).parts[0]?.model).toBe(pro);
    expect(inputsOf(told)).toEqual([
      {
        prompt: "A day at the harbour.",
        duration: 5,
        aspect_ratio: "16:9",
        cfg_scale: 0.5,
        sound: false,
        multi_prompt: [{ prompt: "Waves.", duration: 5 }],
        shot_type: "customize",
      },
    ]);
  });

  test("without shots has the scene's own seconds, or none when none are said", () => {
    expect(inputsOf(story({ scene: { seconds: 7 } }))).toMatchObject([{ duration: 7 }]);
    const unsaid = story({ scene: { seconds: null } });
    expect(inputsOf(unsaid)[0]).not.toHaveProperty("duration");
    expect(inputsOf(unsaid)[0]).not.toHaveProperty("multi_prompt");
    expect(sceneOf(unsaid).seconds).toBe(5);
  });

  test("leaves a sum out only when the scene says no seconds and the model's default is the sum", () => {
    const five = story({ scene: { seconds: null }, shots: [{ seconds: 5 }] });
    expect(inputsOf(five)[0]).not.toHaveProperty("duration");
    const six = story({ scene: { seconds: null }, shots: [{ seconds: 6 }] });
    expect(inputsOf(six)).toMatchObject([{ duration: 6 }]);
  });

  test("says nothing of what the settings leave to the model", () => {
    const settings = { aspectRatio: "", cfgScale: null, audio: null, shotType: "" };
    expect(inputsOf(story({ settings, shots: [{ seconds: 3 }] }))).toEqual([
      {
        prompt: "A day at the harbour.",
        duration: 3,
        multi_prompt: [{ prompt: "Waves.", duration: 3 }],
      },
    ]);
  });

  test("uses the model's own word for audio and has only the model's own fields", () => {
    const told = story({
      settings: { model: "kling/kling-3.0/pro/image-to-video", ...silent },
      startImage: picture,
      shots: [{ seconds: 5 }],
    });
    expect(Object.keys(inputsOf(told)[0] ?? {})).toEqual([
      "prompt",
      "start_image_url",
      "duration",
      "generate_audio",
      "cfg_scale",
      "multi_prompt",
      "shot_type",
    ]);
    const o3 = story({
      settings: { model: "kling/kling-video-o3/4K/image-to-video" },
      startImage: picture,
      endImage: `${picture}?end`,
    });
    expect(inputsOf(o3)).toEqual([
      {
        image: picture,
        end_image: `${picture}?end`,
        prompt: "A day at the harbour.",
        duration: 5,
        sound: false,
        shot_type: "customize",
      },
    ]);
  });

  test("joins what is wired in with the summary and keeps every text as it was written", () => {
    const told = story({
      scene: { summary: "  Morning,\n  cold. " },
      prompts: ["In the style of an etching.", "", "Grey."],
      negatives: ["blur", "text"],
    });
    expect(inputsOf(told)).toMatchObject([
      {
        prompt: "In the style of an etching. Grey.   Morning,\n  cold. ",
        negative_prompt: "blur text",
      },
    ]);
  });

  test("puts camera words before, and dialogue behind the words of a shot", () => {
    const told = story({
      shots: [
        {
          prompt: "Rain on glass.",
          seconds: 3,
          size: "closeUp",
          move: "dollyIn",
          dialogue: "Late again.",
          notes: "Never sent.",
        },
      ],
    });
    expect(inputsOf(told)[0]?.["multi_prompt"]).toEqual([
      {
        prompt: "Close-up, slow dolly in. Rain on glass. Dialogue: “Late again.”",
        duration: 3,
      },
    ]);
  });

  test("takes from extra what the board does not make", () => {
    const told = story({
      settings: {
        model: "kling/kling-video-o3/pro/reference-to-video",
        extra: { video: "https://videos.example/a.mp4", keep_original_sound: false },
      },
      shots: [{ seconds: 10 }],
    });
    expect(inputsOf(told)).toMatchObject([
      { video: "https://videos.example/a.mp4", keep_original_sound: false },
    ]);
    expect(sceneOf(told).price).toBe(1.68);
    expect(codesOf(told)).toEqual([]);
  });
});

describe("a scene too long for one request", () => {
  test("of nine shots of 3 s becomes two, of 15 and 12 s, and says so before anything is paid", () => {
    const told = story({ shots: Array.from({ length: 9 }, () => ({ seconds: 3 })) });
    const scene = sceneOf(told);
    expect(scene.parts.map((part) => part.seconds)).toEqual([15, 12]);
    expect(scene.parts.map((part) => part.input["duration"])).toEqual([15, 12]);
    expect(new Set(scene.parts.map((part) => part.input["prompt"])).size).toBe(1);
    expect(scene.parts.flatMap((part) => part.shots.map((shot) => shot.nodeId))).toEqual(
      told.shots,
    );
    expect(scene.parts[1]?.shots[0]?.start).toBe(0);
    expect([scene.seconds, scene.price]).toEqual([27, 3.024]);
    expect(problemsOf(told)).toMatchObject([
      {
        code: "splitIntoParts",
        severity: "hint",
        values: { parts: 2, seconds: "15 + 12", total: 27, max: 15 },
      },
    ]);
  });

  test("begins a new request where a shot says so", () => {
    const told = story({ shots: [{ seconds: 3 }, { seconds: 4, startsPart: true }] });
    expect(sceneOf(told).parts.map((part) => part.seconds)).toEqual([3, 4]);
  });

  test("begins every part with the start image and ends only the last with the end image", () => {
    const told = story({
      settings: { model: "kling/kling-3.0/pro/image-to-video" },
      scene: { allowEndImage: true },
      startImage: picture,
      endImage: `${picture}?end`,
      shots: [{ seconds: 10 }, { seconds: 10 }],
    });
    expect(
      inputsOf(told).map((input) => [input["start_image_url"], input["end_image_url"]]),
    ).toEqual([
      [picture, undefined],
      [picture, `${picture}?end`],
    ]);
    expect(codesOf(told)).toEqual(["imageInEveryPart", "splitIntoParts"]);
  });
});

describe("the mode of a node", () => {
  const three = () => story({ shots: [{ seconds: 3 }, { seconds: 4 }, { seconds: 5 }] });
  const secondsAfter = (mode: "bypassed" | "muted", index: number) => {
    const told = three();
    const board = setMode(told.board, told.shots.slice(index, index + 1), mode);
    return sceneOf({ ...told, board }).shots.map((shot) => shot.seconds);
  };

  test("bypassed passes on what comes in", () => {
    expect(secondsAfter("bypassed", 1)).toEqual([3, 5]);
    expect(secondsAfter("bypassed", 2)).toEqual([3, 4]);
  });

  test("muted cuts its branch off", () => {
    expect(secondsAfter("muted", 1)).toEqual([5]);
    expect(secondsAfter("muted", 2)).toEqual([]);
  });

  test("of a scene other than active: it is not compiled, and its shots are not called loose", () => {
    const told = three();
    for (const mode of ["muted", "bypassed"] as const) {
      const compiled = compile(setMode(told.board, [told.scene], mode), profiles);
      expect(compiled).toMatchObject({ problems: [] });
      expect(compiled.scenes.size).toBe(0);
    }
  });

  test("bypassed settings leave the defaults", () => {
    const told = story({ settings: { aspectRatio: "1:1" }, shots: [{ seconds: 3 }] });
    const board = setMode(told.board, [told.settings], "bypassed");
    expect(inputsOf({ ...told, board })).toMatchObject([{ aspect_ratio: "16:9" }]);
  });
});

describe("a fork", () => {
  test("lets two scenes share their beginning", () => {
    const told = story({
      shots: [
        { seconds: 3, prompt: "Dawn." },
        { seconds: 4, prompt: "Noon." },
      ],
    });
    const [dawn] = told.shots;
    const other = nodeIdSchema.parse("other");
    const params = { summary: "Short." };
    const added = addNode(told.board, { id: other, type: "scene", params, at: { x: 0, y: 0 } });
    const forked = connect(
      added,
      edgeIdSchema.parse("fork"),
      { node: dawn ?? other, port: "shots" },
      { node: other, port: "shots" },
    );
    expect(sceneOf({ board: forked, scene: other }).shots.map(actionOf)).toEqual(["Dawn."]);
    expect(sceneOf({ ...told, board: forked }).shots).toHaveLength(2);
  });
});

describe("the key of a request", () => {
  test("does not depend on the order of keys", () => {
    expect(stableJson({ b: [1, { d: null, c: "x" }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
    expect(requestKey({ model: "m", input: { a: 1, b: 2 } })).toBe(
      requestKey({ model: "m", input: { b: 2, a: 1 } }),
    );
    expect(requestKey({ model: "m", input: { a: 1 } })).not.toBe(
      requestKey({ model: "n", input: { a: 1 } }),
    );
  });

  test("changes with any word that is sent and with nothing else", () => {
    const told = story({ shots: [{ seconds: 3 }] });
    const key = (board = told.board) =>
      sceneOf({ ...told, board }).parts.map((part) => requestKey(part));
    const [shot] = told.shots;
    if (shot === undefined) throw new Error("No shot");
    expect(key(setParam(told.board, shot, "notes", "Ask the harbour master."))).toEqual(key());
    expect(key(setParam(told.board, shot, "prompt", "Waves"))).not.toEqual(key());
  });
});
