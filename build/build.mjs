import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runTool } from "./run.mjs";

/** What the bundles are made from, and the files that a finished build has. */
const sources = ["shared", "electron", "renderer", "electron.vite.config.ts", "package-lock.json"];
const results = ["main/main.js", "preload/preload.cjs", "renderer/index.html"];
const stamp = join(root, "out/.sources");

/**
 * One hash over the names and contents of files and folders, the same wherever the folder lies.
 *
 * @param {string} folder
 * @param {string[]} names
 */
export function hashOf(folder, names) {
  const hash = createHash("sha256");
  const files = names.flatMap((name) =>
    statSync(join(folder, name)).isDirectory()
      ? readdirSync(join(folder, name), { recursive: true, encoding: "utf8" }).map(
          (inner) => `${name}/${inner}`,
        )
      : [name],
  );
  for (const file of files.map((name) => name.replaceAll("\\", "/")).toSorted()) {
    if (file.endsWith(".tsbuildinfo") || statSync(join(folder, file)).isDirectory()) continue;
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(folder, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * Builds `out/` if it is not of the present sources.
 *
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} What the build ended with.
 */
export async function build(options) {
  const hash = hashOf(root, sources);
  const isFresh = existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (isFresh && results.every((file) => existsSync(join(root, "out", file)))) {
    return { code: 0, output: "" };
  }
  console.log("Building…");
  const result = await runTool("electron-vite/bin/electron-vite.js", ["build"], options);
  if (result.code === 0) writeFileSync(stamp, hash);
  return result;
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = (await build()).code;
}
