import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedIds } from "../../shared/board/ids.ts";
import { parseBoard } from "../../shared/board/parse.ts";
import { printBoard } from "../../shared/board/print.ts";
import { compile } from "../../shared/compile/compile.ts";
import { decompile, normalizeRequest, type ModelRequest } from "../../shared/compile/decompile.ts";
import { profileOf, profiles } from "../../shared/models/profiles.ts";
import { checkRequest } from "../simulator/schema.ts";
import { validRequest } from "./requests.ts";

const recompiled = (request: ModelRequest) => {
  const reading = parseBoard(printBoard(decompile(request, countedIds())));
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  const { scenes, problems } = compile(reading.board, profiles);
  return { parts: [...scenes.values()].flatMap((scene) => scene.parts), problems };
};

describe("a request turned into a board", () => {
  it("compiles to the same request again, for every valid request of every model", () => {
    const models = new Set<string>();
    fc.assert(
      fc.property(validRequest, (request) => {
        expect(checkRequest(request.model, request.input)).toEqual([]);
        models.add(request.model);
        const { parts, problems } = recompiled(request);
        const input = normalizeRequest(profileOf(request.model), request.input);
        expect(parts.map((part) => ({ model: part.model, input: part.input }))).toEqual([
          { model: request.model, input },
        ]);
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(models.size).toBe(profiles.size);
  });
});
