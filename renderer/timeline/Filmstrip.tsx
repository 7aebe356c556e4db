import type { AnimaticShot } from "../../shared/animatic/animatic.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { usePictureOf } from "./picture.ts";
import { ShotPicture } from "./ShotPicture.tsx";

interface FilmstripProps {
  readonly id: NodeId;
  readonly sceneId: NodeId | undefined;
  readonly shot: AnimaticShot;
  readonly aspectRatio: "16:9" | "9:16" | "1:1";
  /** px */
  readonly width: number;
  readonly height: number;
}

const shares = { "16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1 } as const;
/** Frames of a strip are taken from so many moments, so that few have to be painted. */
const moments = 6;

/** Frames of the shot side by side, as its camera moves. */
export function Filmstrip({ id, sceneId, shot, aspectRatio, width, height }: FilmstripProps) {
  const picture = usePictureOf(id, sceneId, shot.sketch);
  const across = Math.max(16, Math.round(height * shares[aspectRatio]));
  const count = Math.max(1, Math.ceil(width / across));
  return (
    <div className="flex h-full" aria-hidden>
      {Array.from({ length: count }, (_, i) => (
        <ShotPicture
          // A frame has no other name than its place.
          key={i}
          shot={shot}
          size={{ width: across, height }}
          progress={Math.round(((i + 0.5) / count) * moments) / moments}
          picture={picture}
        />
      ))}
    </div>
  );
}
