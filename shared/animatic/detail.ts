import type { Canvas2D } from "./canvas2d.ts";
import type { Chance } from "./chance.ts";
import { css, lch, mix } from "./color.ts";
import { disc, fillBand, fillGlow, type Stage, vertical } from "./stage.ts";

/** An eye that fills the frame, in the light of the place. */
export function paintEye(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, width, height, unit } = stage;
  const side = stage.light.x > width / 2 ? 1 : -1;
  const shadow = mix(palette.ink, palette.near, 0.5);
  const skin = mix(palette.far, lch(0.56, 0.06, 45), 0.55);
  const lit = mix(skin, palette.rim, 0.45);
  const face = context.createLinearGradient(
    width / 2 + side * unit * 0.9,
    0,
    width / 2 - side * unit * 0.9,
    0,
  );
  face.addColorStop(0, css(lit));
  face.addColorStop(0.5, css(mix(skin, shadow, 0.25)));
  face.addColorStop(1, css(shadow));
  context.fillStyle = face;
  context.fillRect(stage.left, stage.top, stage.right - stage.left, stage.bottom - stage.top);
  context.save();
  context.translate(width / 2, height * 0.54);
  context.scale(unit * side, unit);
  socket(context, css(shadow, 0.5), css(shadow, 0));
  eyeball(context, stage);
  lids(context, css(palette.ink), css(shadow, 0.6), css(lit, 0.45));
  brow(context, chance, css(palette.ink, 0.75));
  context.restore();
  // The bridge of the nose, on the shadow's side.
  const bridge = context.createLinearGradient(
    width / 2 - side * unit * 0.95,
    0,
    width / 2 - side * unit * 0.4,
    0,
  );
  bridge.addColorStop(0, css(palette.ink, 0.85));
  bridge.addColorStop(1, css(palette.ink, 0));
  context.fillStyle = bridge;
  context.fillRect(stage.left, stage.top, stage.right - stage.left, stage.bottom - stage.top);
}

function socket(context: Canvas2D, dark: string, clear: string): void {
  const shade = context.createRadialGradient(0, -0.06, 0.1, 0, -0.02, 0.62);
  shade.addColorStop(0, dark);
  shade.addColorStop(1, clear);
  context.fillStyle = shade;
  context.fillRect(-0.7, -0.7, 1.4, 1.4);
}

/** Inner corner on the left, outer on the right. */
function almond(context: Canvas2D): void {
  context.beginPath();
  context.moveTo(-0.44, 0.07);
  context.bezierCurveTo(-0.3, -0.08, -0.16, -0.2, 0.04, -0.2);
  context.bezierCurveTo(0.24, -0.2, 0.36, -0.08, 0.44, 0.02);
  context.bezierCurveTo(0.3, 0.14, 0.16, 0.18, 0, 0.17);
  context.bezierCurveTo(-0.18, 0.16, -0.3, 0.1, -0.44, 0.07);
  context.closePath();
}

function eyeball(context: Canvas2D, { palette }: Stage): void {
  context.save();
  almond(context);
  context.clip();
  const white = context.createRadialGradient(0.02, 0, 0.1, 0, 0, 0.5);
  white.addColorStop(0, css(mix(palette.skyLow, lch(0.86, 0.01, 90), 0.65)));
  white.addColorStop(1, css(mix(palette.far, palette.near, 0.3)));
  context.fillStyle = white;
  context.fillRect(-0.5, -0.3, 1, 0.6);
  const iris = context.createRadialGradient(0.02, 0.02, 0.05, 0.02, -0.02, 0.19);
  iris.addColorStop(0, css(mix(palette.skyLow, palette.glow, 0.35)));
  iris.addColorStop(0.55, css(mix(palette.skyLow, palette.skyMiddle, 0.5)));
  iris.addColorStop(0.88, css(palette.near));
  iris.addColorStop(1, css(palette.ink));
  context.fillStyle = iris;
  disc(context, 0.02, -0.02, 0.19);
  context.fill();
  context.strokeStyle = css(palette.glow, 0.16);
  context.lineWidth = 0.006;
  context.beginPath();
  for (let i = 0; i < 40; i += 1) {
    const angle = (i / 40) * Math.PI * 2;
    const out = 0.13 + 0.04 * Math.abs(Math.sin(i * 2.7));
    context.moveTo(0.02 + Math.cos(angle) * 0.085, -0.02 + Math.sin(angle) * 0.085);
    context.lineTo(0.02 + Math.cos(angle) * out, -0.02 + Math.sin(angle) * out);
  }
  context.stroke();
  context.fillStyle = css(palette.ink);
  disc(context, 0.02, -0.02, 0.078);
  context.fill();
  context.fillStyle = css(lch(0.98, 0.01, 90), 0.95);
  context.beginPath();
  context.ellipse(0.085, -0.085, 0.034, 0.026, -0.5, 0, Math.PI * 2);
  context.fill();
  const lid = context.createLinearGradient(0, -0.22, 0, -0.02);
  lid.addColorStop(0, css(palette.ink, 0.85));
  lid.addColorStop(1, css(palette.ink, 0));
  context.fillStyle = lid;
  context.fillRect(-0.5, -0.3, 1, 0.32);
  context.restore();
}

