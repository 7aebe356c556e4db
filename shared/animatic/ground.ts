import type { Canvas2D } from "./canvas2d.ts";
import type { Chance } from "./chance.ts";
import { type Color, css, mix } from "./color.ts";
import { fillBand, fillGlow, polygon, type Stage, vertical } from "./stage.ts";

/** Open land from the horizon to the foot of the frame, in perspective. */
export function paintGround(context: Canvas2D, stage: Stage, far: Color, near: Color): void {
  fillBand(
    context,
    stage,
    [stage.horizon, stage.bottom],
    [
      [0, mix(far, stage.palette.skyLow, 0.35)],
      [0.18, far],
      [0.75, near],
    ],
  );
}

/** Water: swell in lines that grow towards us, and the path of the light on it. */
export function paintWater(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, horizon, height, left, right, unit, light } = stage;
  fillBand(
    context,
    stage,
    [horizon, stage.bottom],
    [
      [0, mix(palette.skyLow, palette.far, 0.35)],
      [0.1, palette.far],
      [0.6, palette.near],
      [1, palette.ink],
    ],
  );
  const deep = Math.max(height * 1.12 - horizon, unit * 0.2);
  for (let i = 0; i < 120; i += 1) {
    const near = chance() ** 1.7;
    const y = horizon + unit * 0.006 + near * deep;
    const long = unit * (0.03 + near * 0.3) * chance(0.5, 1.3);
    const x = chance(left, right);
    const color = i % 3 === 0 ? palette.ink : mix(palette.far, palette.skyLow, 0.6);
    context.fillStyle = css(color, 0.1 + 0.2 * (1 - near));
    swell(context, x, y, long, unit * (0.0015 + near * 0.011));
  }
  for (let i = 0; i < 90; i += 1) {
    const near = chance() ** 1.5;
    const y = horizon + unit * 0.004 + near * deep * 0.8;
    const spread = unit * (0.03 + near * 0.2);
    const x = light.x + (chance() + chance() + chance() - 1.5) * spread;
    context.fillStyle = css(palette.glow, 0.1 + 0.5 * (1 - near) * chance());
    swell(
      context,
      x,
      y,
      unit * (0.012 + near * 0.09) * chance(0.4, 1.2),
      unit * (0.0014 + near * 0.005),
    );
  }
}

function swell(context: Canvas2D, x: number, y: number, long: number, thick: number): void {
  context.beginPath();
  context.moveTo(x - long / 2, y);
  context.quadraticCurveTo(x, y - thick, x + long / 2, y);
  context.quadraticCurveTo(x, y + thick, x - long / 2, y);
  context.fill();
}

/** Wet asphalt or a plain street: the lights above stand in it as streaks. */
export function paintReflections(
  context: Canvas2D,
  stage: Stage,
  chance: Chance,
  share: number,
): void {
  const { palette, horizon, left, right, unit, height } = stage;
  for (let i = 0; i < 26; i += 1) {
    const x = chance(left, right);
    const y = horizon + unit * chance(0, 0.16);
    const wide = unit * chance(0.004, 0.014);
    const tall = (height - horizon) * chance(0.3, 0.95);
    context.fillStyle = vertical(context, y, y + tall, [
      [0, palette.glow, 0.32 * share * chance(0.3, 1)],
      [1, palette.glow, 0],
    ]);
    context.fillRect(x - wide / 2, y, wide, tall);
  }
}

/** A road or a street that runs to the horizon. */
export function paintRoad(context: Canvas2D, stage: Stage, color: Color, line: Color): void {
  const { horizon, bottom, width, unit } = stage;
  const end = stage.focus + (width / 2 - stage.focus) * 0.6;
  const reach = (bottom - horizon) * 1.25;
  polygon(
    context,
    [end - unit * 0.012, horizon],
    [end + unit * 0.012, horizon],
    [end + reach, bottom],
    [end - reach * 0.8, bottom],
  );
  context.fillStyle = vertical(context, horizon, bottom, [
    [0, mix(color, stage.palette.skyLow, 0.4)],
    [0.5, color],
  ]);
  context.fill();
  context.fillStyle = css(line, 0.55);
  for (let i = 1; i < 11; i += 1) {
    const from = 1 / (12 - i);
    const to = 1 / (11.55 - i);
    const at = (share: number): readonly [number, number] => [
      end + reach * 0.1 * share,
      horizon + (bottom - horizon) * share,
    ];
    const [x0, y0] = at(from);
    const [x1, y1] = at(to);
    const thick = unit * 0.02;
    polygon(
      context,
      [x0 - thick * from, y0],
      [x0 + thick * from, y0],
      [x1 + thick * to, y1],
      [x1 - thick * to, y1],
    );
    context.fill();
  }
}

