import type { Canvas2D } from "./canvas2d.ts";
import type { Chance } from "./chance.ts";
import { type Color, css, mix } from "./color.ts";
import { polygon, type Stage, vertical } from "./stage.ts";

export interface Ridge {
  /** Middle of the line, px from the top, and how far it rises and falls. */
  readonly base: number;
  readonly rise: number;
  /** 0: dunes, 1: rock. */
  readonly rough: number;
  readonly color: Color;
  /** What its foot dissolves into. */
  readonly mist: Color;
}

/** A line of hills, in front of what was painted before. */
export function paintRidge(context: Canvas2D, stage: Stage, chance: Chance, ridge: Ridge): void {
  const { left, right, bottom, unit } = stage;
  const waves = [1, 2.3, 4.7, 9.1].map((pitch, i) => ({
    pitch: (pitch * 2.2) / unit,
    size: i < 2 ? 0.55 / (i + 1) : (ridge.rough * 0.5) / (i + 0.4),
    phase: chance(0, Math.PI * 2),
  }));
  const jag = ridge.rough * ridge.rise * 0.22;
  context.beginPath();
  context.moveTo(left, bottom);
  for (let x = left; x <= right; x += unit / 60) {
    const wave = waves.reduce(
      (sum, { pitch, size, phase }) => sum + size * peak(x * pitch + phase, ridge.rough),
      0,
    );
    context.lineTo(x, ridge.base - wave * ridge.rise - chance(0, jag));
  }
  context.lineTo(right, bottom);
  context.closePath();
  context.fillStyle = vertical(context, ridge.base - ridge.rise, ridge.base + ridge.rise * 1.4, [
    [0, ridge.color],
    [1, mix(ridge.color, ridge.mist, 0.55)],
  ]);
  context.fill();
}

/** Between a sine and a saw: rock has edges, sand has none. */
const peak = (at: number, rough: number): number => {
  const sine = Math.sin(at);
  return sine * (1 - rough) + (2 / Math.PI) * Math.asin(sine) * rough;
};

/** A wood seen from outside: a row of firs. */
export function paintFirs(
  context: Canvas2D,
  stage: Stage,
  chance: Chance,
  row: {
    readonly foot: number;
    readonly tall: number;
    readonly color: Color;
    readonly dense: number;
  },
): void {
  context.fillStyle = css(row.color);
  const step = (row.tall * 0.3) / row.dense;
  for (let x = stage.left; x < stage.right; x += step * chance(0.6, 1.4)) {
    fir(context, x, row.foot + row.tall * 0.1, row.tall * chance(0.55, 1.1));
  }
  context.fillRect(stage.left, row.foot, stage.right - stage.left, row.tall * 0.3);
}

function fir(context: Canvas2D, x: number, foot: number, tall: number): void {
  const wide = tall * 0.17;
  context.beginPath();
  context.moveTo(x, foot - tall);
  for (let tier = 1; tier <= 5; tier += 1) {
    const y = foot - tall * (1 - tier / 5.4);
    context.lineTo(x + wide * (0.25 + tier * 0.17), y);
    context.lineTo(x + wide * (0.08 + tier * 0.1), y - tall * 0.02);
  }
  context.lineTo(x, foot);
  for (let tier = 5; tier >= 1; tier -= 1) {
    const y = foot - tall * (1 - tier / 5.4);
    context.lineTo(x - wide * (0.08 + tier * 0.1), y - tall * 0.02);
    context.lineTo(x - wide * (0.25 + tier * 0.17), y);
  }
  context.closePath();
  context.fill();
}

/** Trunks that go through the frame from below to above: inside a wood. */
export function paintTrunks(
  context: Canvas2D,
  stage: Stage,
  chance: Chance,
  row: {
    readonly foot: number;
    readonly thick: number;
    readonly color: Color;
    readonly gap: number;
  },
): void {
  context.fillStyle = css(row.color);
  for (let x = stage.left; x < stage.right; x += row.gap * chance(0.5, 1.5)) {
    const thick = row.thick * chance(0.6, 1.2);
    const lean = chance(-0.6, 0.6) * thick;
    polygon(
      context,
      [x - thick * 0.75, row.foot],
      [x - thick * 0.5, row.foot - thick * 1.4],
      [x - thick * 0.34 + lean, stage.top],
      [x + thick * 0.34 + lean, stage.top],
      [x + thick * 0.5, row.foot - thick * 1.2],
      [x + thick * 0.85, row.foot],
    );
    context.fill();
    if (chance() < 0.6)
      branch(context, x + lean * 0.5, row.foot - stage.height * chance(0.35, 0.8), thick, chance);
  }
  context.fillRect(stage.left, row.foot - 1, stage.right - stage.left, row.thick * 0.2);
}

