import type { Canvas2D } from "./canvas2d.ts";
import type { Chance } from "./chance.ts";
import { css, mix } from "./color.ts";
import type { Lens } from "../nodes/camera.ts";
import { fillBand, fillGlow, type Stage } from "./stage.ts";

/** Rain, snow or fog between two sheets. `near`: 0 far, 1 close. */
export function paintWeather(context: Canvas2D, stage: Stage, chance: Chance, near: number): void {
  const { weather, place } = stage.mood;
  if (place === "interior" || place === "space") return;
  if (weather === "rain") rain(context, stage, chance, near);
  if (weather === "snow") snow(context, stage, chance, near);
  if (weather !== "clear" && near === 0)
    fog(context, stage, chance, weather === "fog" ? 0.55 : 0.26);
}

function rain(context: Canvas2D, stage: Stage, chance: Chance, near: number): void {
  const { left, right, top, bottom, unit, palette } = stage;
  context.strokeStyle = css(mix(palette.skyLow, palette.glow, 0.4), 0.16 + near * 0.06);
  context.lineWidth = unit * (0.0013 + near * 0.0013);
  context.beginPath();
  for (let i = 0; i < 230; i += 1) {
    const x = chance(left, right);
    const y = chance(top, bottom);
    const long = unit * (0.05 + near * 0.08) * chance(0.5, 1.3);
    context.moveTo(x, y);
    context.lineTo(x - long * 0.16, y + long);
  }
  context.stroke();
}

function snow(context: Canvas2D, stage: Stage, chance: Chance, near: number): void {
  const { left, right, top, bottom, unit, palette } = stage;
  context.fillStyle = css(palette.glow, 0.5 + near * 0.2);
  context.beginPath();
  for (let i = 0; i < 260; i += 1) {
    const x = chance(left, right);
    const y = chance(top, bottom);
    const radius = unit * (0.0016 + near * 0.004 * chance() ** 2);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, Math.PI * 2);
  }
  context.fill();
}

function fog(context: Canvas2D, stage: Stage, chance: Chance, alpha: number): void {
  const { palette, horizon, unit } = stage;
  const y = horizon + unit * chance(-0.04, 0.06);
  fillBand(
    context,
    stage,
    [y - unit * 0.3, y + unit * 0.3],
    [
      [0, palette.skyLow, 0],
      [0.5, palette.skyLow, alpha],
      [1, palette.skyLow, 0],
    ],
  );
}

/** What glass and film add, over everything and fixed to the frame. */
export function paintFinish(context: Canvas2D, stage: Stage, chance: Chance, lens: Lens): void {
  if (lens === "anamorphic40") flare(context, stage);
  const { width, height, palette, unit } = stage;
  const reach = Math.hypot(width, height) / 2;
  const vignette = context.createRadialGradient(
    width / 2,
    height * 0.48,
    reach * 0.45,
    width / 2,
    height / 2,
    reach * 1.08,
  );
  vignette.addColorStop(0, css(palette.ink, 0));
  vignette.addColorStop(1, css(palette.ink, 0.5));
  context.fillStyle = vignette;
  context.fillRect(0, 0, width, height);
  const speck = unit * 0.0022;
  for (const color of [css(palette.glow, 0.045), css(palette.ink, 0.09)]) {
    context.fillStyle = color;
    context.beginPath();
    for (let i = 0; i < 420; i += 1) {
      context.rect(chance(0, width), chance(0, height), speck, speck);
    }
    context.fill();
  }
}

/** The long streak that an anamorphic lens draws through a light. */
function flare(context: Canvas2D, stage: Stage): void {
  const { light, palette, unit, width } = stage;
  const streak = context.createLinearGradient(light.x - width * 0.6, 0, light.x + width * 0.6, 0);
  streak.addColorStop(0, css(palette.glow, 0));
  streak.addColorStop(0.5, css(palette.glow, 0.5));
  streak.addColorStop(1, css(palette.glow, 0));
  context.fillStyle = streak;
  context.fillRect(0, light.y - unit * 0.0015, width, unit * 0.003);
  context.globalAlpha = 0.35;
  context.fillRect(0, light.y - unit * 0.006, width, unit * 0.012);
  context.globalAlpha = 1;
  fillGlow(context, light, unit * 0.3, palette.glow, 0.25);
}