function lids(context: Canvas2D, dark: string, crease: string, wet: string): void {
  context.lineCap = "round";
  context.strokeStyle = crease;
  context.lineWidth = 0.011;
  context.beginPath();
  context.moveTo(-0.42, -0.05);
  context.bezierCurveTo(-0.28, -0.22, -0.12, -0.3, 0.06, -0.29);
  context.bezierCurveTo(0.26, -0.28, 0.4, -0.16, 0.5, -0.04);
  context.stroke();
  context.strokeStyle = wet;
  context.lineWidth = 0.01;
  context.beginPath();
  context.moveTo(-0.36, 0.105);
  context.bezierCurveTo(-0.2, 0.175, 0.14, 0.215, 0.38, 0.08);
  context.stroke();
  context.fillStyle = dark;
  for (let i = 2; i <= 30; i += 1) {
    const at = i / 30;
    const [x, y] = upperLid(at);
    const long = 0.035 + 0.085 * at ** 1.4;
    const lean = (at - 0.3) * 0.15;
    context.beginPath();
    context.moveTo(x - 0.008, y);
    context.quadraticCurveTo(x + lean * 0.15, y - long * 0.5, x + lean, y - long);
    context.quadraticCurveTo(x + lean * 0.4, y - long * 0.4, x + 0.008, y);
    context.fill();
  }
  context.strokeStyle = dark;
  context.lineWidth = 0.022;
  context.beginPath();
  context.moveTo(-0.44, 0.07);
  context.bezierCurveTo(-0.3, -0.08, -0.16, -0.2, 0.04, -0.2);
  context.bezierCurveTo(0.24, -0.2, 0.36, -0.08, 0.46, 0.03);
  context.stroke();
}

/** A point on the edge of the upper lid, from the inner corner (0) to the outer one (1). */
function upperLid(at: number): readonly [number, number] {
  const bezier = (a: number, b: number, c: number, d: number, t: number): number =>
    a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3;
  if (at < 0.5) {
    return [bezier(-0.44, -0.3, -0.16, 0.04, at * 2), bezier(0.07, -0.08, -0.2, -0.2, at * 2)];
  }
  return [bezier(0.04, 0.24, 0.36, 0.46, at * 2 - 1), bezier(-0.2, -0.2, -0.08, 0.03, at * 2 - 1)];
}

function brow(context: Canvas2D, chance: Chance, dark: string): void {
  context.strokeStyle = dark;
  context.lineWidth = 0.0045;
  context.beginPath();
  for (let i = 0; i < 260; i += 1) {
    const at = chance();
    const x = -0.42 + at * 0.94;
    const arch = -0.36 - 0.09 * Math.sin(Math.min(1, at * 1.25) * Math.PI * 0.72) + at * at * 0.07;
    const y = arch + chance(-0.034, 0.034) * Math.min(1, at * 4 + 0.4) * (1.05 - at * 0.85);
    context.moveTo(x, y);
    context.quadraticCurveTo(
      x + 0.02,
      y - 0.03 + at * 0.03,
      x + 0.05 + at * 0.03,
      y - 0.034 + at * 0.055,
    );
  }
  context.stroke();
}

