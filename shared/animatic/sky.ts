import type { Canvas2D } from "./canvas2d.ts";
import type { Chance } from "./chance.ts";
import { css, mix } from "./color.ts";
import { disc, fillBand, fillGlow, type Stage } from "./stage.ts";

/** Sky with its light, down to the horizon and a little below. */
export function paintSky(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, horizon, mood, unit } = stage;
  fillBand(
    context,
    stage,
    [stage.top, horizon + unit * 0.05],
    [
      [0, palette.skyTop],
      [0.3, palette.skyTop],
      [0.68, palette.skyMiddle],
      [1, palette.skyLow],
    ],
  );
  const clear = mood.weather === "clear";
  if (mood.time === "night" || mood.place === "space") paintStars(context, stage, chance, clear);
  if (mood.place !== "space")
    fillGlow(context, stage.light, unit * (clear ? 0.95 : 1.2), palette.glow, clear ? 0.5 : 0.26);
  if (mood.place === "space") paintPlanet(context, stage);
  else if (clear) paintLight(context, stage);
  if (mood.place !== "space") paintClouds(context, stage, chance);
}

function paintStars(context: Canvas2D, stage: Stage, chance: Chance, clear: boolean): void {
  const count = stage.mood.place === "space" ? 240 : clear ? 130 : 24;
  context.fillStyle = css(stage.palette.glow, 0.85);
  for (let i = 0; i < count; i += 1) {
    const x = chance(stage.left, stage.right);
    const y = stage.top + (stage.horizon - stage.top) * chance() ** 1.3;
    context.globalAlpha =
      chance(0.12, 0.9) * (1 - ((y - stage.top) / (stage.horizon - stage.top)) ** 3);
    const size = stage.unit * (0.0012 + 0.0022 * chance() ** 4);
    context.fillRect(x - size, y - size, size * 2, size * 2);
  }
  context.globalAlpha = 1;
}

/** The disc of sun or moon; low suns are large. */
function paintLight(context: Canvas2D, { light, unit, palette, mood }: Stage): void {
  const radius = unit * (mood.time === "dusk" ? 0.085 : 0.045);
  context.fillStyle = css(palette.glow, mood.time === "day" ? 0.75 : 0.95);
  disc(context, light.x, light.y, radius);
  context.fill();
}

function paintPlanet(context: Canvas2D, { light, unit, palette, width, height }: Stage): void {
  const x = width - light.x;
  const y = height * 0.42;
  const radius = unit * 0.42;
  const shade = context.createRadialGradient(
    x + (light.x - x) * 0.3,
    y - radius * 0.7,
    radius * 0.1,
    x,
    y,
    radius * 1.05,
  );
  shade.addColorStop(0, css(palette.glow));
  shade.addColorStop(0.3, css(palette.skyLow));
  shade.addColorStop(0.75, css(palette.far));
  shade.addColorStop(1, css(palette.skyTop));
  context.fillStyle = shade;
  disc(context, x, y, radius);
  context.fill();
}

/** Long, flat banks of cloud, lit from where the light stands. */
function paintClouds(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, mood, unit, horizon, top } = stage;
  const heavy = mood.weather !== "clear";
  const banks = heavy ? 11 : 6;
  for (let i = 0; i < banks; i += 1) {
    const y =
      horizon - (horizon - Math.max(top * 0.4, -unit * 0.1)) * chance(0.12, heavy ? 1 : 0.8);
    const x = chance(stage.left, stage.right);
    const lit = Math.max(0, 1 - Math.abs(x - stage.light.x) / (stage.width * 0.7));
    const night = mood.time === "night" ? 0.55 : 1;
    const color = heavy
      ? mix(palette.skyTop, palette.skyLow, chance(0.1, 0.8))
      : mix(palette.skyMiddle, mix(palette.skyLow, palette.glow, 0.35 + lit * 0.4), chance(0.5, 1));
    paintBank(context, stage, chance, { x, y, color: css(color, (heavy ? 0.2 : 0.15) * night) });
  }
}

function paintBank(
  context: Canvas2D,
  stage: Stage,
  chance: Chance,
  bank: { readonly x: number; readonly y: number; readonly color: string },
): void {
  context.fillStyle = bank.color;
  const long = stage.unit * chance(0.3, 0.75);
  for (let i = 0; i < 7; i += 1) {
    const reach = chance(-1, 1);
    const size = (1 - Math.abs(reach) * 0.7) * long;
    context.beginPath();
    context.ellipse(
      bank.x + reach * long * 0.8,
      bank.y - chance(0, 0.035) * stage.unit,
      size * chance(0.4, 0.7),
      size * chance(0.03, 0.075),
      0,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}
