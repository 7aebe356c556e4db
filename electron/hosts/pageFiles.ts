import { readFile } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";

/** A file of the built window. */
export interface PageFile {
  readonly content: Buffer;
  readonly type: string;
  /** Its name changes with its content, so it may be kept for ever. */
  readonly isLasting: boolean;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/**
 * The file that a path of an address names in the folder of the built window.
 *
 * @param path As it stands in the address, still encoded; `/` is the page itself.
 * @returns Null when there is no such file, or when the path leads out of the folder.
 */
export async function readPageFile(folder: string, path: string): Promise<PageFile | null> {
  const name = decodePath(path === "/" ? "/index.html" : path);
  const type = types[extname(name ?? "")];
  if (name === null || type === undefined) return null;
  const file = resolve(join(folder, name));
  if (!file.startsWith(resolve(folder) + sep)) return null;
  try {
    return { content: await readFile(file), type, isLasting: name.startsWith("/assets/") };
  } catch {
    return null;
  }
}

function decodePath(path: string): string | null {
  try {
    const name = decodeURIComponent(path);
    return name.includes("\0") || name.includes("\\") ? null : name;
  } catch {
    return null;
  }
}
