import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** kB (1,000 bytes) of gzipped JavaScript that the built page asks for before it can draw anything. */
export async function firstPaint(folder: string): Promise<number> {
  const page = await readFile(join(folder, "index.html"), "utf8");
  const waiting = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(
    ([, name = ""]) => name,
  );
  if (waiting.length === 0) throw new Error("the page names no scripts");
  const seen = new Set<string>();
  let bytes = 0;
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const script = await readFile(join(folder, name), "utf8");
    bytes += gzipSync(script, { level: 9 }).length;
    waiting.push(...importsOf(script).map((path) => join(name, "..", path)));
  }
  return bytes / 1000;
}

/** Static imports only: what `import()` asks for comes later. */
const importsOf = (script: string): string[] =>
  [
    ...script.matchAll(
      /(?:^|[;}\s])(?:import|export)(?:[^;'"()]*?from)?\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g,
    ),
  ].map(([, path = ""]) => path);
