import type { ShotSize } from "../nodes/camera.ts";
import { paintWeather } from "./air.ts";
import type { AnimaticShot } from "./animatic.ts";
import { paintBust, paintShoulder } from "./bust.ts";
import type { Canvas2D, FrameSize } from "./canvas2d.ts";
import { type Chance, chanceOf, hashOf, pick } from "./chance.ts";
import { css } from "./color.ts";
import { paintBokeh, paintDial, paintEye, paintVeil } from "./detail.ts";
import { paintPerson } from "./figure.ts";
import { paintRidge } from "./land.ts";
import { type Mood, moodOf } from "./mood.ts";
import { overheadLayers } from "./overhead.ts";
import { paletteOf } from "./palette.ts";
import { foregroundLayer, placeLayers } from "./places.ts";
import type { Layer, Stage } from "./stage.ts";
import { paintBirds, paintThing } from "./things.ts";

/** A picture made up from a shot's words: sheets from far to near, and how the camera stands. */
export interface Card {
  readonly stage: Stage;
  readonly layers: readonly Layer[];
  /** Radians. */
  readonly roll: number;
  readonly seed: number;
}

type Framing = "far" | "wide" | "full" | "near" | "detail";
const framings: Record<Exclude<ShotSize, "">, Framing> = {
  extremeWide: "far",
  wide: "wide",
  full: "full",
  medium: "near",
  mediumCloseUp: "near",
  closeUp: "near",
  extremeCloseUp: "detail",
  overShoulder: "near",
  pointOfView: "wide",
};
/** From crown to chin, in shorter sides of the frame. */
const headSizes: Partial<Record<ShotSize, number>> = {
  medium: 0.25,
  mediumCloseUp: 0.38,
  closeUp: 0.58,
  overShoulder: 0.33,
};

/** The same shot gives the same card, at any size. */
export function cardOf(shot: AnimaticShot, size: FrameSize): Card {
  const seed = hashOf(`${shot.number} ${shot.action}`);
  const chance = chanceOf(seed);
  // Whoever speaks is there.
  const told = shot.dialogue === "" ? shot.action : `${shot.action} person`;
  const mood = moodOf(told, shot.setting, chance);
  const shotSize = shot.camera.size === "" ? anySize(mood, chance) : shot.camera.size;
  const stage = stageOf(shot, { ...size, shotSize, mood }, chance);
  const roll = shot.camera.angle === "dutch" ? -0.14 : 0;
  if (shot.camera.angle === "overhead" && framings[shotSize] !== "detail") {
    const tall = { far: 0.12, wide: 0.24, full: 0.42, near: 0.8, detail: 1 }[framings[shotSize]];
    const air: Layer = {
      depth: 1.2,
      paint: (on) => paintWeather(on, stage, chanceOf(seed + 5), 1),
    };
    return { stage, layers: [...overheadLayers(stage, seed, tall * stage.unit), air], roll, seed };
  }
  return { stage, layers: layersOf(stage, shot, shotSize, seed), roll, seed };
}

function anySize(mood: Mood, chance: Chance): Exclude<ShotSize, ""> {
  const some = pick<Exclude<ShotSize, "">>(chance, "wide", "full", "medium");
  return mood.people === 0 ? "wide" : some;
}

function stageOf(
  shot: AnimaticShot,
  frame: FrameSize & { readonly shotSize: Exclude<ShotSize, "">; readonly mood: Mood },
  chance: Chance,
): Stage {
  const { width, height, mood } = frame;
  const unit = Math.min(width, height);
  const { angle } = shot.camera;
  const level = { far: 0.64, wide: 0.6, full: 0.58, near: 0.68, detail: 0.6 }[
    framings[frame.shotSize]
  ];
  const base = angle === "low" ? 0.82 : angle === "high" ? 0.3 : level;
  const horizon = height * (base + chance(-0.025, 0.025));
  const side = chance() < 0.5 ? -1 : 1;
  const low = mood.time === "dusk";
  const lightY = low
    ? horizon - unit * chance(0.07, 0.13)
    : Math.min(height * chance(0.16, 0.26), horizon * 0.6);
  return {
    width,
    height,
    unit,
    left: -width * 0.3,
    right: width * 1.3,
    top: -height * 0.3,
    bottom: height * 1.35,
    horizon,
    focus: width * (0.5 - side * chance(0.02, 0.1)),
    light: {
      x: width * (0.5 + side * chance(0.16, 0.3)),
      y: mood.place === "interior" ? height * 0.34 : lightY,
    },
    palette: paletteOf(mood, shot.number, chance),
    mood,
  };
}

