import type { Canvas2D } from "./canvas2d.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { css, mix } from "./color.ts";
import {
  paintFurrows,
  paintGround,
  paintReflections,
  paintRoad,
  paintRoom,
  paintWater,
} from "./ground.ts";
import { paintFirs, paintGrass, paintRidge, paintSkyline, paintTrunks } from "./land.ts";
import type { Place } from "./mood.ts";
import { paintSky } from "./sky.ts";
import type { Layer, Stage } from "./stage.ts";

type Paint = (context: Canvas2D, stage: Stage, chance: Chance) => void;
type Sheet = readonly [depth: number, paint: Paint];

/** What stands behind the subject, from far to near. */
export function placeLayers(stage: Stage, seed: number): Layer[] {
  const sheets = scenery[stage.mood.place];
  return sheets.map(([depth, paint], i) => ({
    depth,
    paint: (context) => paint(context, stage, chanceOf(seed + i * 7919)),
  }));
}

const sky: Sheet = [0.06, paintSky];

/** How much of the far is veiled. */
const veil = ({ mood }: Stage): number => (mood.weather === "clear" ? 0.3 : 0.62);

const farRidge =
  (base: number, rise: number, rough: number, share: number): Paint =>
  (context, stage, chance) => {
    const { palette, horizon, unit } = stage;
    paintRidge(context, stage, chance, {
      base: horizon - unit * base,
      rise: unit * rise,
      rough,
      color: mix(mix(palette.far, palette.near, share), palette.skyLow, veil(stage) * (1 - share)),
      mist: palette.skyLow,
    });
  };

const ground: Sheet = [
  0.55,
  (context, stage) => paintGround(context, stage, stage.palette.far, stage.palette.near),
];

const scenery: Record<Place, readonly Sheet[]> = {
  sea: [sky, [0.14, farRidge(-0.005, 0.05, 0.4, 0.15)], [0.5, paintWater]],
  mountain: [
    sky,
    [0.12, farRidge(0.2, 0.16, 0.95, 0)],
    [0.22, farRidge(0.08, 0.12, 0.8, 0.35)],
    ground,
    [0.4, farRidge(0.0, 0.05, 0.5, 0.7)],
  ],
  desert: [
    sky,
    [0.14, farRidge(0.05, 0.06, 0.2, 0.05)],
    ground,
    [0.45, farRidge(-0.04, 0.05, 0.05, 0.35)],
    [0.7, farRidge(-0.16, 0.07, 0.02, 0.65)],
  ],
  field: [
    sky,
    [0.14, farRidge(0.04, 0.06, 0.3, 0.1)],
    [0.3, farWood(0.07, 0.3)],
    ground,
    [0.6, (context, stage) => paintFurrows(context, stage, stage.palette.ink)],
  ],
  forest: [
    sky,
    [0.15, farWood(0.34, 0.05)],
    [0.28, farWood(0.26, 0.4)],
    ground,
    [0.45, trunks(0.035, 0.2, 0.01, 0.35)],
    [0.7, trunks(0.06, 0.42, 0.06, 0.75)],
  ],
  city: [
    sky,
    [0.16, skyline(0.55, 0.05, 0.25)],
    [0.32, skyline(0.38, 0.55, 0.4)],
    ground,
    [0.55, (context, stage) => street(context, stage)],
    [0.56, (context, stage, chance) => paintReflections(context, stage, chance, wetness(stage))],
  ],
  road: [
    sky,
    [0.12, farRidge(0.08, 0.09, 0.6, 0.1)],
    [0.25, farRidge(0.02, 0.04, 0.4, 0.5)],
    ground,
    [0.55, (context, stage) => street(context, stage)],
    [
      0.56,
      (context, stage, chance) => paintReflections(context, stage, chance, wetness(stage) * 0.5),
    ],
  ],
  interior: [[0.4, paintRoom]],
  space: [sky, [0.5, farRidge(-0.12, 0.05, 0.35, 0.75)]],
};

function farWood(tall: number, share: number): Paint {
  return (context, stage, chance) => {
    const { palette, horizon, unit } = stage;
    const color = mix(
      mix(palette.far, palette.near, share),
      palette.skyLow,
      veil(stage) * (1 - share) * 0.8,
    );
    paintFirs(context, stage, chance, {
      foot: horizon + unit * 0.01,
      tall: unit * tall,
      color,
      dense: 1.6,
    });
  };
}

function trunks(thick: number, gap: number, foot: number, share: number): Paint {
  return (context, stage, chance) => {
    const { palette, horizon, unit } = stage;
    paintTrunks(context, stage, chance, {
      foot: horizon + unit * foot,
      thick: unit * thick,
      gap: unit * gap,
      color: mix(palette.far, palette.near, share),
    });
  };
}

function skyline(tall: number, share: number, lit: number): Paint {
  return (context, stage, chance) => {
    const { palette, horizon, unit, mood } = stage;
    const dark = mood.time === "night" ? 1 : mood.time === "dusk" ? 0.5 : 0.16;
    paintSkyline(context, stage, chance, {
      foot: horizon + unit * 0.01,
      tall: unit * tall,
      color: mix(mix(palette.far, palette.near, share), palette.skyLow, veil(stage) * (1 - share)),
      window: palette.glow,
      lit: lit * dark,
    });
  };
}

function street(context: Canvas2D, stage: Stage): void {
  const { palette } = stage;
  paintRoad(
    context,
    stage,
    mix(palette.near, palette.ink, 0.45),
    mix(palette.glow, palette.far, 0.3),
  );
}

const wetness = ({ mood }: Stage): number =>
  mood.weather === "rain" ? 1 : mood.time === "night" ? 0.5 : 0.12;

/** Between us and the subject: dark, near and out of the way. */
export function foregroundLayer(stage: Stage, seed: number): Layer {
  return {
    depth: 1.7,
    paint: (context) => foreground(context, stage, chanceOf(seed)),
  };
}

function foreground(context: Canvas2D, stage: Stage, chance: Chance): void {
  const { palette, height, unit, mood } = stage;
  const foot = height * 1.02;
  const ridge = (rise: number, rough: number): void =>
    paintRidge(context, stage, chance, {
      base: foot - unit * 0.02,
      rise: unit * rise,
      rough,
      color: palette.ink,
      mist: palette.ink,
    });
  if (mood.place === "field" || mood.place === "forest") {
    paintGrass(context, stage, chance, { foot, tall: unit * 0.2, color: palette.ink });
  } else if (mood.place === "mountain" || mood.place === "space") ridge(0.05, 0.8);
  else if (mood.place === "desert") ridge(0.05, 0.02);
  else if (mood.place === "sea") railing(context, stage);
}

/** The rail of a deck or a pier. */
function railing(context: Canvas2D, { palette, left, right, height, unit }: Stage): void {
  context.fillStyle = css(palette.ink);
  context.fillRect(left, height * 0.945, right - left, unit * 0.016);
  context.fillRect(left, height * 1.03, right - left, unit * 0.01);
  for (let x = left; x < right; x += unit * 0.3) {
    context.fillRect(x, height * 0.945, unit * 0.014, height * 0.4);
  }
}
