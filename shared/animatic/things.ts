import type { Canvas2D } from "./canvas2d.ts";
import type { Chance } from "./chance.ts";
import { css } from "./color.ts";
import { paintRim } from "./figure.ts";
import type { Thing } from "./mood.ts";
import { disc, fillGlow, type Stage } from "./stage.ts";

/** px; `long` from end to end. */
export interface Lying {
  readonly x: number;
  readonly foot: number;
  readonly long: number;
}

type Outline = readonly (readonly [number, number])[];

/** Outlines about the middle of the foot, one wide; y up is negative. Windows as x, y, width, height. */
interface Form {
  readonly outlines: readonly Outline[];
  readonly wheels?: readonly (readonly [x: number, y: number, radius: number])[];
  readonly windows: readonly (readonly [x: number, y: number, wide: number, tall: number])[];
  /** Where its lamp shines. */
  readonly lamp?: readonly [number, number];
}

const row = (count: number, x: number, step: number, y: number, wide: number, tall: number) =>
  Array.from({ length: count }, (_, i) => [x + i * step, y, wide, tall] as const);

const forms: Record<Exclude<Thing, "dial">, Form> = {
  boat: {
    outlines: [
      [
        [-0.5, -0.13],
        [0.5, -0.16],
        [0.43, 0.02],
        [-0.44, 0.02],
      ],
      [
        [-0.36, -0.12],
        [-0.36, -0.22],
        [0.3, -0.22],
        [0.33, -0.12],
      ],
      [
        [-0.3, -0.2],
        [-0.3, -0.31],
        [0.16, -0.31],
        [0.2, -0.2],
      ],
      [
        [0, -0.3],
        [0, -0.38],
        [0.13, -0.38],
        [0.15, -0.3],
      ],
      [
        [-0.2, -0.3],
        [-0.19, -0.44],
        [-0.09, -0.44],
        [-0.08, -0.3],
      ],
      [
        [0.06, -0.36],
        [0.064, -0.52],
        [0.072, -0.52],
        [0.076, -0.36],
      ],
    ],
    windows: [
      ...row(11, -0.33, 0.055, -0.185, 0.028, 0.028),
      ...row(7, -0.27, 0.06, -0.28, 0.034, 0.034),
      ...row(3, 0.018, 0.04, -0.36, 0.026, 0.03),
    ],
    lamp: [0.068, -0.52],
  },
  car: {
    outlines: [
      [
        [-0.5, -0.05],
        [-0.505, -0.15],
        [-0.47, -0.185],
        [-0.33, -0.2],
        [-0.25, -0.295],
        [-0.2, -0.32],
        [0.02, -0.325],
        [0.08, -0.305],
        [0.22, -0.2],
        [0.42, -0.175],
        [0.49, -0.14],
        [0.5, -0.05],
      ],
    ],
    wheels: [
      [-0.31, -0.065, 0.075],
      [0.31, -0.065, 0.075],
    ],
    windows: [
      [-0.24, -0.285, 0.13, 0.08],
      [-0.09, -0.29, 0.14, 0.085],
    ],
    lamp: [0.49, -0.13],
  },
  train: {
    outlines: [
      [
        [-1.2, -0.03],
        [-1.2, -0.26],
        [0.36, -0.26],
        [0.46, -0.2],
        [0.5, -0.1],
        [0.48, -0.03],
      ],
    ],
    windows: row(15, -1.12, 0.1, -0.21, 0.068, 0.08),
    lamp: [0.48, -0.08],
  },
  house: {
    outlines: [
      [
        [-0.4, 0.02],
        [-0.4, -0.38],
        [0.4, -0.38],
        [0.4, 0.02],
      ],
      [
        [-0.5, -0.36],
        [0, -0.68],
        [0.5, -0.36],
      ],
      [
        [0.2, -0.5],
        [0.2, -0.72],
        [0.29, -0.72],
        [0.29, -0.44],
      ],
    ],
    windows: [
      [-0.27, -0.27, 0.14, 0.13],
      [0.13, -0.27, 0.14, 0.13],
    ],
    lamp: [0.2, -0.2],
  },
  lighthouse: {
    outlines: [
      [
        [-0.14, 0.02],
        [-0.075, -1.2],
        [0.075, -1.2],
        [0.14, 0.02],
      ],
      [
        [-0.11, -1.18],
        [-0.11, -1.22],
        [0.11, -1.22],
        [0.11, -1.18],
      ],
      [
        [-0.06, -1.2],
        [-0.06, -1.34],
        [0.06, -1.34],
        [0.06, -1.2],
      ],
      [
        [-0.08, -1.33],
        [0, -1.42],
        [0.08, -1.33],
      ],
      [
        [-0.6, 0.06],
        [-0.4, -0.04],
        [0.4, -0.06],
        [0.7, 0.08],
      ],
    ],
    windows: [[-0.045, -1.32, 0.09, 0.1]],
    lamp: [0, -1.27],
  },
};

/** A thing in silhouette, with its lights. */
export function paintThing(
  context: Canvas2D,
  stage: Stage,
  thing: Exclude<Thing, "dial">,
  at: Lying,
): void {
  const { palette, mood } = stage;
  const form = forms[thing];
  const shape = (): void => {
    context.save();
    context.translate(at.x, at.foot);
    context.scale(at.long, at.long);
    for (const outline of form.outlines) {
      context.beginPath();
      for (const [x, y] of outline) context.lineTo(x, y);
      context.closePath();
      context.fill();
    }
    context.restore();
  };
  const side = stage.light.x > at.x ? 1 : -1;
  paintRim(context, palette.rim, side * at.long * 0.008, shape);
  context.fillStyle = css(palette.ink);
  shape();
  for (const [x, y, radius] of form.wheels ?? []) {
    for (const [share, color] of [
      [1, palette.ink],
      [0.62, palette.far],
      [0.48, palette.near],
    ] as const) {
      context.fillStyle = css(color);
      disc(context, at.x + x * at.long, at.foot + y * at.long, radius * at.long * share);
      context.fill();
    }
  }
  const dark = mood.time !== "day" || mood.weather !== "clear";
  const cabin = thing === "car" ? 0.3 : 0.9;
  context.fillStyle = css(palette.glow, dark ? cabin : 0.3);
  for (const [x, y, wide, tall] of form.windows) {
    context.fillRect(at.x + x * at.long, at.foot + y * at.long, wide * at.long, tall * at.long);
  }
  if (form.lamp !== undefined && dark) {
    const [x, y] = form.lamp;
    const lamp = { x: at.x + x * at.long, y: at.foot + y * at.long };
    fillGlow(context, lamp, at.long * 0.5, palette.glow, 0.75);
  }
}

/** A flock over the horizon. */
export function paintBirds(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { width, horizon, unit, palette } = stage;
  context.strokeStyle = css(palette.ink, 0.85);
  context.lineCap = "round";
  const x = width * chance(0.25, 0.6);
  for (let i = 0; i < 9; i += 1) {
    const span = unit * chance(0.014, 0.034);
    const bx = x + unit * chance(-0.28, 0.28);
    const by = horizon - unit * chance(0.14, 0.4);
    const lift = span * chance(0.3, 0.7);
    context.lineWidth = span * 0.13;
    context.beginPath();
    context.moveTo(bx - span, by - lift);
    context.quadraticCurveTo(bx - span * 0.4, by - lift * 1.1, bx, by);
    context.quadraticCurveTo(bx + span * 0.4, by - lift * 1.1, bx + span, by - lift * 0.8);
    context.stroke();
  }
}
