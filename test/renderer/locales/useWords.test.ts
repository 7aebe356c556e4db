import { expect, test } from "vitest";
import { remembering } from "../../../renderer/locales/useWords.ts";

test("the same words with the same values are asked for once", () => {
  const asked: string[] = [];
  const t = remembering((key, values) => {
    asked.push(key);
    return `${key} ${JSON.stringify(values)}`;
  });
  expect(t("shot", { number: 1 })).toBe('shot {"number":1}');
  expect(t("shot", { number: 2 })).toBe('shot {"number":2}');
  expect(t("shot", { number: 1 })).toBe('shot {"number":1}');
  expect(t("shot")).toBe("shot undefined");
  expect(t("shot")).toBe("shot undefined");
  expect(asked).toEqual(["shot", "shot", "shot"]);
});

test("what was said long ago is asked for again, so that what is kept has an end", () => {
  let asked = 0;
  const t = remembering(() => `${(asked += 1)}`);
  for (let count = 0; count < 5_000; count += 1) t("letters", { count });
  expect(asked).toBe(5_000);
  expect(t("letters", { count: 4_999 })).toBe("5000");
  expect(t("letters", { count: 0 })).toBe("5001");
});