function layersOf(
  stage: Stage,
  shot: AnimaticShot,
  size: Exclude<ShotSize, "">,
  seed: number,
): Layer[] {
  const framing = framings[size];
  const place = placeLayers(stage, seed);
  const air = (near: number): Layer => ({
    depth: 0.5 + near * 0.7,
    paint: (on) => paintWeather(on, stage, chanceOf(seed + 11 + near), near),
  });
  const sheet = (depth: number, paint: Layer["paint"], subject = false): Layer => ({
    depth,
    paint,
    subject,
  });
  const birds = stage.mood.birds && framing !== "near" && framing !== "detail";
  const flock = birds ? [sheet(0.3, (on) => paintBirds(on, stage, chanceOf(seed + 3)))] : [];
  const near = nearLayers(stage, shot, size, seed);
  if (framing === "near" || framing === "detail") {
    const soft = sheet(0.35, (on) => {
      paintVeil(on, stage, size === "medium" ? 0.2 : 0.42);
      paintBokeh(on, stage, chanceOf(seed + 4), size === "medium" ? 8 : 18);
    });
    return [...place, soft, air(0), ...near, ...(framing === "near" ? [air(1)] : [])];
  }
  const subject = sheet(1, (on) => standing(on, stage, shot, size, chanceOf(seed + 6)), true);
  const edge = size === "pointOfView" ? hands(stage) : foregroundLayer(stage, seed + 8);
  return [...place, ...flock, air(0), subject, edge, air(1)];
}

/** What is seen from afar: things, and people on their feet. */
function standing(
  context: Canvas2D,
  stage: Stage,
  shot: AnimaticShot,
  size: ShotSize,
  chance: Chance,
): void {
  const { height, horizon, unit, focus, mood, width } = stage;
  const { angle } = shot.camera;
  const share = { far: 0.085, wide: 0.3, full: 0.72 }[farness(size)];
  const grown = share * (angle === "low" ? 1.2 : 1);
  const tall = Math.min(height * 0.74, height * grown, unit * grown * 1.25);
  const deep = angle === "low" ? 0.1 : angle === "high" ? 1.15 : 0.82;
  const foot = Math.min(horizon + tall * deep, height * 0.95);
  const people = size === "pointOfView" ? mood.people - 1 : mood.people;
  const thing = mood.things.find((one) => one !== "dial");
  if (thing !== undefined) {
    const long = unit * { far: 0.2, wide: 0.55, full: 0.95 }[farness(size)];
    const afloat = thing === "boat" || thing === "lighthouse";
    const x = people > 0 ? width - focus + (width / 2 - focus) * 0.8 : focus;
    const y = afloat
      ? horizon + (height - horizon) * (angle === "high" ? 0.36 : 0.09)
      : Math.max(horizon + unit * 0.04, foot - tall * 0.1);
    paintThing(context, stage, thing, {
      x,
      foot: y,
      long: thing === "lighthouse" ? long * 0.6 : long,
    });
  }
  if (people <= 0) return;
  if (mood.place === "sea") shore(context, stage, chance, foot);
  for (let i = people - 1; i >= 0; i -= 1) {
    const aside = i === 0 ? 0 : (i % 2 === 0 ? 1 : -1) * tall * (0.36 + i * 0.12);
    paintPerson(context, stage, chance, {
      x: focus + aside,
      foot: foot - i * tall * 0.03,
      tall: tall * (1 - i * 0.06),
      pose: mood.walks || shot.camera.move === "tracking" ? "walking" : "standing",
    });
  }
}

const farness = (size: ShotSize): "far" | "wide" | "full" =>
  size === "extremeWide" ? "far" : size === "full" ? "full" : "wide";

/** Land for those who stand by the water. */
function shore(context: Canvas2D, stage: Stage, chance: Chance, foot: number): void {
  const { palette, unit } = stage;
  paintRidge(context, stage, chance, {
    base: foot - unit * 0.004,
    rise: unit * 0.012,
    rough: 0.3,
    color: palette.near,
    mist: palette.ink,
  });
}

