import type { AnimaticShot } from "../../shared/animatic/animatic.ts";
import { paintShot } from "../nodes/panelPicture.ts";
import type { Size } from "../nodes/size.ts";

interface ShotPictureProps {
  readonly shot: AnimaticShot;
  /** px */
  readonly size: Size;
  /** How far its camera move has come, 0 to 1. */
  readonly progress?: number;
  /** Shown instead of what the animatic would draw; empty for none. */
  readonly picture?: string;
}

/** A frame of a shot: a picture where there is one, else what the animatic makes of its words. */
export function ShotPicture({
  shot,
  size,
  progress = 0.5,
  picture = shot.sketch,
}: ShotPictureProps) {
  return picture === "" ? (
    <div
      aria-hidden
      className="shrink-0 bg-cover"
      style={size}
      ref={(element) => {
        if (element !== null) paintShot(element, size, shot, { progress });
      }}
    />
  ) : (
    <img
      src={picture}
      alt=""
      draggable={false}
      decoding="async"
      className="block shrink-0 object-cover"
      style={size}
    />
  );
}
