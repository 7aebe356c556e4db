import { expect, it } from "vitest";
import { sizeOf as faceSize } from "../../renderer/nodes/size.ts";
import { faceSizes } from "../../shared/board/faces.ts";
import { nodeTypes } from "../../shared/nodes/registry.ts";

it.each(nodeTypes)("the face of a %s fits into the room that layouts leave for it", (type) => {
  for (const aspect of ["16:9", "9:16", "1:1"] as const) {
    const long = { text: "word ".repeat(400) };
    const { width, height } = faceSize({ type, params: long }, aspect, undefined);
    expect(width).toBeLessThanOrEqual(faceSizes[type].w);
    expect(height).toBeLessThanOrEqual(faceSizes[type].h);
  }
});
