import { describe, expect, test } from "vitest";
import { setMode } from "../../shared/board/edits.ts";
import { codesOf, inputsOf, story } from "./story.ts";

const picture = "https://pictures.example/harbour.png";

describe("elements", () => {
  const mara = { name: "Mara", description: "a tall woman in a red coat" };
  const segment = (prompt: string, elements: Readonly<Record<string, unknown>>[]) =>
    inputsOf(story({ elements, shots: [{ prompt, seconds: 3 }] })).map(
      (input) => JSON.stringify(input["multi_prompt"]).match(/"prompt":"([^"]*)"/)?.[1],
    )[0];

  test("are put where they are named, whatever the case and the script", () => {
    expect(segment("@mara and @MARA's dog, @Mara.", [mara])).toBe(
      "a tall woman in a red coat and a tall woman in a red coat's dog, a tall woman in a red coat.",
    );
    expect(segment("@Žofie čeká", [{ name: "žofie", description: "dívka" }])).toBe("dívka čeká");
    expect(segment("@Jose\u0301 sits", [{ name: "José", description: "an old man" }])).toBe(
      "an old man sits",
    );
    expect(segment("@Mara- then", [mara])).toBe("a tall woman in a red coat- then");
  });

  test("leave a bare name when they have no description, and an e-mail address alone", () => {
    expect(segment("@Mara waits", [{ name: "Mara" }])).toBe("Mara waits");
    expect(segment("Write to a@Mara", [mara])).toBe("Write to a@Mara");
  });

  test("may name each other, also in a circle", () => {
    expect(
      segment("@Mara", [
        { name: "Mara", description: "a woman in @coat" },
        { name: "coat", description: "the coat of @Mara" },
      ]),
    ).toBe("a woman in the coat of Mara");
  });

  test("that name each other many times over do not fill the memory", () => {
    const names = Array.from({ length: 30 }, (_, i) => `e${i}`);
    const elements = names.map((name, i) => ({
      name,
      description: `@e${i + 1} and @e${i + 1} and @e${i + 1}`,
    }));
    expect(segment("@e0", elements)?.length).toBeLessThan(50_000);
  });

  test("that are muted are bare names without a picture", () => {
    const told = story({
      elements: [{ ...mara, picture }],
      settings: { model: "kling/kling-video-o3/pro/reference-to-video" },
      scene: { summary: "@Mara waits" },
    });
    expect(inputsOf(told)).toMatchObject([
      { prompt: `${mara.description} waits`, images: [picture] },
    ]);
    const [input] = inputsOf({ ...told, board: setMode(told.board, told.elements, "muted") });
    expect(input).toMatchObject({ prompt: "Mara waits" });
    expect(input).not.toHaveProperty("images");
  });

  test("send their pictures in order of first mention, in the field that the model has for it", () => {
    const elements = ["a", "b", "c"].map((name) => ({ name, picture: `${picture}?${name}` }));
    const telling = {
      elements,
      scene: { summary: "Harbour with @b" },
      shots: [
        { prompt: "@c meets @b", seconds: 3 },
        { prompt: "@a leaves", seconds: 3 },
      ],
    };
    const reference = story({
      ...telling,
      settings: { model: "kling/kling-video-o3/pro/reference-to-video" },
    });
    expect(inputsOf(reference)[0]?.["images"]).toEqual(
      ["b", "c", "a"].map((n) => `${picture}?${n}`),
    );
    const image = story({
      ...telling,
      startImage: picture,
      settings: { model: "kling/kling-3.0/pro/image-to-video" },
    });
    expect(inputsOf(image)[0]?.["elements"]).toEqual(
      ["b", "c", "a"].map((n) => ({ frontal_image_url: `${picture}?${n}` })),
    );
    expect(inputsOf(story(telling))[0]).not.toHaveProperty("images");
  });

  test("send no pictures where extra already says which", () => {
    const told = story({
      elements: [{ ...mara, picture }],
      scene: { summary: "@Mara" },
      settings: {
        model: "kling/kling-video-o3/pro/reference-to-video",
        extra: { images: [`${picture}?own`] },
      },
    });
    expect(inputsOf(told)[0]?.["images"]).toEqual([`${picture}?own`]);
    expect(codesOf(told)).toEqual([]);
  });
});
