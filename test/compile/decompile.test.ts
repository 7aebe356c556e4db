import { describe, expect, it } from "vitest";
import { gap } from "../../shared/board/faces.ts";
import { countedIds } from "../../shared/board/ids.ts";
import { readBoard } from "../../shared/board/parse.ts";
import { compile } from "../../shared/compile/compile.ts";
import type { RequestInput } from "../../shared/compile/compiled.ts";
import { decompile, normalizeRequest } from "../../shared/compile/decompile.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { overlaps, wires } from "../board/build.ts";

const model = "kling/kling-3.0/pro/text-to-video";
const board = (input: RequestInput, id = model) => decompile({ model: id, input }, countedIds());
const inputs = (input: RequestInput, id = model) =>
  [...compile(board(input, id), profiles).scenes.values()].flatMap((scene) =>
    scene.parts.map((part) => part.input),
  );

const threeShots = {
  prompt: "A courier crosses a city at night.",
  negative_prompt: "captions",
  multi_prompt: [
    { prompt: "A wet street, a bicycle light.", duration: 5 },
    { prompt: "  The courier looks up.\n", duration: 4 },
    { prompt: "A door opens.", duration: 3 },
  ],
  duration: 12,
  aspect_ratio: "9:16",
  sound: false,
};

describe("decompile", () => {
  it("makes a chain of shots before a scene, and gives the same request back", () => {
    const made = board(threeShots);
    expect(wires(made)).toEqual([
      "n2.shots > n3.previous",
      "n3.shots > n4.previous",
      "n4.shots > n1.shots",
      "n5.settings > n1.settings",
      "n6.text > n1.negative",
    ]);
    expect(inputs(threeShots)).toEqual([threeShots]);
  });

  it("makes a prompt before a scene where there are no segments", () => {
    const made = board({ prompt: " A city at night. ", duration: 7 });
    expect(wires(made)).toEqual(["n2.text > n1.prompt", "n3.settings > n1.settings"]);
    expect(inputs({ prompt: " A city at night. ", duration: 7 })).toEqual([
      { prompt: " A city at night. ", duration: 7 },
    ]);
  });

  it("lets a request that says little say no more", () => {
    expect(inputs({ prompt: "Rain." })).toEqual([{ prompt: "Rain." }]);
    expect(inputs({ prompt: "Rain.", multi_prompt: [], negative_prompt: "" })).toEqual([
      { prompt: "Rain." },
    ]);
    expect(inputs({ prompt: "Rain.", multi_prompt: [{ prompt: "Rain on glass." }] })).toEqual([
      { prompt: "Rain.", multi_prompt: [{ prompt: "Rain on glass.", duration: 5 }] },
    ]);
  });

  it("keeps what no param can hold, however odd", () => {
    const long = "x".repeat(20_001);
    const odd = { prompt: long, duration: "12", seed: 7, multi_prompt: "three", sound: "yes" };
    const made = board(odd);
    const extra = Object.values(made.nodes).find(({ type }) => type === "settings")?.params[
      "extra"
    ];
    expect(extra).toEqual(odd);
    expect(readBoard(made)).toEqual({ ok: true, board: made, readOnly: false });
    expect(inputs({ prompt: long })).toEqual([{ prompt: long }]);
  });

  it("keeps a model that this version does not know", () => {
    const made = board(threeShots, "kling/kling-9/max/text-to-video");
    const { problems } = compile(made, profiles);
    expect(problems.map(({ code }) => code)).toContain("unknownModel");
    expect(Object.values(made.nodes).filter(({ type }) => type === "shot")).toHaveLength(3);
  });

  it("lays everything out without one node over another", () => {
    const images = {
      prompt: "Rain.",
      negative_prompt: "captions",
      start_image_url: "https://example.com/a.png",
      end_image_url: "https://example.com/b.png",
    };
    const imageModel = "kling/kling-3.0/pro/image-to-video";
    for (const made of [
      board(threeShots),
      board(images, imageModel),
      board({ ...threeShots, ...images }, imageModel),
    ]) {
      expect(overlaps(made, gap / 2)).toEqual([]);
    }
    expect(Object.keys(board(images, imageModel).nodes)).toHaveLength(6);
  });
});

describe("normalizeRequest", () => {
  it("says every segment's seconds and leaves empty lists and texts out, nothing else", () => {
    const input = {
      prompt: "",
      seed: 1,
      multi_prompt: [{ prompt: "a" }, { prompt: "b", duration: 3 }],
      negative_prompt: "",
    };
    expect(normalizeRequest(profiles.get(model), input)).toEqual({
      prompt: "",
      seed: 1,
      multi_prompt: [
        { prompt: "a", duration: 5 },
        { prompt: "b", duration: 3 },
      ],
    });
    expect(normalizeRequest(undefined, { multi_prompt: [] })).toEqual({});
    expect(normalizeRequest(undefined, { multi_prompt: [1] })).toEqual({ multi_prompt: [1] });
  });
});