/** Furrows or paths that meet at the horizon. */
export function paintFurrows(context: Canvas2D, stage: Stage, color: Color): void {
  const { horizon, bottom, focus, unit } = stage;
  for (let i = -14; i <= 14; i += 1) {
    const wide = (bottom - horizon) * 0.42;
    polygon(
      context,
      [focus + i * unit * 0.02, horizon],
      [focus + i * wide - wide * 0.3, bottom],
      [focus + i * wide + wide * 0.2, bottom],
    );
    context.fillStyle = vertical(context, horizon, bottom, [
      [0, color, 0],
      [0.3, color, 0.28],
      [1, color, 0.5],
    ]);
    context.fill();
  }
}

/** A room: wall, window with light that falls in, floor boards, a lamp. */
export function paintRoom(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, horizon, width, unit, light } = stage;
  fillBand(
    context,
    stage,
    [stage.top, horizon],
    [
      [0.1, palette.skyTop],
      [0.75, palette.skyMiddle],
      [1, palette.near],
    ],
  );
  fillGlow(context, light, unit * 1.1, palette.glow, 0.3);
  const wide = unit * chance(0.3, 0.4);
  const tall = unit * chance(0.4, 0.5);
  const x = light.x - wide / 2;
  const y = Math.min(light.y - tall / 2, horizon - tall - unit * 0.1);
  paintWindow(context, stage, { x, y, wide, tall });
  context.fillStyle = css(palette.near, 0.75);
  paintShelves(context, stage, chance, width - light.x);
  context.fillStyle = css(palette.ink, 0.55);
  context.fillRect(stage.left, horizon - unit * 0.035, stage.right - stage.left, unit * 0.035);
  fillBand(
    context,
    stage,
    [horizon, stage.bottom],
    [
      [0, mix(palette.near, palette.far, 0.75)],
      [0.45, palette.near],
      [1, palette.ink],
    ],
  );
  paintFurrows(context, stage, palette.ink);
  paintLightFall(context, stage, { x, y, wide, tall });
}

interface Pane {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly tall: number;
}

function paintWindow(context: Canvas2D, { palette, unit }: Stage, pane: Pane): void {
  const { x, y, wide, tall } = pane;
  const frame = unit * 0.014;
  context.fillStyle = css(palette.ink, 0.8);
  context.fillRect(x - frame, y - frame, wide + frame * 2, tall + frame * 2);
  context.fillRect(x - frame * 3, y + tall + frame, wide + frame * 6, frame * 1.4);
  const glass = context.createLinearGradient(x, y, x + wide, y + tall);
  glass.addColorStop(0, css(mix(palette.glow, palette.skyLow, 0.15)));
  glass.addColorStop(1, css(mix(palette.glow, palette.skyLow, 0.7)));
  context.fillStyle = glass;
  for (let row = 0; row < 2; row += 1) {
    for (let column = 0; column < 2; column += 1) {
      context.fillRect(
        x + column * (wide / 2 + frame / 4),
        y + row * (tall / 2 + frame / 4),
        wide / 2 - frame / 4,
        tall / 2 - frame / 4,
      );
    }
  }
}

/** The window's light on the floor, two panes wide, spread towards us. */
function paintLightFall(context: Canvas2D, stage: Stage, pane: Pane): void {
  const { palette, horizon, height, focus, light } = stage;
  const away = (focus - light.x) * 1.3;
  const end = height * 1.02;
  context.fillStyle = vertical(context, horizon, end, [
    [0, palette.glow, 0.02],
    [0.22, palette.glow, 0.34],
    [1, palette.glow, 0.03],
  ]);
  for (const [from, to] of [
    [0, 0.47],
    [0.53, 1],
  ] as const) {
    const at = (share: number): number => pane.x + pane.wide * share;
    const spread = (share: number): number => at(0.5) + away + (share - 0.5) * pane.wide * 2.1;
    polygon(
      context,
      [at(from), horizon],
      [at(to), horizon],
      [spread(to), end],
      [spread(from), end],
    );
    context.fill();
  }
}

/** Shelves with things on them, across from the window. */
function paintShelves(context: Canvas2D, stage: Stage, chance: Chance, x: number): void {
  const { unit, horizon } = stage;
  const wide = unit * 0.5;
  for (let row = 1; row <= 3; row += 1) {
    const y = horizon - unit * (0.1 + row * 0.15);
    context.fillRect(x - wide / 2, y, wide, unit * 0.009);
    for (let at = 0.02; at < 0.92; at += chance(0.03, 0.11)) {
      const thick = wide * chance(0.02, 0.06);
      const tall = unit * chance(0.03, 0.1);
      context.fillRect(x - wide / 2 + at * wide, y - tall, thick, tall);
    }
  }
}
