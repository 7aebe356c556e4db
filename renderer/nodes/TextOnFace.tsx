import { useLayoutEffect } from "react";
import { useWords } from "../locales/useWords.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { setParam } from "../../shared/board/edits.ts";
import { atCanvas, useCanvas } from "../canvas/canvasStore.ts";
import { nameOf } from "../canvas/commands.ts";
import { focusCanvas, showWhole } from "../canvas/surface.ts";
import { keepInField } from "../commands/keyboard.ts";
import { edit } from "../stores/boardStore.ts";
import { settleNow } from "../stores/settled.ts";
import { writeNow, writeSoon } from "../stores/writing.ts";
import { lineHeight } from "./size.ts";
import { paramLabel } from "./words.ts";

interface TextOnFaceProps {
  readonly id: NodeId;
  readonly type: string;
  readonly field: string;
  readonly text: string;
  /** As many as the face has room for; the rest is cut off. */
  readonly lines: number;
  /** How many lines a text needs, on a face that grows with it. */
  readonly linesOf?: (text: string) => number;
}

/** A param's text on a face; a double click or Enter writes it in place. */
export function TextOnFace(props: TextOnFaceProps) {
  const { id, text, lines } = props;
  const { t } = useWords("canvas");
  const writing = useCanvas((state) => state.writing === id);
  if (writing) return <Field {...props} />;
  return (
    <p
      className="board-node-text"
      data-empty={text === "" || undefined}
      style={{ height: lines * lineHeight, WebkitLineClamp: lines }}
    >
      {text === "" ? t("writeHere") : text}
    </p>
  );
}

function Field({ id, type, field, text, lines, linesOf = () => lines }: TextOnFaceProps) {
  // Drawn again when the hand pauses: by then it may have grown beyond the edge of the view.
  useLayoutEffect(() => showWhole(id));
  const write = (value: string): void => {
    edit(
      { key: "write", values: { name: nameOf(id) } },
      (board) => setParam(board, id, field, value),
      `param:${id}:${field}`,
    );
    // It is written when the hand pauses: nobody need wait for another pause.
    settleNow();
  };
  return (
    <textarea
      className="board-node-field nodrag nopan nowheel"
      aria-label={paramLabel(type, field)}
      style={{ height: lines * lineHeight + 8 }}
      ref={(area) => {
        if (area === null || document.activeElement === area) return;
        // Left alone while it is written in, so that the field's own undo comes first.
        area.value = text;
        area.focus({ preventScroll: true });
        area.setSelectionRange(text.length, text.length);
      }}
      onChange={(event) => {
        const { value } = event.target;
        writeSoon(() => write(value));
        if (linesOf(value) !== lines) writeNow();
      }}
      onKeyDown={(event) => {
        if (keepInField(event) && event.key === "Escape") {
          event.currentTarget.blur();
          focusCanvas(id);
        }
      }}
      onBlur={() => {
        writeNow();
        atCanvas({ writing: null });
      }}
    />
  );
}
