import type { AfarProps, FaceProps } from "./face.ts";
import { ResizeGrip } from "./ResizeGrip.tsx";
import { useNode, useParams } from "./useNode.ts";
import { nodeName } from "./words.ts";

/** A frame is its name, a line of notes and its ground; what lies in it is drawn by itself. */
export function FrameBody({ id }: FaceProps) {
  const notes = useParams(id, "frame")?.notes;
  return (
    <>
      {notes !== undefined && notes !== "" && <p className="board-node-line">{notes}</p>}
      <ResizeGrip id={id} />
    </>
  );
}

/** What frames are called is how people find their way about a large board. */
export function FrameAfar({ id, legible }: AfarProps) {
  const node = useNode(id);
  if (node === undefined || !legible) return null;
  return <p className="afar-words">{nodeName(node, undefined)}</p>;
}
