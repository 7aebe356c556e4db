import fc from "fast-check";
import { expect, test } from "vitest";
import { slug } from "../../../electron/backend/library/takeFolder.ts";

test("a title becomes a name that people can read", () => {
  expect(slug("Dunes & kites", 40)).toBe("dunes-kites");
  expect(slug("  São Tomé: a manhã… ", 40)).toBe("são-tomé-a-manhã");
  expect(slug("../../etc/passwd", 40)).toBe("etc-passwd");
  expect(slug("夕暮れの港", 10)).toBe("夕暮れ");
  expect(slug("///", 40)).toBe("");
});

test("whatever the title, the name can stand in a path on every system", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (title) => {
      const name = slug(title, 40);
      expect(name).toMatch(/^([\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*)?$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(40);
    }),
  );
});
