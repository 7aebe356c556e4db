import {
  anglePhrases,
  type CameraMove,
  lensPhrases,
  movePhrases,
  sizePhrases,
} from "../nodes/camera.ts";
import { type Animatic, type AnimaticShot, frameRate } from "./animatic.ts";
import type { Canvas2D, FrameSize } from "./canvas2d.ts";
import { balance, figuresWidth, fillFigures, fontOf, timeCodeOf } from "./text.ts";

const accent = "#f2b441";
const dark = "#0e1013";
const bright = "#f4f5f7";
const plate = "rgba(14,16,19,0.72)";

/** What is written over a frame of the film: number, camera, time, words, and how far the film is. */
export function drawOverlay(
  context: Canvas2D,
  animatic: Animatic,
  shot: AnimaticShot,
  time: number,
  size: FrameSize,
): void {
  const unit = Math.min(size.width, size.height) / 720;
  context.textBaseline = "middle";
  context.textAlign = "left";
  drawWords(context, shot, size, unit);
  drawHead(context, animatic, shot, size, unit);
  drawTime(context, time, size, unit);
  drawProgress(context, animatic, time, size, unit);
}

const margin = 34;
const plateTall = 40;

function drawPlate(context: Canvas2D, x: number, y: number, wide: number, tall: number): void {
  context.fillStyle = plate;
  context.beginPath();
  context.roundRect(x, y, wide, tall, tall * 0.22);
  context.fill();
}

/** The shot's number, its camera words and the arrow of its move. */
function drawHead(
  context: Canvas2D,
  animatic: Animatic,
  shot: AnimaticShot,
  size: FrameSize,
  unit: number,
): void {
  const y = margin * unit;
  const tall = plateTall * unit;
  context.font = fontOf(22 * unit, 700);
  const number = String(shot.number);
  const wide = Math.max(tall, context.measureText(number).width + tall * 0.6);
  context.fillStyle = accent;
  context.beginPath();
  context.roundRect(y, y, wide, tall, tall * 0.22);
  context.fill();
  context.fillStyle = dark;
  context.textAlign = "center";
  context.fillText(number, y + wide / 2, y + tall * 0.52);
  context.textAlign = "left";
  context.font = fontOf(18 * unit, 550);
  const glyph = glyphOf(shot.camera.move) === undefined ? 0 : 30 * unit;
  const room = size.width - y * 2 - wide - 190 * unit - glyph;
  const phrases = cameraPhrases(shot, animatic);
  const lineOf = (count: number): string => phrases.slice(0, count).join("  ·  ");
  let count = phrases.length;
  while (count > 0 && context.measureText(lineOf(count)).width > room) count -= 1;
  const line = lineOf(count);
  if (line === "") return;
  const x = y + wide + 8 * unit;
  drawPlate(context, x, y, context.measureText(line).width + 28 * unit + glyph, tall);
  if (glyph > 0) drawMove(context, shot.camera.move, x + 26 * unit, y + tall / 2, 20 * unit);
  context.fillStyle = bright;
  context.fillText(line, x + 14 * unit + glyph, y + tall * 0.52);
}

/** The first words are the weightiest: where the frame is narrow, the last ones are left out. */
function cameraPhrases(shot: AnimaticShot, animatic: Animatic): string[] {
  const { size, angle, move, lens } = shot.camera;
  const said = [sizePhrases[size], anglePhrases[angle], movePhrases[move], lensPhrases[lens]];
  const [first, ...others] = said.filter((phrase) => phrase !== "");
  if (first === undefined) return [`${shot.number} / ${animatic.shotCount}`];
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others];
}

function drawTime(context: Canvas2D, time: number, size: FrameSize, unit: number): void {
  context.font = fontOf(20 * unit, 600);
  const code = timeCodeOf(time, frameRate);
  const wide = figuresWidth(context, code) + 28 * unit;
  const x = size.width - margin * unit - wide;
  const y = margin * unit;
  drawPlate(context, x, y, wide, plateTall * unit);
  context.fillStyle = bright;
  fillFigures(context, code, x + wide - 14 * unit, y + plateTall * unit * 0.52);
}

/** Dialogue as a subtitle, and under it what happens. */
function drawWords(context: Canvas2D, shot: AnimaticShot, size: FrameSize, unit: number): void {
  const wide = size.width * 0.86;
  const measure = (text: string): number => context.measureText(text).width;
  context.font = fontOf(22 * unit, 450);
  const action = balance(shot.action, Math.min(wide, 1000 * unit), 3, measure);
  context.font = fontOf(29 * unit, 600);
  const said = shot.dialogue === "" ? [] : balance(`“${bare(shot.dialogue)}”`, wide, 2, measure);
  if (action.length + said.length === 0) return;
  const foot = size.height - (margin + 22) * unit;
  const top = foot - (action.length * 31 + said.length * 40 + 16) * unit;
  const shade = context.createLinearGradient(0, top - 70 * unit, 0, size.height);
  shade.addColorStop(0, "rgba(8,9,11,0)");
  shade.addColorStop(0.4, "rgba(8,9,11,0.55)");
  shade.addColorStop(1, "rgba(8,9,11,0.86)");
  context.fillStyle = shade;
  context.fillRect(0, top - 70 * unit, size.width, size.height - top + 70 * unit);
  let y = top + 20 * unit;
  context.textAlign = "center";
  context.fillStyle = bright;
  for (const line of said) {
    context.fillText(line, size.width / 2, y);
    y += 40 * unit;
  }
  context.font = fontOf(22 * unit, 450);
  context.fillStyle = said.length > 0 ? "rgba(214,219,228,0.86)" : "#e8eaee";
  for (const line of action) {
    context.fillText(line, size.width / 2, y);
    y += 31 * unit;
  }
  context.textAlign = "left";
}

