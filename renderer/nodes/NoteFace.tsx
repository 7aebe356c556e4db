import { Suspense } from "react";
import { late } from "../app/late.tsx";
import { useCanvas } from "../canvas/canvasStore.ts";
import { useWords } from "../locales/useWords.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import type { AfarProps, FaceProps } from "./face.ts";
import { headerHeight, isCutOff, lineHeight, padding, sizeOf } from "./size.ts";
import { ResizeGrip } from "./ResizeGrip.tsx";
import { TextOnFace } from "./TextOnFace.tsx";
import { useParams } from "./useNode.ts";
import { Writing } from "./Writing.tsx";

const Markdown = late(async () => (await import("./Markdown.tsx")).Markdown);

export function NoteBody({ id }: FaceProps) {
  const params = useParams(id, "note");
  const placement = useBoards((state) => activeBoard(state)?.layout[id]);
  const writing = useCanvas((state) => state.writing === id);
  if (params === undefined) return null;
  const { text } = params;
  const size = sizeOf({ type: "note", params }, "16:9", placement);
  const lines = Math.max(1, Math.floor((size.height - headerHeight - 2 * padding) / lineHeight));
  return (
    <>
      {writing || text === "" ? (
        <TextOnFace id={id} type="note" field="text" text={text} lines={lines} />
      ) : (
        <Page id={id} text={text} isLong={isCutOff(text, size)} />
      )}
      <ResizeGrip id={id} />
    </>
  );
}

export function NoteAfar({ id }: AfarProps) {
  const text = useParams(id, "note")?.text;
  return text === undefined || text === "" ? null : <Writing />;
}

interface PageProps {
  readonly id: FaceProps["id"];
  readonly text: string;
  /** There is more of it than the face has room for. */
  readonly isLong: boolean;
}

/** The text to read. A selected note takes the wheel for itself when it has more to show; the others leave it to the canvas. */
function Page({ id, text, isLong }: PageProps) {
  const { t } = useWords("canvas");
  const selected = useView(({ selectedNodes }) => selectedNodes.has(id));
  const scrolls = isLong && selected;
  return (
    <div
      className={scrolls ? "note-page nowheel" : "note-page"}
      data-long={isLong || undefined}
      data-scrolls={scrolls || undefined}
      // Keys that scroll need a place to start.
      {...(scrolls && { role: "group", tabIndex: 0, "aria-label": t("noteText") })}
    >
      <Suspense fallback={<p className="note-plain">{text}</p>}>
        <Markdown id={id} text={text} />
      </Suspense>
    </div>
  );
}
