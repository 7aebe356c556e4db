import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nodeColors } from "../../../renderer/canvas/nodeColors.ts";

const css = readFileSync(new URL("../../../renderer/ui/tokens.css", import.meta.url), "utf8");
const [dark = "", light = ""] = css.split(':root[data-theme="light"]');
const tokenOf = (theme: string, name: string): string =>
  new RegExp(`--${name}: ([^;]+);`).exec(theme)?.[1] ?? "";
const tinting = Number.parseFloat(tokenOf(dark, "tinting")) / 100;

const channels = (color: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
/** `color-mix(in srgb, …)` */
const mixed = (tint: string, ground: string): number[] => {
  const below = channels(ground);
  return channels(tint).map((value, i) => value * tinting + (below[i] ?? 0) * (1 - tinting));
};
/** Of WCAG 2. */
function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: readonly number[], b: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ["dark", dark],
  ["light", light],
])("on a header of the %s theme", (_name, theme) => {
  it.each(Object.entries(nodeColors))("words can be read on %s", (_color, tint) => {
    const header = mixed(tint, tokenOf(theme, "raised"));
    expect(contrast(channels(tokenOf(theme, "ink")), header)).toBeGreaterThanOrEqual(4.5);
    for (const name of ["failed", "stale"]) {
      expect(contrast(channels(tokenOf(theme, name)), header), name).toBeGreaterThanOrEqual(3);
    }
  });
});

it.each([
  ["dark", dark],
  ["light", light],
])("in the %s theme the line around what is selected stands out", (_name, theme) => {
  const line = channels(tokenOf(theme, "accent-line"));
  for (const ground of ["canvas", "surface", "raised"]) {
    expect(contrast(line, channels(tokenOf(theme, ground))), ground).toBeGreaterThanOrEqual(3);
  }
});
