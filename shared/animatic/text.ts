import type { Canvas2D } from "./canvas2d.ts";

const ellipsis = "…";

/** @param size px */
export function fontOf(size: number, weight: number): string {
  return `${weight} ${Math.round(size * 10) / 10}px "Inter Variable", Inter, sans-serif`;
}

/** Breaks at white space, inside a word only where it is wider than a line; ends in an ellipsis when lines run out. */
export function wrap(
  text: string,
  width: number,
  lines: number,
  measure: (text: string) => number,
): string[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const wrapped: string[] = [];
  let line = "";
  for (const word of words.flatMap((word) => pieces(word, width, measure))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (wrapped.length === lines - 1) return [...wrapped, shortened(line, width, measure)];
    wrapped.push(line);
    line = word;
  }
  return line === "" ? wrapped : [...wrapped, line];
}

/** The same lines, as even as they can be: no word alone on the last one. */
export function balance(
  text: string,
  width: number,
  lines: number,
  measure: (text: string) => number,
): string[] {
  const full = wrap(text, width, lines, measure);
  if (full.length < 2 || full.at(-1)?.endsWith(ellipsis) === true) return full;
  for (let share = 0.5; share < 1; share += 0.04) {
    const even = wrap(text, width * share, full.length, measure);
    if (even.length === full.length && even.at(-1)?.endsWith(ellipsis) !== true) return even;
  }
  return full;
}

function pieces(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const made: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && measure(piece + letter) > width) {
      made.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...made, piece];
}

function shortened(line: string, width: number, measure: (text: string) => number): string {
  let kept = line;
  while (kept !== "" && measure(kept + ellipsis) > width) kept = kept.slice(0, -1);
  return kept.replace(/[\s.,;:–—-]+$/u, "") + ellipsis;
}

/** Figures that keep their places while they count: each stands in a cell of its own. */
export function fillFigures(context: Canvas2D, text: string, right: number, y: number): number {
  const figure = context.measureText("0").width;
  const mark = figure * 0.5;
  context.textAlign = "center";
  let x = right;
  for (const letter of Array.from(text).toReversed()) {
    const cell = /\d/u.test(letter) ? figure : mark;
    x -= cell / 2;
    context.fillText(letter, x, y);
    x -= cell / 2;
  }
  context.textAlign = "left";
  return right - x;
}

/** Width that `fillFigures` needs, px. */
export function figuresWidth(context: Canvas2D, text: string): number {
  const figure = context.measureText("0").width;
  return Array.from(text).reduce(
    (sum, letter) => sum + (/\d/u.test(letter) ? figure : figure * 0.5),
    0,
  );
}

/** mm:ss:ff */
export function timeCodeOf(seconds: number, frameRate: number): string {
  const frames = Math.floor(seconds * frameRate + 1e-6);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const whole = Math.floor(frames / frameRate);
  return `${two(whole / 60)}:${two(whole % 60)}:${two(frames % frameRate)}`;
}
