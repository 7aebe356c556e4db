import type { FaceProps } from "./face.ts";
import { ResizeGrip } from "./ResizeGrip.tsx";
import { useParams } from "./useNode.ts";

/** A frame is its name, a line of notes and its ground; what lies in it is drawn by itself. */
export function FrameBody({ id, far }: FaceProps) {
  const notes = useParams(id, "frame")?.notes;
  if (far) return null;
  return (
    <>
      {notes !== undefined && notes !== "" && <p className="board-node-line">{notes}</p>}
      <ResizeGrip id={id} />
    </>
  );
}