/** What is seen from near: a face, a dial, a thing. */
function nearLayers(stage: Stage, shot: AnimaticShot, size: ShotSize, seed: number): Layer[] {
  const { unit, width, height, mood } = stage;
  const close = size === "closeUp" || size === "extremeCloseUp" || shot.camera.lens === "macro";
  const subject = (paint: Layer["paint"]): Layer => ({ depth: 1, subject: true, paint });
  if (close && mood.things.includes("dial")) {
    const radius = unit * (size === "extremeCloseUp" ? 0.56 : 0.38);
    return [subject((on) => paintDial(on, stage, chanceOf(seed + 6), radius))];
  }
  const thing = mood.things.find((one) => one !== "dial");
  if (mood.people === 0 && thing !== undefined) {
    const at = {
      x: width / 2,
      foot: height * 0.8,
      long: unit * (thing === "lighthouse" ? 0.7 : 1.35),
    };
    return [subject((on) => paintThing(on, stage, thing, at))];
  }
  if (size === "extremeCloseUp") {
    return [subject((on) => paintEye(on, stage, chanceOf(seed + 6)))];
  }
  return bustLayers(stage, shot, size, seed);
}

function bustLayers(stage: Stage, shot: AnimaticShot, size: ShotSize, seed: number): Layer[] {
  const { unit, width, height, light, focus, mood } = stage;
  const lower = { low: -0.05, high: 0.06 }[shot.camera.angle === "low" ? "low" : "high"];
  const drop = shot.camera.angle === "low" || shot.camera.angle === "high" ? lower : 0;
  const tallFrame = height > width * 1.2;
  const head = unit * (headSizes[size] ?? 0.25) * (tallFrame ? 1.1 : 1);
  const crown = height * ((tallFrame ? 0.3 : size === "closeUp" ? 0.17 : 0.2) + drop);
  const facing = light.x > focus ? 1 : -1;
  const over = size === "overShoulder";
  const x = width / 2 - facing * (over ? 0.2 : 0.07) * width;
  const bust: Layer = {
    depth: 1,
    subject: true,
    paint: (on) => paintBust(on, stage, chanceOf(seed + 6), { x, crown, head, facing }),
  };
  if (over) {
    return [bust, { depth: 1.6, paint: (on) => paintShoulder(on, stage, facing) }];
  }
  if (mood.people < 2) return [bust];
  const other: Layer = {
    depth: 0.85,
    paint: (on) =>
      paintBust(on, stage, chanceOf(seed + 7), {
        x: width / 2 + facing * width * 0.24,
        crown: crown + head * 0.2,
        head: head * 0.86,
        facing: facing === 1 ? -1 : 1,
      }),
  };
  return [other, bust];
}

/** The viewer's own hands, reaching in from below. */
function hands(stage: Stage): Layer {
  return { depth: 1.3, paint: (on) => paintHands(on, stage) };
}

function paintHands(context: Canvas2D, { width, height, unit, palette }: Stage): void {
  for (const side of [-1, 1]) {
    for (const [soft, alpha] of [
      [1.22, 0.3],
      [1, 1],
    ] as const) {
      context.save();
      context.translate(width / 2 + side * Math.min(width * 0.36, unit * 0.52), height * 1.02);
      context.scale(side * unit, unit);
      context.rotate(-0.42);
      context.strokeStyle = css(palette.ink, alpha);
      context.lineCap = "round";
      const stroke = (wide: number, from: readonly number[], to: readonly number[]): void => {
        context.lineWidth = wide * soft;
        context.beginPath();
        context.moveTo(from[0] ?? 0, from[1] ?? 0);
        context.lineTo(to[0] ?? 0, to[1] ?? 0);
        context.stroke();
      };
      stroke(0.13, [0, 0.25], [0, -0.06]);
      stroke(0.12, [0, -0.05], [0, -0.13]);
      stroke(0.034, [-0.045, -0.14], [-0.06, -0.265]);
      stroke(0.036, [-0.013, -0.15], [-0.018, -0.29]);
      stroke(0.036, [0.02, -0.15], [0.026, -0.28]);
      stroke(0.032, [0.048, -0.14], [0.066, -0.24]);
      stroke(0.038, [-0.05, -0.06], [-0.125, -0.16]);
      context.restore();
    }
  }
}
