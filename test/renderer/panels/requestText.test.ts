import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  curlPieces,
  jsonPieces,
  linesOf,
  pictureInside,
  type Piece,
} from "../../../renderer/panels/requestText.ts";
import { countedIds } from "../../../shared/board/ids.ts";
import { samples } from "../../../shared/board/samples/samples.ts";
import { createCompiler } from "../../../shared/compile/compile.ts";
import type { Part, RequestSource } from "../../../shared/compile/compiled.ts";
import { printCurl } from "../../../shared/formats/curl.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import { nodeId } from "../../board/build.ts";

const written = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");
const base = "https://model-api.runcomfy.net/v1";

const parts: readonly Part[] = Object.values(samples).flatMap((sample) =>
  [...createCompiler(profiles)(sample(countedIds())).scenes.values()].flatMap(
    (scene) => scene.parts,
  ),
);

// Quotes, escapes, and halves of a character that is cut in two.
const letters = ["a", "'", '"', "\\", "\n", "é", "🎬", "\ud83c"];
const anyText = fc.string({ unit: fc.constantFrom(...letters) });

describe("the pieces of a request", () => {
  test("of every sample make up its JSON and its cURL command", () => {
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      const { model, input, sources } = part;
      expect(written(jsonPieces(input, sources()))).toBe(JSON.stringify(input, null, 2));
      expect(written(curlPieces(part, base))).toBe(printCurl({ model, input }, base).trimEnd());
    }
  });

  test("say where each word of a segment comes from", () => {
    const [part] = parts;
    const pieces = part === undefined ? [] : jsonPieces(part.input, part.sources());
    const sources = part?.sources().filter(({ range }) => range !== undefined) ?? [];
    for (const { path, range, source } of sources) {
      let value: unknown = part?.input;
      for (const step of path) value = (value as { [step: string]: unknown })[step];
      const words = String(value).slice(range?.start, range?.end);
      const found = pieces.some(
        ({ text, sources: [from] }) =>
          text === JSON.stringify(words).slice(1, -1) && from?.nodeId === source.nodeId,
      );
      expect(found, words).toBe(true);
    }
  });

  test("make up any JSON, wherever its texts are cut", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
        anyText,
        fc.array(fc.nat(12), { maxLength: 4 }),
        (rest, text, cuts) => {
          const input = JSON.parse(JSON.stringify({ ...rest, text }));
          const ends = [...new Set([...cuts.filter((cut) => cut < text.length), text.length])];
          const sources: RequestSource[] = ends
            .toSorted((a, b) => a - b)
            .map((end, i, all) => ({
              path: ["text"],
              range: { start: i === 0 ? 0 : (all[i - 1] ?? 0), end },
              source: { nodeId: nodeId(`n${i}`), field: "text" },
            }));
          expect(written(jsonPieces(input, sources))).toBe(JSON.stringify(input, null, 2));
        },
      ),
    );
  });

  test("keep a quote inside the shell's string", () => {
    const part = { model: "a/b", input: { prompt: "it's" }, sources: () => [] };
    expect(written(curlPieces(part, base))).toContain(`"it'\\''s"`);
  });
});

test("lines know how far they are indented", () => {
  const lines = linesOf(jsonPieces({ a: { b: 1 } }, []));
  expect(lines.map(({ indent }) => indent)).toEqual([0, 2, 4, 2, 0]);
});

test("a picture in a request is named by its type and size", () => {
  expect(pictureInside(`"data:image/jpeg;base64,${"A".repeat(4000)}"`)).toEqual({
    type: "JPEG",
    bytes: 3000,
  });
  expect(pictureInside('"https://example.com/a.jpg"')).toBeUndefined();
});
