import { readdirSync, readFileSync } from "node:fs";
import { createInstance } from "i18next";
import { expect, test } from "vitest";
import {
  fixCodes,
  problemCodes,
  valuesOfFix,
  valuesOfProblem,
} from "../../shared/compile/problems.ts";

const folder = new URL("../../renderer/locales/", import.meta.url);
const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const filesOf = (language: string): string[] =>
  readdirSync(new URL(`${language}/`, folder))
    .filter((file) => file.endsWith(".json"))
    .toSorted();

type Words = ReadonlyMap<string, string>;

function flatten(value: unknown, path: string, into: Map<string, string>): Words {
  if (typeof value === "string") return into.set(path, value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`${path} is neither words nor a group of words`);
  }
  for (const [key, inner] of Object.entries(value)) {
    flatten(inner, path === "" ? key : `${path}.${key}`, into);
  }
  return into;
}

const wordsOf = (language: string, file: string): Words =>
  flatten(
    JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), "utf8")),
    "",
    new Map<string, string>(),
  );

/**
 * Both languages share `one` and `other`. Portuguese has a plural for millions that English lacks, and takes none for one
 * where `zero` does not repeat its plural; a `zero` with words of its own is a sentence that both have.
 */
const keysOf = (words: Words): string[] =>
  [...words]
    .filter(([key, said]) => !key.endsWith("_many") && said !== words.get(pluralOfNone(key)))
    .map(([key]) => key)
    .toSorted();
const pluralOfNone = (key: string): string =>
  key.endsWith("_zero") ? key.replace(/zero$/, "other") : "";

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? ""))].toSorted();

test("there are two languages, with the same files", () => {
  expect(languages.toSorted()).toEqual(["en", "pt-BR"]);
  expect(filesOf("pt-BR")).toEqual(filesOf("en"));
  expect(filesOf("en").length).toBeGreaterThan(5);
});

test.each(filesOf("en"))("%s has the same keys in both languages", (file) => {
  expect(keysOf(wordsOf("pt-BR", file))).toEqual(keysOf(wordsOf("en", file)));
});

test.each(languages)(
  "what may have to be said of none is said in the plural in %s",
  async (language) => {
    const spoken = createInstance();
    const readWords = (file: string): object =>
      JSON.parse(readFileSync(new URL(`${language}/${file}.json`, folder), "utf8"));
    await spoken.init({
      lng: language,
      resources: { [language]: { app: readWords("app"), canvas: readWords("canvas") } },
    });
    for (const key of ["app:counts.shots", "app:counts.scenes", "canvas:texts"] as const) {
      expect(spoken.t(key, { count: 0 })).toBe(spoken.t(key, { count: 2 }).replace("2", "0"));
      expect(spoken.t(key, { count: 0 })).not.toBe(spoken.t(key, { count: 1 }).replace("1", "0"));
    }
  },
);

test.each(filesOf("en"))("%s has the same placeholders in both languages", (file) => {
  const [english, portuguese] = [wordsOf("en", file), wordsOf("pt-BR", file)];
  const differing = [...english]
    .filter(
      ([key, words]) =>
        placeholders(words).join() !== placeholders(portuguese.get(key) ?? "").join(),
    )
    .map(([key]) => key);
  expect(differing).toEqual([]);
});

test.each(languages.flatMap((language) => filesOf(language).map((file) => `${language}/${file}`)))(
  "%s has no empty words and no broken placeholders",
  (path) => {
    const [language = "", file = ""] = path.split("/");
    for (const [key, words] of wordsOf(language, file)) {
      expect(words.trim(), key).not.toBe("");
      expect(words.replaceAll(/\{\{\s*\w+\s*\}\}/g, ""), key).not.toMatch(/\{\{|\}\}/);
    }
  },
);

test.each(languages)(
  "every problem and fix has words in %s, with values that exist",
  (language) => {
    const words = wordsOf(language, "problems.json");
    const expected = [
      ...problemCodes.map((code) => `sentences.${code}`),
      ...fixCodes.map((code) => `fixes.${code}`),
    ];
    expect([...words.keys()].toSorted()).toEqual(expected.toSorted());
    for (const code of problemCodes) {
      const used = placeholders(words.get(`sentences.${code}`) ?? "");
      expect(valuesOfProblem(code), code).toEqual(expect.arrayContaining(used));
    }
    for (const code of fixCodes) {
      const used = placeholders(words.get(`fixes.${code}`) ?? "");
      expect(valuesOfFix(code), code).toEqual(expect.arrayContaining(used));
    }
  },
);

test.each(languages)("any two camera words fit on the picture of a shot in %s", (language) => {
  const words = wordsOf(language, "nodes.json");
  const fields = ["size", "move", "angle", "lens"].map((field) =>
    [...words].flatMap(([key, usual]) => {
      const [, value] = /^choices\.shot\.(\w+\.\w+)$/.exec(key) ?? [];
      const isSaid = value?.startsWith(`${field}.`) === true && value !== `${field}.none`;
      return isSaid ? [words.get(`badges.${value}`) ?? usual] : [];
    }),
  );
  const [longest = 0, next = 0] = fields
    .map((badges) => Math.max(...badges.map(({ length }) => length)))
    .toSorted((a, b) => b - a);
  // Beside a time code, in the type of the badge.
  expect(longest + next).toBeLessThanOrEqual(22);
});
