import type { Canvas2D } from "./canvas2d.ts";
import type { Chance } from "./chance.ts";
import { type Color, css } from "./color.ts";
import type { Head } from "./mood.ts";
import type { Stage } from "./stage.ts";

/** A person standing, seen from afar: px from the sole to the crown. */
export interface Standing {
  readonly x: number;
  readonly foot: number;
  readonly tall: number;
}

/** Paints a shape with what the context is set to fill. */
export type Shape = () => void;

/**
 * The rim of light that keeps a dark shape apart from what is behind it: the shape itself, shifted towards the light.
 *
 * @param reach px of the rim; negative when the light stands on the left.
 */
export function paintRim(context: Canvas2D, rim: Color, reach: number, shape: Shape): void {
  for (const [share, alpha] of [
    [1, 0.28],
    [0.45, 0.85],
  ] as const) {
    context.save();
    context.translate(reach * share, -Math.abs(reach) * share * 0.3);
    context.fillStyle = css(rim, alpha);
    shape();
    context.restore();
  }
}

type Pose = "standing" | "walking";

/** One person from head to foot. */
export function paintPerson(
  context: Canvas2D,
  stage: Stage,
  chance: Chance,
  at: Standing & { readonly pose: Pose },
): void {
  const coat = chance() < 0.6;
  const worn = chance();
  const hair = stage.mood.hair === "short" ? 1 : stage.mood.hair === "long" ? worn * 0.45 : worn;
  const turned = chance() < 0.5 ? -1 : 1;
  const { head } = stage.mood;
  const shape = (): void => {
    context.save();
    context.translate(at.x, at.foot);
    context.scale(at.tall * turned, at.tall);
    context.strokeStyle = context.fillStyle;
    context.lineCap = "round";
    context.lineJoin = "round";
    if (head === "helmet") spacesuit(context);
    else bodies[at.pose](context, coat);
    standingHead(context, head, hair, at.pose === "walking" ? 0.022 : 0);
    context.restore();
  };
  if (at.tall < stage.height * 0.75) paintShadow(context, stage, at);
  const side = stage.light.x > at.x ? 1 : -1;
  paintRim(context, stage.palette.rim, side * at.tall * 0.011, shape);
  context.fillStyle = css(stage.palette.ink);
  shape();
}

/** On the ground, away from the light. */
function paintShadow(context: Canvas2D, stage: Stage, at: Standing): void {
  const away = stage.light.x > at.x ? -1 : 1;
  const long = at.tall * 0.75;
  const gradient = context.createLinearGradient(at.x, 0, at.x + away * long, 0);
  gradient.addColorStop(0, css(stage.palette.ink, 0.6));
  gradient.addColorStop(1, css(stage.palette.ink, 0));
  context.fillStyle = gradient;
  context.beginPath();
  context.ellipse(
    at.x + away * long * 0.42,
    at.foot + at.tall * 0.004,
    long * 0.55,
    at.tall * 0.022,
    0,
    0,
    Math.PI * 2,
  );
  context.fill();
}

/** A limb through its joints. */
function limb(context: Canvas2D, wide: number, ...joints: (readonly [number, number])[]): void {
  context.lineWidth = wide;
  context.beginPath();
  for (const [x, y] of joints) context.lineTo(x, y);
  context.stroke();
}

// Bodies one unit tall: the sole at 0, the crown at -1.
const bodies: Record<Pose, (context: Canvas2D, coat: boolean) => void> = {
  standing: (context, coat) => {
    limb(context, 0.082, [-0.045, -0.5], [-0.058, -0.27]);
    limb(context, 0.058, [-0.058, -0.28], [-0.066, -0.035]);
    limb(context, 0.082, [0.045, -0.5], [0.064, -0.27]);
    limb(context, 0.058, [0.064, -0.28], [0.076, -0.035]);
    limb(context, 0.034, [-0.062, -0.017], [-0.1, -0.016]);
    limb(context, 0.034, [0.074, -0.017], [0.112, -0.016]);
    for (const side of [-1, 1]) {
      limb(context, 0.05, [side * 0.112, -0.77], [side * 0.138, -0.63], [side * 0.132, -0.52]);
      limb(context, 0.036, [side * 0.132, -0.5], [side * 0.126, -0.455]);
    }
    trunk(context, coat ? [0.112, -0.27] : [0.094, -0.45]);
  },
  walking: (context, coat) => {
    limb(context, 0.08, [-0.01, -0.5], [-0.07, -0.28]);
    limb(context, 0.055, [-0.07, -0.28], [-0.17, -0.075]);
    limb(context, 0.034, [-0.172, -0.06], [-0.148, -0.024]);
    limb(context, 0.085, [0.02, -0.5], [0.095, -0.28]);
    limb(context, 0.058, [0.095, -0.28], [0.12, -0.04]);
    limb(context, 0.034, [0.12, -0.018], [0.175, -0.016]);
    limb(context, 0.05, [-0.01, -0.77], [-0.085, -0.63], [-0.1, -0.49]);
    limb(context, 0.054, [0.02, -0.77], [0.06, -0.62], [0.135, -0.52]);
    context.beginPath();
    context.moveTo(-0.03, -0.86);
    context.bezierCurveTo(-0.11, -0.83, -0.105, -0.68, -0.085, -0.56);
    context.lineTo(coat ? -0.15 : -0.075, coat ? -0.34 : -0.46);
    context.lineTo(coat ? 0.1 : 0.075, coat ? -0.32 : -0.46);
    context.bezierCurveTo(0.085, -0.62, 0.115, -0.76, 0.05, -0.86);
    context.closePath();
    context.fill();
  },
};