function branch(context: Canvas2D, x: number, y: number, thick: number, chance: Chance): void {
  const side = chance() < 0.5 ? -1 : 1;
  polygon(
    context,
    [x, y],
    [x + side * thick * 3, y - thick * chance(0.8, 1.8)],
    [x, y + thick * 0.32],
  );
  context.fill();
}

export interface Skyline {
  readonly foot: number;
  readonly tall: number;
  readonly color: Color;
  readonly window: Color;
  /** Share of windows with light, 0 to 1. */
  readonly lit: number;
}

/** Houses side by side, with lit windows. */
export function paintSkyline(context: Canvas2D, stage: Stage, chance: Chance, line: Skyline): void {
  const face = vertical(context, line.foot - line.tall, line.foot, [
    [0, line.color],
    [1, mix(line.color, stage.palette.skyLow, 0.3)],
  ]);
  let x = stage.left;
  while (x < stage.right) {
    const wide = line.tall * chance(0.16, 0.4);
    const tall = line.tall * (0.35 + 0.65 * chance() ** 1.6);
    context.fillStyle = face;
    context.fillRect(x, line.foot - tall, wide + 1, tall);
    roof(context, chance, { x, y: line.foot - tall, wide, tall: line.tall });
    paintWindows(context, chance, line, { x, wide, tall });
    x += wide + line.tall * Math.max(0, chance(-0.06, 0.05));
  }
}

function roof(
  context: Canvas2D,
  chance: Chance,
  at: { readonly x: number; readonly y: number; readonly wide: number; readonly tall: number },
): void {
  const kind = chance();
  const part = at.wide * chance(0.3, 0.6);
  if (kind < 0.3)
    context.fillRect(at.x + at.wide * 0.2, at.y - at.tall * 0.05, part, at.tall * 0.06);
  else if (kind < 0.45)
    context.fillRect(at.x + part, at.y - at.tall * 0.18, at.tall * 0.008, at.tall * 0.2);
}

function paintWindows(
  context: Canvas2D,
  chance: Chance,
  line: Skyline,
  house: { readonly x: number; readonly wide: number; readonly tall: number },
): void {
  const cell = line.tall * 0.042;
  const columns = Math.floor(house.wide / cell) - 1;
  const rows = Math.floor(house.tall / (cell * 1.35)) - 1;
  const margin = (house.wide - columns * cell) / 2;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (chance() >= line.lit) continue;
      context.fillStyle = css(line.window, chance(0.25, 0.9));
      context.fillRect(
        house.x + margin + (column + 0.22) * cell,
        line.foot - house.tall + (row + 0.8) * cell * 1.35,
        cell * 0.55,
        cell * 0.72,
      );
    }
  }
}

/** Blades of grass along a line, leaning with the wind. */
export function paintGrass(
  context: Canvas2D,
  stage: Stage,
  chance: Chance,
  row: { readonly foot: number; readonly tall: number; readonly color: Color },
): void {
  context.fillStyle = css(row.color);
  context.beginPath();
  for (let x = stage.left; x < stage.right; x += row.tall * 0.09) {
    const tall = row.tall * (0.25 + 0.75 * chance() ** 2);
    const lean = row.tall * chance(-0.1, 0.42);
    const thick = row.tall * 0.035;
    context.moveTo(x - thick, row.foot);
    context.quadraticCurveTo(x, row.foot - tall * 0.6, x + lean, row.foot - tall);
    context.quadraticCurveTo(x + thick * 1.5, row.foot - tall * 0.5, x + thick, row.foot);
  }
  context.fill();
  context.fillRect(stage.left, row.foot - 1, stage.right - stage.left, row.tall);
}
