import { boardLimits } from "../../../shared/board/schema.ts";

/** A picture file becomes a small data URI, so that a board that is handed to somebody else has its pictures. */

/** px of the longer side. */
const longest = 1280;

export type PictureReading =
  | { readonly ok: true; readonly dataUri: string }
  | { readonly ok: false; readonly reason: "notPicture" | "pictureTooLarge" };

/** The size of a picture made no longer than `longest` px on any side; never made larger. */
export function fittedSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

export async function readPicture(file: Blob): Promise<PictureReading> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return { ok: false, reason: "notPicture" };
  const { width, height } = fittedSize(bitmap.width, bitmap.height);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) return { ok: false, reason: "notPicture" };
  // JPEG knows nothing of transparency and would make it black.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  for (const quality of [0.86, 0.7]) {
    const dataUri = canvas.toDataURL("image/jpeg", quality);
    if (dataUri.length <= boardLimits.pictureCharacters) return { ok: true, dataUri };
  }
  return { ok: false, reason: "pictureTooLarge" };
}

/** Bytes of the picture in a data URI. */
export const bytesInside = (dataUri: string): number =>
  Math.floor(((dataUri.length - dataUri.indexOf(",") - 1) * 3) / 4);
