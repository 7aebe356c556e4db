import type { Canvas2D } from "./canvas2d.ts";
import { type Chance, pick } from "./chance.ts";
import { css, mix } from "./color.ts";
import { paintRim } from "./figure.ts";
import type { Head } from "./mood.ts";
import type { Stage } from "./stage.ts";

/** A person near us, in profile. px. */
export interface Near {
  readonly x: number;
  readonly crown: number;
  /** From crown to chin. */
  readonly head: number;
  /** 1 looks to the right. */
  readonly facing: 1 | -1;
}

type Hair = "short" | "bob" | "long" | "bun";

/** Head and body in profile against the light, with a face turned half into it. */
export function paintBust(context: Canvas2D, stage: Stage, chance: Chance, at: Near): void {
  const { palette, mood } = stage;
  const worn = pick<Hair>(chance, "bob", "long", "bun", "short");
  const hair = mood.hair === "short" ? "short" : mood.hair && worn === "short" ? "bob" : worn;
  const inside = (paint: () => void): void => {
    context.save();
    context.translate(at.x, at.crown);
    context.scale(at.head * at.facing, at.head);
    paint();
    context.restore();
  };
  const side = stage.light.x > at.x ? 1 : -1;
  paintRim(context, palette.rim, side * at.head * 0.026, () =>
    inside(() => {
      torso(context);
      face(context);
      covering(context, mood.head, hair);
    }),
  );
  const lit = side === at.facing;
  inside(() => {
    context.fillStyle = css(mix(palette.ink, palette.near, 0.25));
    torso(context);
    const skin = context.createLinearGradient(0.5, 0.5, -0.25, 0.62);
    skin.addColorStop(0, css(mix(palette.near, palette.rim, lit ? 0.5 : 0.12)));
    skin.addColorStop(0.45, css(mix(palette.near, palette.far, lit ? 0.55 : 0.2)));
    skin.addColorStop(1, css(palette.ink));
    context.fillStyle = skin;
    face(context);
    features(context, css(palette.ink, 0.75));
    context.fillStyle = css(mix(palette.ink, palette.near, 0.12));
    covering(context, mood.head, hair);
    collar(context, css(palette.rim, lit ? 0.22 : 0.12));
  });
}

function torso(context: Canvas2D): void {
  context.beginPath();
  context.moveTo(-0.36, 0.95);
  context.bezierCurveTo(-0.36, 1.25, -0.55, 1.42, -0.82, 1.55);
  context.bezierCurveTo(-1.12, 1.7, -1.2, 2.1, -1.28, 2.8);
  context.lineTo(-1.5, 6.5);
  context.lineTo(1.25, 6.5);
  context.bezierCurveTo(1.15, 4.4, 1.05, 3.2, 0.96, 2.5);
  context.bezierCurveTo(0.9, 1.95, 0.8, 1.68, 0.48, 1.52);
  context.bezierCurveTo(0.25, 1.42, 0.12, 1.35, 0.08, 1.18);
  context.closePath();
  context.fill();
}

/** Forehead, nose, lips, chin, throat; the skull behind. Crown at 0, chin at 1. */
function face(context: Canvas2D): void {
  context.beginPath();
  context.moveTo(-0.34, 1.3);
  context.bezierCurveTo(-0.3, 1.1, -0.34, 0.98, -0.4, 0.8);
  context.bezierCurveTo(-0.55, 0.55, -0.52, 0.12, -0.16, 0.01);
  context.bezierCurveTo(0.06, -0.05, 0.24, 0.05, 0.3, 0.2);
  context.bezierCurveTo(0.325, 0.28, 0.335, 0.34, 0.335, 0.385);
  context.bezierCurveTo(0.33, 0.42, 0.32, 0.435, 0.325, 0.455);
  context.bezierCurveTo(0.35, 0.52, 0.4, 0.575, 0.43, 0.625);
  context.bezierCurveTo(0.445, 0.655, 0.41, 0.672, 0.36, 0.675);
  context.bezierCurveTo(0.362, 0.7, 0.362, 0.708, 0.376, 0.722);
  context.bezierCurveTo(0.392, 0.738, 0.38, 0.752, 0.346, 0.758);
  context.bezierCurveTo(0.378, 0.768, 0.386, 0.792, 0.362, 0.81);
  context.bezierCurveTo(0.335, 0.83, 0.34, 0.85, 0.352, 0.885);
  context.bezierCurveTo(0.365, 0.95, 0.325, 1.0, 0.25, 1.0);
  context.bezierCurveTo(0.15, 1.0, 0.09, 0.985, 0.05, 1.0);
  context.bezierCurveTo(0.03, 1.1, 0.05, 1.25, 0.12, 1.4);
  context.closePath();
  context.fill();
}

function features(context: Canvas2D, dark: string): void {
  context.strokeStyle = dark;
  context.lineCap = "round";
  const stroke = (width: number, x: number, y: number, curve: readonly number[]): void => {
    const [cx = 0, cy = 0, ex = 0, ey = 0] = curve;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(cx, cy, ex, ey);
    context.stroke();
  };
  stroke(0.026, 0.17, 0.365, [0.25, 0.325, 0.318, 0.36]);
  stroke(0.022, 0.185, 0.462, [0.235, 0.43, 0.285, 0.465]);
  stroke(0.012, 0.2, 0.475, [0.24, 0.487, 0.275, 0.472]);
  stroke(0.012, 0.345, 0.757, [0.31, 0.765, 0.285, 0.778]);
  stroke(0.012, 0.352, 0.665, [0.34, 0.64, 0.325, 0.648]);
  stroke(0.018, -0.09, 0.47, [-0.19, 0.42, -0.14, 0.6]);
  stroke(0.012, 0.05, 1.0, [-0.05, 0.92, -0.12, 0.74]);
}

