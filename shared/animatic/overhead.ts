import type { Canvas2D } from "./canvas2d.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { css, mix } from "./color.ts";
import { paintLyingShape, paintRim } from "./figure.ts";
import { disc, fillBand, fillGlow, type Layer, type Stage } from "./stage.ts";

/** The view straight down: the ground fills the frame, and people are heads, shoulders and shadows. */
export function overheadLayers(stage: Stage, seed: number, tall: number): Layer[] {
  return [
    { depth: 0.6, paint: (context) => paintFloor(context, stage, chanceOf(seed)) },
    {
      depth: 1,
      subject: true,
      paint: (context) => paintCrowd(context, stage, chanceOf(seed + 1), tall),
    },
    { depth: 1.5, paint: (context) => paintCanopy(context, stage, chanceOf(seed + 2)) },
  ];
}

function paintFloor(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, light, unit } = stage;
  fillBand(
    context,
    stage,
    [stage.top, stage.bottom],
    [
      [0, mix(palette.far, palette.skyLow, 0.45)],
      [1, mix(palette.far, palette.skyLow, 0.1)],
    ],
  );
  const { place } = stage.mood;
  if (place === "sea") ripples(context, stage, chance);
  else if (place === "city" || place === "road") lanes(context, stage);
  else if (place === "interior" || place === "field") boards(context, stage, chance);
  else patches(context, stage, chance);
  fillGlow(context, light, unit * 1.2, palette.glow, 0.3);
}

function ripples(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, left, right, top, bottom, unit } = stage;
  context.lineCap = "round";
  for (let i = 0; i < 160; i += 1) {
    const x = chance(left, right);
    const y = chance(top, bottom);
    const long = unit * chance(0.04, 0.16);
    context.strokeStyle = css(i % 3 === 0 ? palette.skyLow : palette.near, chance(0.1, 0.4));
    context.lineWidth = unit * chance(0.002, 0.006);
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(x + long / 2, y - long * 0.22, x + long, y + long * 0.06);
    context.stroke();
  }
}

function lanes(context: Canvas2D, stage: Stage): void {
  const { palette, width, height, unit, top, bottom } = stage;
  context.save();
  context.translate(width / 2, height / 2);
  context.rotate(0.42);
  context.fillStyle = css(mix(palette.near, palette.far, 0.5));
  context.fillRect(-unit * 0.34, top * 2, unit * 0.68, (bottom - top) * 2);
  context.fillStyle = css(palette.glow, 0.4);
  for (let i = -9; i < 9; i += 1) {
    context.fillRect(-unit * 0.008, i * unit * 0.2, unit * 0.016, unit * 0.1);
  }
  context.fillStyle = css(palette.glow, 0.32);
  for (let i = 0; i < 7; i += 1) {
    context.fillRect(-unit * 0.31 + i * unit * 0.09, -unit * 0.12, unit * 0.052, unit * 0.3);
  }
  context.restore();
}

function boards(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, left, right, top, bottom, unit } = stage;
  for (let x = left; x < right; x += unit * 0.09) {
    context.fillStyle = css(chance() < 0.5 ? palette.near : palette.far, chance(0.15, 0.5));
    context.fillRect(x, top, unit * 0.085, bottom - top);
    context.fillStyle = css(palette.ink, 0.35);
    context.fillRect(x, chance(top, bottom), unit * 0.085, unit * 0.004);
  }
}

function patches(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, left, right, top, bottom, unit } = stage;
  for (let i = 0; i < 60; i += 1) {
    context.fillStyle = css(chance() < 0.5 ? palette.near : palette.skyLow, chance(0.04, 0.14));
    context.beginPath();
    const size = unit * chance(0.03, 0.2);
    context.ellipse(
      chance(left, right),
      chance(top, bottom),
      size,
      size * chance(0.3, 0.8),
      chance(0, 3),
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}

function paintCrowd(context: Canvas2D, stage: Stage, chance: Chance, tall: number): void {
  const { width, height, mood } = stage;
  const spots = [
    [0, 0],
    [-0.75, 0.4],
    [0.7, 0.65],
  ].slice(0, Math.max(1, mood.people));
  if (mood.place === "sea")
    paintHull(context, stage, tall * (mood.things.includes("boat") ? 1.5 : 1));
  for (const [dx = 0, dy = 0] of spots) {
    paintFromAbove(context, stage, {
      x: width * 0.5 + dx * tall,
      y: height * 0.52 + dy * tall,
      tall,
      turned: chance(-0.5, 0.5),
    });
  }
}

/** On water people are in a boat. */
function paintHull(context: Canvas2D, stage: Stage, long: number): void {
  const { palette, width, height, light } = stage;
  const hull = (grown: number): void => {
    context.save();
    context.translate(width / 2, height * 0.52);
    context.rotate(-0.35);
    context.scale(long * grown, long * grown);
    context.beginPath();
    context.moveTo(1.05, 0);
    context.bezierCurveTo(0.6, -0.4, -0.3, -0.42, -0.85, -0.3);
    context.lineTo(-0.85, 0.3);
    context.bezierCurveTo(-0.3, 0.42, 0.6, 0.4, 1.05, 0);
    context.closePath();
    context.fill();
    context.restore();
  };
  paintRim(context, palette.rim, (light.x > width / 2 ? 1 : -1) * long * 0.03, () => hull(1));
  context.fillStyle = css(palette.ink);
  hull(1);
  context.fillStyle = css(mix(palette.near, palette.far, 0.6));
  hull(0.86);
}

function paintFromAbove(
  context: Canvas2D,
  stage: Stage,
  at: { readonly x: number; readonly y: number; readonly tall: number; readonly turned: number },
): void {
  const { palette, light } = stage;
  const away = Math.atan2(at.y - light.y, at.x - light.x);
  const wide = at.tall * 0.3;
  const side = light.x > at.x ? 1 : -1;
  context.fillStyle = css(mix(palette.ink, palette.near, 0.45));
  paintLyingShape(context, { x: at.x, y: at.y, tall: at.tall * 1.1, away });
  const body = (): void => {
    context.save();
    context.translate(at.x, at.y);
    context.rotate(at.turned);
    context.beginPath();
    context.roundRect(-wide * 0.5, -wide * 0.2, wide, wide * 0.4, wide * 0.2);
    context.roundRect(-wide * 0.52, -wide * 0.42, wide * 0.2, wide * 0.44, wide * 0.1);
    context.roundRect(wide * 0.32, -wide * 0.06, wide * 0.2, wide * 0.42, wide * 0.1);
    context.fill();
    context.restore();
  };
  paintRim(context, palette.rim, side * wide * 0.05, body);
  context.fillStyle = css(mix(palette.ink, palette.near, 0.2));
  body();
  const head = (): void => {
    disc(context, at.x, at.y - wide * 0.06, wide * 0.2);
    context.fill();
  };
  paintRim(context, palette.rim, side * wide * 0.04, head);
  context.fillStyle = css(palette.ink);
  head();
}

/** Crowns of trees, gulls or lamps that reach in from the edges. */
function paintCanopy(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, width, height, unit, mood } = stage;
  if (mood.place !== "forest" && mood.place !== "field") return;
  for (let i = 0; i < 34; i += 1) {
    const angle = chance(0, Math.PI * 2);
    const reach = chance(0.56, 0.8);
    context.fillStyle = css(mix(palette.ink, palette.near, chance(0, 0.5)), 0.92);
    disc(
      context,
      width / 2 + Math.cos(angle) * width * reach,
      height / 2 + Math.sin(angle) * height * reach,
      unit * chance(0.06, 0.15),
    );
    context.fill();
  }
}