/** A dial near us: compass, watch, gauge. */
export function paintDial(context: Canvas2D, stage: Stage, chance: Chance, radius: number): void {
  const { palette, width, height } = stage;
  const x = width / 2;
  const y = height * 0.52;
  const side = stage.light.x > x ? 1 : -1;
  context.fillStyle = css(palette.ink, 0.5);
  context.beginPath();
  context.ellipse(
    x - side * radius * 0.12,
    y + radius * 0.14,
    radius * 1.1,
    radius * 1.06,
    0,
    0,
    Math.PI * 2,
  );
  context.fill();
  const metal = context.createLinearGradient(
    x + side * radius,
    y - radius,
    x - side * radius,
    y + radius,
  );
  metal.addColorStop(0, css(palette.glow));
  metal.addColorStop(0.4, css(palette.far));
  metal.addColorStop(0.75, css(palette.ink));
  metal.addColorStop(1, css(palette.skyLow));
  context.fillStyle = metal;
  disc(context, x, y, radius);
  context.fill();
  context.fillStyle = vertical(context, y - radius, y + radius, [
    [0, mix(palette.near, palette.ink, 0.4)],
    [1, palette.near],
  ]);
  disc(context, x, y, radius * 0.86);
  context.fill();
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  ticks(context, css(palette.glow, 0.8));
  needle(
    context,
    chance(0, Math.PI * 2),
    css(palette.glow),
    css(mix(palette.far, palette.skyLow, 0.4)),
  );
  context.restore();
  fillGlow(
    context,
    { x: x + side * radius * 0.45, y: y - radius * 0.5 },
    radius * 0.7,
    palette.glow,
    0.3,
  );
}

function ticks(context: Canvas2D, light: string): void {
  context.fillStyle = light;
  for (let i = 0; i < 48; i += 1) {
    const long = i % 12 === 0 ? 0.15 : i % 4 === 0 ? 0.09 : 0.045;
    context.save();
    context.rotate((i / 48) * Math.PI * 2);
    context.fillRect(-0.006, -0.8, i % 12 === 0 ? 0.022 : 0.01, long);
    context.restore();
  }
}

function needle(context: Canvas2D, angle: number, light: string, dark: string): void {
  context.save();
  context.rotate(angle);
  for (const [tip, color] of [
    [-0.6, light],
    [0.6, dark],
  ] as const) {
    context.fillStyle = color;
    context.beginPath();
    context.moveTo(-0.065, 0);
    context.lineTo(0, tip);
    context.lineTo(0.065, 0);
    context.closePath();
    context.fill();
  }
  context.restore();
  context.fillStyle = light;
  disc(context, 0, 0, 0.045);
  context.fill();
}

/** Lights out of focus: what is left of a place behind something near. */
export function paintBokeh(context: Canvas2D, stage: Stage, chance: Chance, count: number): void {
  const { palette, unit, left, right, height } = stage;
  for (let i = 0; i < count; i += 1) {
    const size = unit * (0.02 + 0.1 * chance() ** 1.5);
    const x = chance(left * 0.6, right - unit * 0.1);
    const y = height * (0.08 + 0.75 * chance());
    const color = mix(palette.skyLow, palette.glow, chance());
    context.fillStyle = css(color, chance(0.05, 0.2));
    disc(context, x, y, size);
    context.fill();
    context.strokeStyle = css(color, 0.12);
    context.lineWidth = size * 0.07;
    context.stroke();
  }
}

/** Veils a place, so that what stands before it comes forward. */
export function paintVeil(context: Canvas2D, stage: Stage, alpha: number): void {
  const { palette } = stage;
  fillBand(
    context,
    stage,
    [stage.top, stage.bottom],
    [
      [0.2, palette.skyTop, alpha * 0.7],
      [0.5, mix(palette.skyMiddle, palette.near, 0.4), alpha],
      [0.9, palette.near, alpha],
    ],
  );
}