/** What the head wears: hair, or something over it. */
function covering(context: Canvas2D, head: Head, hair: Hair): void {
  if (head === "hood") return hood(context);
  if (head === "helmet") return helmet(context);
  coverHair(context, hair);
  if (head === "hat") hat(context);
}

function coverHair(context: Canvas2D, hair: Hair): void {
  const ends = { short: 0.72, bob: 1.04, long: 1.95, bun: 0.74 }[hair];
  context.beginPath();
  context.moveTo(0.3, 0.17);
  context.bezierCurveTo(0.22, -0.05, 0.02, -0.11, -0.18, -0.06);
  context.bezierCurveTo(-0.52, 0, -0.64, 0.34, -0.56, 0.62);
  context.bezierCurveTo(-0.54, 0.74, -0.6, ends - 0.12, -0.5, ends);
  context.bezierCurveTo(-0.42, ends + 0.06, -0.3, ends + 0.03, -0.24, ends - 0.04);
  context.bezierCurveTo(-0.2, 0.7, -0.22, 0.62, -0.17, 0.52);
  context.bezierCurveTo(-0.12, 0.4, -0.02, 0.44, 0.02, 0.36);
  context.bezierCurveTo(0.06, 0.24, 0.2, 0.27, 0.3, 0.17);
  context.closePath();
  context.fill();
  if (hair === "bun") {
    context.beginPath();
    context.ellipse(-0.58, 0.2, 0.17, 0.16, 0.3, 0, Math.PI * 2);
    context.fill();
  }
}

function hood(context: Canvas2D): void {
  context.beginPath();
  context.moveTo(0.2, -0.02);
  context.bezierCurveTo(0, -0.2, -0.4, -0.18, -0.58, 0.1);
  context.bezierCurveTo(-0.78, 0.4, -0.74, 0.9, -0.86, 1.62);
  context.lineTo(0.5, 1.62);
  context.bezierCurveTo(0.3, 1.5, 0.12, 1.3, 0.1, 1.06);
  context.bezierCurveTo(0.05, 0.85, 0.02, 0.6, 0.12, 0.38);
  context.bezierCurveTo(0.16, 0.24, 0.27, 0.12, 0.36, 0.12);
  context.bezierCurveTo(0.33, 0.06, 0.28, 0.02, 0.2, -0.02);
  context.closePath();
  context.fill();
}

function hat(context: Canvas2D): void {
  context.beginPath();
  context.moveTo(-0.78, 0.3);
  context.bezierCurveTo(-0.62, 0.2, -0.56, 0.22, -0.5, 0.18);
  context.bezierCurveTo(-0.5, -0.1, -0.38, -0.26, -0.12, -0.2);
  context.bezierCurveTo(0.06, -0.28, 0.24, -0.18, 0.28, 0.1);
  context.bezierCurveTo(0.42, 0.1, 0.55, 0.12, 0.68, 0.2);
  context.bezierCurveTo(0.3, 0.26, -0.4, 0.4, -0.78, 0.3);
  context.closePath();
  context.fill();
}

/** A round helmet: its shell behind, its visor open to the face. */
function helmet(context: Canvas2D): void {
  context.beginPath();
  context.arc(-0.06, 0.5, 0.72, 0.62 * Math.PI, 1.72 * Math.PI);
  context.bezierCurveTo(0.1, 0.1, 0.02, 0.8, 0.14, 1.14);
  context.bezierCurveTo(0, 1.24, -0.2, 1.22, -0.28, 1.19);
  context.closePath();
  context.fill();
  context.strokeStyle = context.fillStyle;
  context.lineWidth = 0.045;
  context.beginPath();
  context.arc(-0.06, 0.5, 0.7, 1.7 * Math.PI, 2.4 * Math.PI);
  context.stroke();
}

function collar(context: Canvas2D, light: string): void {
  context.strokeStyle = light;
  context.lineWidth = 0.02;
  context.lineJoin = "round";
  context.beginPath();
  context.moveTo(-0.42, 1.22);
  context.bezierCurveTo(-0.2, 1.5, 0.1, 1.75, 0.26, 2.2);
  context.lineTo(0.2, 1.42);
  context.stroke();
  context.beginPath();
  context.moveTo(0.26, 2.2);
  context.bezierCurveTo(0.3, 3, 0.32, 4, 0.34, 6);
  context.stroke();
}

/** A shoulder and the back of a head at the frame's edge, too near to be sharp. */
export function paintShoulder(context: Canvas2D, stage: Stage, side: 1 | -1): void {
  const { width, height, unit, palette } = stage;
  for (const [grown, alpha] of [
    [1.06, 0.25],
    [1.03, 0.45],
    [1, 1],
  ] as const) {
    context.save();
    context.translate(width * (0.5 + side * 0.5) - side * unit * 0.16, height * 1.15);
    context.scale(-side * unit * grown, unit * grown);
    context.fillStyle = css(palette.ink, alpha);
    context.beginPath();
    context.ellipse(-0.02, -0.72, 0.235, 0.3, -0.08, 0, Math.PI * 2);
    context.fill();
    context.beginPath();
    context.moveTo(-0.7, 0.4);
    context.lineTo(-0.7, -0.36);
    context.bezierCurveTo(-0.3, -0.4, -0.16, -0.42, -0.15, -0.6);
    context.lineTo(0.13, -0.6);
    context.bezierCurveTo(0.14, -0.36, 0.3, -0.36, 0.44, -0.24);
    context.bezierCurveTo(0.58, -0.12, 0.6, 0.1, 0.64, 0.4);
    context.closePath();
    context.fill();
    context.restore();
  }
}