/** The shape of a person lying away from a point, soles on it: the shadow that is seen from above. */
export function paintLyingShape(
  context: Canvas2D,
  at: { readonly x: number; readonly y: number; readonly tall: number; readonly away: number },
): void {
  context.save();
  context.translate(at.x, at.y);
  context.rotate(at.away + Math.PI / 2);
  context.scale(at.tall * 0.8, at.tall);
  context.strokeStyle = context.fillStyle;
  context.lineCap = "round";
  context.lineJoin = "round";
  bodies.walking(context, false);
  standingHead(context, "bare", 1, 0.02);
  context.restore();
}

function spacesuit(context: Canvas2D): void {
  for (const side of [-1, 1]) {
    limb(context, 0.115, [side * 0.05, -0.5], [side * 0.075, -0.28]);
    limb(context, 0.1, [side * 0.075, -0.28], [side * 0.085, -0.08]);
    limb(context, 0.07, [side * 0.085, -0.035], [side * 0.125, -0.035]);
    limb(context, 0.085, [side * 0.12, -0.76], [side * 0.175, -0.62], [side * 0.16, -0.48]);
  }
  context.beginPath();
  context.roundRect(-0.135, -0.86, 0.27, 0.44, 0.06);
  context.roundRect(-0.115, -0.9, 0.23, 0.3, 0.03);
  context.fill();
}

/** Shoulders to hem. */
function trunk(context: Canvas2D, [hem, foot]: readonly [number, number]): void {
  context.beginPath();
  context.moveTo(-0.028, -0.885);
  context.bezierCurveTo(-0.04, -0.85, -0.085, -0.84, -0.118, -0.815);
  context.bezierCurveTo(-0.148, -0.79, -0.135, -0.74, -0.112, -0.7);
  context.bezierCurveTo(-0.1, -0.62, -0.085, -0.58, -0.088, -0.52);
  context.lineTo(-hem, foot);
  context.quadraticCurveTo(0, foot + 0.025, hem, foot);
  context.lineTo(0.088, -0.52);
  context.bezierCurveTo(0.085, -0.58, 0.1, -0.62, 0.112, -0.7);
  context.bezierCurveTo(0.135, -0.74, 0.148, -0.79, 0.118, -0.815);
  context.bezierCurveTo(0.085, -0.84, 0.04, -0.85, 0.028, -0.885);
  context.closePath();
  context.fill();
}

function standingHead(context: Canvas2D, head: Head, hair: number, lean: number): void {
  const oval = (x: number, y: number, wide: number, tall: number, turn = 0): void => {
    context.beginPath();
    context.ellipse(x + lean, y, wide, tall, turn, 0, Math.PI * 2);
    context.fill();
  };
  oval(0.002, -0.93, 0.045, 0.06);
  context.fillRect(lean - 0.024, -0.9, 0.048, 0.06);
  if (head === "helmet") oval(0, -0.935, 0.078, 0.082);
  else if (head === "hood") {
    oval(-0.004, -0.935, 0.062, 0.075);
    oval(-0.01, -0.87, 0.066, 0.045);
  } else if (head === "hat") {
    oval(0, -0.975, 0.05, 0.045);
    oval(0, -0.96, 0.086, 0.013, 0.05);
  } else if (hair < 0.3) {
    oval(-0.008, -0.945, 0.054, 0.054);
    oval(-0.012, -0.9, 0.052, 0.052);
  } else if (hair < 0.45) {
    oval(-0.004, -0.952, 0.05, 0.046);
    oval(-0.022, -1.004, 0.024, 0.021);
  } else oval(-0.004, -0.955, 0.05, 0.046);
}