const bare = (dialogue: string): string => dialogue.replaceAll(/^[“"']+|[”"']+$/gu, "");

/** One stroke for each shot along the foot of the frame, as long as the shot is. */
function drawProgress(
  context: Canvas2D,
  animatic: Animatic,
  time: number,
  size: FrameSize,
  unit: number,
): void {
  if (animatic.seconds <= 0) return;
  const gap = 5 * unit;
  const left = margin * unit;
  const wide = size.width - left * 2;
  const y = size.height - margin * unit;
  const tall = 5 * unit;
  const at = (seconds: number): number => left + (seconds / animatic.seconds) * wide;
  for (const shot of animatic.shots) {
    const x = at(shot.start);
    const end = Math.max(x + 1, at(shot.start + shot.seconds) - gap);
    context.fillStyle = "rgba(232,234,238,0.26)";
    bar(context, x, y, end - x, tall);
    const now = Math.min(end, at(time));
    context.fillStyle = accent;
    if (now > x) bar(context, x, y, now - x, tall);
  }
}

function bar(context: Canvas2D, x: number, y: number, wide: number, tall: number): void {
  context.beginPath();
  context.roundRect(x, y, wide, tall, Math.min(tall, wide) / 2);
  context.fill();
}

/** Strokes of a sign, from -1 to 1; `turn` in quarter turns. */
interface Glyph {
  readonly kind: "arrow" | "in" | "out" | "ring" | "wave" | "dot";
  readonly turn: number;
}
const glyphs: Partial<Record<CameraMove, Glyph>> = {
  static: { kind: "dot", turn: 0 },
  dollyIn: { kind: "in", turn: 0 },
  dollyOut: { kind: "out", turn: 0 },
  zoomIn: { kind: "in", turn: 0 },
  zoomOut: { kind: "out", turn: 0 },
  panRight: { kind: "arrow", turn: 0 },
  truckRight: { kind: "arrow", turn: 0 },
  tracking: { kind: "arrow", turn: 0 },
  tiltDown: { kind: "arrow", turn: 1 },
  craneDown: { kind: "arrow", turn: 1 },
  panLeft: { kind: "arrow", turn: 2 },
  truckLeft: { kind: "arrow", turn: 2 },
  tiltUp: { kind: "arrow", turn: 3 },
  craneUp: { kind: "arrow", turn: 3 },
  orbit: { kind: "ring", turn: 0 },
  handheld: { kind: "wave", turn: 0 },
};
const glyphOf = (move: CameraMove): Glyph | undefined => glyphs[move];

/** The storyboard's sign for a camera move, about a middle; `size` px across. */
function drawMove(context: Canvas2D, move: CameraMove, x: number, y: number, size: number): void {
  const glyph = glyphOf(move);
  if (glyph === undefined) return;
  context.save();
  context.translate(x, y);
  context.rotate((glyph.turn * Math.PI) / 2);
  context.scale(size / 2, size / 2);
  context.strokeStyle = accent;
  context.fillStyle = accent;
  context.lineWidth = 0.24;
  context.lineCap = "round";
  context.lineJoin = "round";
  signs[glyph.kind](context);
  context.restore();
}

const signs: Record<Glyph["kind"], (context: Canvas2D) => void> = {
  arrow: (context) => {
    strokeLine(context, [-1, 0], [0.9, 0]);
    strokeLine(context, [0.3, -0.6], [0.95, 0], [0.3, 0.6]);
  },
  in: (context) => {
    for (const side of [-1, 1]) {
      strokeLine(context, [side, -0.95], [side * 0.32, -0.28]);
      strokeLine(context, [side, 0.95], [side * 0.32, 0.28]);
      strokeLine(context, [side * 0.85, -0.25], [side * 0.28, -0.25], [side * 0.28, -0.82]);
      strokeLine(context, [side * 0.85, 0.25], [side * 0.28, 0.25], [side * 0.28, 0.82]);
    }
  },
  out: (context) => {
    for (const side of [-1, 1]) {
      strokeLine(context, [side * 0.2, -0.2], [side * 0.9, -0.9]);
      strokeLine(context, [side * 0.2, 0.2], [side * 0.9, 0.9]);
      strokeLine(context, [side * 0.35, -0.95], [side * 0.95, -0.95], [side * 0.95, -0.35]);
      strokeLine(context, [side * 0.35, 0.95], [side * 0.95, 0.95], [side * 0.95, 0.35]);
    }
  },
  ring: (context) => {
    context.beginPath();
    context.arc(0, 0, 0.82, -0.4, 1.4 * Math.PI);
    context.stroke();
    strokeLine(context, [-0.05, -0.4], [-0.3, -0.78], [-0.62, -0.4]);
  },
  wave: (context) => {
    context.beginPath();
    context.moveTo(-1, 0.1);
    context.bezierCurveTo(-0.6, -1, -0.35, -0.9, 0, 0);
    context.bezierCurveTo(0.35, 0.9, 0.6, 1, 1, -0.1);
    context.stroke();
  },
  dot: (context) => {
    strokeLine(context, [-0.75, -0.35], [-0.75, -0.75], [-0.35, -0.75]);
    strokeLine(context, [0.75, 0.35], [0.75, 0.75], [0.35, 0.75]);
    strokeLine(context, [-0.75, 0.35], [-0.75, 0.75], [-0.35, 0.75]);
    strokeLine(context, [0.75, -0.35], [0.75, -0.75], [0.35, -0.75]);
  },
};

function strokeLine(context: Canvas2D, ...points: (readonly [number, number])[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
}
