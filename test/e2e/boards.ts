import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "./app.ts";

/** Board files, written as another program or another person would have left them in the boards folder. */

interface Story {
  readonly title?: string;
  /** In the order of the chain. */
  readonly shots: readonly { readonly [param: string]: unknown }[];
  readonly scene?: { readonly [param: string]: unknown };
  readonly settings?: { readonly [param: string]: unknown };
  readonly edges?: { readonly [id: string]: unknown };
  readonly formatVersion?: number;
}

const end = (node: string, port: string) => ({ node, port });

/** Rows of four: all of it can be read when it is opened. */
const placeOf = (i: number) => ({ x: (i % 4) * 280, y: Math.floor(i / 4) * 400 });

/** The text of a file with a chain of shots `shot1`, `shot2`, …, a `settings` and a `scene`. */
export function story({ title = "Story", shots, scene, settings, ...rest }: Story): string {
  const ids = shots.map((_, i) => `shot${i + 1}`);
  const chain = ids.map((id, i) => {
    const next = ids[i + 1];
    return { from: end(id, "shots"), to: next ? end(next, "previous") : end("scene", "shots") };
  });
  const set = { from: end("settings", "settings"), to: end("scene", "settings") };
  const board = {
    format: "shotgraph",
    formatVersion: rest.formatVersion ?? 1,
    title,
    nodes: {
      ...Object.fromEntries(ids.map((id, i) => [id, { type: "shot", params: shots[i] }])),
      settings: { type: "settings", params: { aspectRatio: "16:9", ...settings } },
      scene: { type: "scene", params: { summary: "A day at the dunes.", ...scene } },
    },
    edges: {
      ...Object.fromEntries([...chain, set].map((edge, i) => [`e${i}`, edge])),
      ...rest.edges,
    },
    layout: {
      ...Object.fromEntries(ids.map((id, i) => [id, placeOf(i)])),
      settings: { x: -280, y: 0 },
      scene: placeOf(shots.length),
    },
  };
  return `${JSON.stringify(board, null, 2)}\n`;
}

/** Shots of these seconds, each with words of its own. */
export const shotsOf = (...seconds: readonly number[]) =>
  seconds.map((length, i) => ({
    prompt: `Look ${i + 1}: a kite over the dunes.`,
    seconds: length,
  }));

/** Puts a file into the boards folder and returns its path. */
export async function putBoard(
  { dataDir }: Pick<App, "dataDir">,
  name: string,
  text: string,
): Promise<string> {
  const folder = join(dataDir, "boards");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.shotgraph`);
  await writeFile(path, text);
  return path;
}
