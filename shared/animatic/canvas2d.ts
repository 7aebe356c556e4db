/**
 * What is needed of a Canvas 2D context: no more than the browser's and @napi-rs/canvas's have in common, so that the
 * same drawing runs in the window and in the worker that renders the video.
 */
export interface Canvas2D {
  fillStyle: string | object;
  strokeStyle: string | object;
  globalAlpha: number;
  globalCompositeOperation: string;
  lineWidth: number;
  lineCap: "butt" | "round" | "square";
  lineJoin: "bevel" | "miter" | "round";
  font: string;
  textAlign: "center" | "end" | "left" | "right" | "start";
  textBaseline: "alphabetic" | "bottom" | "hanging" | "ideographic" | "middle" | "top";
  save: () => void;
  restore: () => void;
  translate: (x: number, y: number) => void;
  scale: (x: number, y: number) => void;
  rotate: (angle: number) => void;
  beginPath: () => void;
  closePath: () => void;
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  bezierCurveTo: (ax: number, ay: number, bx: number, by: number, x: number, y: number) => void;
  quadraticCurveTo: (cx: number, cy: number, x: number, y: number) => void;
  arc: (x: number, y: number, radius: number, start: number, end: number) => void;
  ellipse: (
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    start: number,
    end: number,
  ) => void;
  rect: (x: number, y: number, width: number, height: number) => void;
  roundRect: (x: number, y: number, width: number, height: number, radius: number) => void;
  fill: () => void;
  stroke: () => void;
  clip: () => void;
  fillRect: (x: number, y: number, width: number, height: number) => void;
  fillText: (text: string, x: number, y: number) => void;
  measureText: (text: string) => { readonly width: number };
  createLinearGradient: (x0: number, y0: number, x1: number, y1: number) => Gradient;
  createRadialGradient: (
    x0: number,
    y0: number,
    r0: number,
    x1: number,
    y1: number,
    r1: number,
  ) => Gradient;
  // A method, not a property: its parameter may then be narrower, as both real contexts have it.
  drawImage(image: object, x: number, y: number, width: number, height: number): void;
}

interface Gradient {
  addColorStop: (offset: number, color: string) => void;
}

/** A decoded picture, px: an ImageBitmap, an Image, a canvas. */
export interface Drawable {
  readonly width: number;
  readonly height: number;
}

/** px */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}
