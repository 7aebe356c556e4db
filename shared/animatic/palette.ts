import type { Chance } from "./chance.ts";
import { type Color, lch, mix } from "./color.ts";
import type { Mood } from "./mood.ts";

/** The colours of one card, from the light behind to the dark in front. */
export interface Palette {
  readonly skyTop: Color;
  readonly skyMiddle: Color;
  readonly skyLow: Color;
  /** Sun, moon, lamps, lit windows. */
  readonly glow: Color;
  /** The edge of what stands against the light. */
  readonly rim: Color;
  readonly far: Color;
  readonly near: Color;
  readonly ink: Color;
}

/** Hue of sky and land, and of the light. Neighbours are far apart, so that a cut is seen whatever the mood. */
const families = [
  { hue: 255, light: 72 },
  { hue: 52, light: 82 },
  { hue: 192, light: 95 },
  { hue: 318, light: 35 },
] as const;

type Tone = readonly [l: number, chroma: number];
interface Tones {
  readonly skyTop: Tone;
  readonly skyMiddle: Tone;
  readonly skyLow: Tone;
  readonly glow: Tone;
  readonly far: Tone;
  readonly near: Tone;
  readonly ink: Tone;
  /** How far the low sky turns from the land's hue to that of the light. */
  readonly warmth: number;
}

const tones = {
  night: {
    skyTop: [0.15, 0.045],
    skyMiddle: [0.27, 0.075],
    skyLow: [0.45, 0.09],
    glow: [0.9, 0.075],
    far: [0.28, 0.058],
    near: [0.155, 0.038],
    ink: [0.07, 0.016],
    warmth: 0.15,
  },
  dusk: {
    skyTop: [0.27, 0.085],
    skyMiddle: [0.48, 0.105],
    skyLow: [0.78, 0.115],
    glow: [0.93, 0.09],
    far: [0.4, 0.08],
    near: [0.19, 0.05],
    ink: [0.09, 0.025],
    warmth: 0.85,
  },
  day: {
    skyTop: [0.47, 0.09],
    skyMiddle: [0.63, 0.08],
    skyLow: [0.82, 0.05],
    glow: [0.96, 0.04],
    far: [0.55, 0.065],
    near: [0.29, 0.06],
    ink: [0.13, 0.03],
    warmth: 0.4,
  },
  grey: {
    skyTop: [0.3, 0.035],
    skyMiddle: [0.43, 0.04],
    skyLow: [0.6, 0.038],
    glow: [0.82, 0.04],
    far: [0.4, 0.035],
    near: [0.21, 0.03],
    ink: [0.1, 0.018],
    warmth: 0.2,
  },
  greyNight: {
    skyTop: [0.14, 0.035],
    skyMiddle: [0.24, 0.05],
    skyLow: [0.38, 0.06],
    glow: [0.88, 0.085],
    far: [0.26, 0.045],
    near: [0.15, 0.035],
    ink: [0.068, 0.015],
    warmth: 0.15,
  },
  indoors: {
    skyTop: [0.18, 0.045],
    skyMiddle: [0.31, 0.068],
    skyLow: [0.42, 0.08],
    glow: [0.9, 0.1],
    far: [0.29, 0.055],
    near: [0.16, 0.038],
    ink: [0.07, 0.016],
    warmth: 0.3,
  },
} as const satisfies Record<string, Tones>;

/** @param number Of the shot, counted from 1. */
export function paletteOf(mood: Mood, number: number, chance: Chance): Palette {
  const { hue, light } = families[(number - 1) % families.length] ?? families[0];
  const turned = hue + chance(-9, 9);
  const tone = tonesOf(mood);
  const tint = ([l, chroma]: Tone, toLight = 0): Color =>
    mix(lch(l, chroma, turned), lch(l, chroma, light), toLight);
  // Snow lies on the land and lights it.
  const snow = (color: Color, share: number): Color =>
    mood.weather === "snow" ? mix(color, tint(tone.glow), share) : color;
  const glow = lch(tone.glow[0], tone.glow[1], light);
  return {
    skyTop: tint(tone.skyTop),
    skyMiddle: tint(tone.skyMiddle, tone.warmth * 0.3),
    skyLow: tint(tone.skyLow, tone.warmth),
    glow,
    rim: mix(glow, tint(tone.skyLow, tone.warmth), 0.25),
    far: snow(tint(tone.far), 0.45),
    near: snow(tint(tone.near), 0.3),
    ink: tint(tone.ink),
  };
}

function tonesOf({ time, weather, place }: Mood): Tones {
  if (place === "interior") return tones.indoors;
  if (place === "space") return tones.night;
  if (weather === "clear") return tones[time];
  return time === "night" ? tones.greyNight : tones.grey;
}
