import { createCanvas, ImageData } from "@napi-rs/canvas";
import type { Picture } from "../../media/picture.ts";

/** px; enough for a node's face and for the library's grid on a dense screen. */
const longestSide = 640;
const quality = 82;

/** The picture as JPEG, not larger than needed. */
export async function jpegOf({ width, height, data }: Picture): Promise<Uint8Array> {
  const whole = createCanvas(width, height);
  whole.getContext("2d").putImageData(new ImageData(data, width, height), 0, 0);
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const small = createCanvas(Math.round(width * scale), Math.round(height * scale));
  small.getContext("2d").drawImage(whole, 0, 0, small.width, small.height);
  return small.encode("jpeg", quality);
}
