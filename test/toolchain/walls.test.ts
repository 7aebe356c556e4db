import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const folders = ["shared", "electron", "renderer", "test"];
const configs = [
  ".oxlintrc.json",
  "package.json",
  "tsconfig.base.json",
  ...folders.map((f) => `${f}/tsconfig.json`),
];
const scratch: string[] = [];
afterAll(() => scratch.forEach((folder) => rmSync(folder, { recursive: true })));

/** A new repository that has our own configuration and libraries, and these files. */
function repositoryOf(files: Record<string, string>): string {
  const made = mkdtempSync(join(tmpdir(), "walls-"));
  scratch.push(made);
  symlinkSync(join(root, "node_modules"), join(made, "node_modules"), "junction");
  const texts = configs.map((path) => [path, readFileSync(join(root, path), "utf8")] as const);
  for (const [path, text] of [...texts, ...Object.entries(files)]) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

/** What a tool of `node_modules` prints when it runs in a folder. */
function outputOf(folder: string, script: string, args: string[]): string {
  const tool = join(root, "node_modules", script);
  const result = spawnSync(process.execPath, [tool, ...args], { cwd: folder, encoding: "utf8" });
  return result.stdout + result.stderr;
}

/** The type errors of a snippet that lies in a folder, under that folder's own project. */
function typeErrors(folder: string, snippet: string): string {
  const made = repositoryOf({ [`${folder}/snippet.ts`]: snippet });
  return outputOf(made, "typescript/bin/tsc", ["-p", folder]);
}

/** The lint rules that files break. */
function brokenRules(files: Record<string, string>): string[] {
  const output = outputOf(repositoryOf(files), "oxlint/bin/oxlint", ["--format=json"]);
  const report: { diagnostics: { code: string }[] } = JSON.parse(output);
  return report.diagnostics.map(({ code }) => code);
}

describe("what a folder may see", () => {
  it.each([
    ["shared", "export const a = process.pid;", "'process'"],
    ["shared", "export const a = document.title;", "'document'"],
    ["shared", 'import { join } from "node:path";\nexport const a = join("a");', "'node:path'"],
    ["electron", "export const a = document.title;", "'document'"],
    ["electron", "export const a = window.innerWidth;", "'window'"],
    ["renderer", 'import { join } from "node:path";\nexport const a = join("a");', "'node:path'"],
    ["renderer", "export const a = process.pid;", "'process'"],
    ["shared", "export const a: string = [''][0];", "undefined"],
    ["shared", "export const a: { b?: string } = { b: undefined };", "exactOptionalPropertyTypes"],
    ["shared", "export enum A { B }", "erasableSyntaxOnly"],
  ])("%s refuses %s", (folder, snippet, named) => {
    expect(typeErrors(folder, snippet)).toContain(named);
  });

  it.each([
    ["shared", "export const a = [1, 2].toSorted();"],
    ["electron", "export const a = process.pid + performance.now();"],
    ["renderer", "export const a = document.title + import.meta.env.MODE;"],
    ["test", "export const a = document.title + process.pid;"],
  ])("%s accepts %s", (folder, snippet) => {
    expect(typeErrors(folder, snippet)).toBe("");
  });

  it("keeps the DOM out of the main process also behind its libraries", () => {
    const libraries = ["electron", "mediabunny", "@napi-rs/canvas", "@napi-rs/webcodecs", "zod"];
    const imports = libraries.map((name) => `import "${name}";\n`).join("");
    expect(typeErrors("electron", `${imports}export const a = document.title;`)).toContain(
      "'document'",
    );
  });
});

describe("what a folder may import", () => {
  it.each([
    ["electron/backend", 'import { app } from "electron";\napp.quit();'],
    ["electron/backend", 'import type { App } from "electron";\nexport type A = App;'],
    ["electron/engines", 'import { app } from "electron/main";\napp.quit();'],
    ["electron/hosts", 'import { app } from "electron";\napp.quit();'],
    ["electron", 'import { a } from "../renderer/main.tsx";\na();'],
    ["renderer", 'import { a } from "../electron/main.ts";\na();'],
    ["renderer", 'import { a } from "../electron/backend/jobs.ts";\na();'],
    ["shared", 'import { a } from "../electron/main.ts";\na();'],
    ["shared", 'import { a } from "../renderer/stores/boardStore.ts";\na();'],
    ["shared", 'import { useState } from "react";\nuseState();'],
  ])("%s refuses %s", (folder, snippet) => {
    expect(brokenRules({ [`${folder}/snippet.ts`]: snippet })).toContain(
      "eslint(no-restricted-imports)",
    );
  });

  it("lets the menu have the words of the locales", () => {
    const snippet = 'import words from "../renderer/locales/en/menu.json" with { type: "json" };';
    expect(brokenRules({ "electron/menu.ts": `${snippet}\nexport const a = words;` })).toEqual([]);
  });

  it("refuses a cycle, also of types only", () => {
    const files = {
      "shared/a.ts": 'import type { B } from "./b.ts";\nexport interface A { b: B }',
      "shared/b.ts": 'import type { A } from "./a.ts";\nexport interface B { a: A }',
    };
    expect(brokenRules(files)).toContain("import(no-cycle)");
  });

  it.each([
    ["typescript(no-explicit-any)", "export const a = (b: any) => b;"],
    ["typescript(no-non-null-assertion)", "export const a = (b?: string) => b!;"],
    [
      "typescript(no-floating-promises)",
      "const a = async () => 1;\nexport const b = () => { a(); };",
    ],
    ["eslint(no-console)", 'console.log("a");'],
    ["import(no-default-export)", "export default 1;"],
    ["eslint(max-lines)", "export const a = 1;\n".padEnd(450, "\n")],
  ])("holds %s", (rule, snippet) => {
    expect(brokenRules({ "shared/snippet.ts": snippet })).toEqual([rule]);
  });
});
