import { activeBoard, useBoards } from "../stores/boardStore.ts";
import type { FaceProps } from "./face.ts";
import { headerHeight, lineHeight, padding, sizeOf } from "./size.ts";
import { ResizeGrip } from "./ResizeGrip.tsx";
import { TextOnFace } from "./TextOnFace.tsx";
import { useParams } from "./useNode.ts";

export function NoteBody({ id, far }: FaceProps) {
  const text = useParams(id, "note")?.text;
  const placement = useBoards((state) => activeBoard(state)?.layout[id]);
  if (text === undefined || far) return null;
  const { height } = sizeOf({ type: "note", params: {} }, "16:9", placement);
  const lines = Math.max(1, Math.floor((height - headerHeight - 2 * padding) / lineHeight));
  return (
    <>
      <TextOnFace id={id} type="note" field="text" text={text} lines={lines} />
      <ResizeGrip id={id} />
    </>
  );
}
