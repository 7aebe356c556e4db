import type { VideoSample } from "mediabunny";

/** One decoded picture: 8-bit RGBA, rows from the top, px. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The published types lag behind the standard, which has `format` here. */
const asRgba: VideoFrameCopyToOptions & { format: "RGBA" } = { format: "RGBA" };

/** Decodes with the colour matrix that the file names: the codec's own conversion takes BT.601 for everything. */
export async function pictureOf(sample: VideoSample): Promise<Picture> {
  const width = sample.visibleRect.width;
  const height = sample.visibleRect.height;
  if (sample.format !== "I420") {
    const data = new Uint8ClampedArray(sample.allocationSize(asRgba));
    await sample.copyTo(data, asRgba);
    return { width, height, data };
  }
  const planes = new Uint8Array(sample.allocationSize());
  const layout = await sample.copyTo(planes);
  const [y, u, v] = layout;
  if (y === undefined || u === undefined || v === undefined) throw new Error("A plane is missing.");
  const matrix = matrixOf(sample.colorSpace.matrix ?? null, height);
  const fullRange = sample.colorSpace.fullRange === true;
  const data = rgbaOf({ width, height, planes, y, u, v }, matrix, fullRange);
  return { width, height, data };
}

interface Plane {
  readonly offset: number;
  readonly stride: number;
}
interface Planes {
  readonly width: number;
  readonly height: number;
  readonly planes: Uint8Array;
  readonly y: Plane;
  readonly u: Plane;
  readonly v: Plane;
}
/** Weights of red and blue in brightness. */
type Matrix = readonly [red: number, blue: number];

/** Unnamed: what browsers take, BT.709 from 720 lines on. */
function matrixOf(name: string | null, height: number): Matrix {
  if (name === "bt2020-ncl") return [0.2627, 0.0593];
  if (name === "bt709" || (name === null && height >= 720)) return [0.2126, 0.0722];
  return [0.299, 0.114];
}

function rgbaOf(picture: Planes, [red, blue]: Matrix, fullRange: boolean): Uint8ClampedArray {
  const { width, height, planes, y, u, v } = picture;
  const data = new Uint8ClampedArray(width * height * 4);
  const [black, gain, chroma] = fullRange ? [0, 1, 1] : [16, 255 / 219, 255 / 224];
  const green = 1 - red - blue;
  const rv = 2 * (1 - red) * chroma;
  const bu = 2 * (1 - blue) * chroma;
  const gv = (-rv * red) / green;
  const gu = (-bu * blue) / green;
  let out = 0;
  for (let row = 0; row < height; row += 1) {
    const yRow = y.offset + row * y.stride;
    const uRow = u.offset + (row >> 1) * u.stride;
    const vRow = v.offset + (row >> 1) * v.stride;
    for (let column = 0; column < width; column += 1, out += 4) {
      const light = ((planes[yRow + column] ?? 0) - black) * gain;
      const cb = (planes[uRow + (column >> 1)] ?? 128) - 128;
      const cr = (planes[vRow + (column >> 1)] ?? 128) - 128;
      data[out] = light + rv * cr;
      data[out + 1] = light + gu * cb + gv * cr;
      data[out + 2] = light + bu * cb;
      data[out + 3] = 255;
    }
  }
  return data;
}
