import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";

/** The family that `shared/animatic` writes in: Inter, with every script that it has. */
const family = "Inter Variable";
const scripts = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"];

/** Reads the bundled fonts, so that text is drawn on a machine that has none, and the same everywhere. */
export async function readFonts(): Promise<Uint8Array[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    scripts.map((script) =>
      readFile(resolve(`@fontsource-variable/inter/files/inter-${script}-wght-normal.woff2`)),
    ),
  );
}

/** The files are one family: a character is taken from the first that has it. */
export function registerFonts(fonts: readonly Uint8Array[]): void {
  if (GlobalFonts.has(family)) return;
  for (const font of fonts) GlobalFonts.register(Buffer.from(font), family);
}
