/** How large the animatic is shown over the canvas, in px. */

const shares = { "16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1 } as const;
export type PreviewShape = keyof typeof shares;

/** Of the longer side. */
export const least = 320;
export const most = 960;

export interface PreviewSize {
  readonly width: number;
  readonly height: number;
  /** The longer side over the width: an upright picture is resized by its width, and kept by its height. */
  readonly longer: number;
}

/** @param long px of the longer side as the user wants it. @param room px that there is in height. */
export function previewSize(shape: PreviewShape, long: number, room: number): PreviewSize {
  const share = shares[shape];
  const side = Math.min(most, Math.max(least, long));
  const [width, height] = share >= 1 ? [side, side / share] : [side * share, side];
  const scale = Math.min(1, Math.max(room, 120) / height);
  return {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    longer: Math.max(1, 1 / share),
  };
}
