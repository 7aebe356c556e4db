import { useRef, useState } from "react";
import { useWords } from "../locales/useWords.ts";
import type { BoardNode, NodeId } from "../../shared/board/schema.ts";
import { atCanvas, useCanvas } from "../canvas/canvasStore.ts";
import { titleWords } from "../canvas/commands.ts";
import { focusCanvas } from "../canvas/surface.ts";
import { keepInField } from "../commands/keyboard.ts";
import { useFact } from "./facts.ts";
import { nodeName, typeName } from "./words.ts";

/** The name in the header; a double click or F2 writes it. */
export function Title({ id, node }: { readonly id: NodeId; readonly node: BoardNode }) {
  // Speaks again when the language changes.
  useWords("nodes");
  const writing = useCanvas((state) => state.renaming === id);
  const numeral = useFact(id)?.numeral;
  if (writing) return <TitleField id={id} title={node.title ?? ""} type={node.type} />;
  const own = node.type === "shot" ? node.title : undefined;
  return (
    <span className="board-node-title">
      <strong>
        {nodeName({ ...node, title: node.type === "shot" ? undefined : node.title }, numeral)}
      </strong>
      {own !== undefined && <span className="board-node-subtitle">{own}</span>}
    </span>
  );
}

interface TitleFieldProps {
  readonly id: NodeId;
  readonly title: string;
  readonly type: string;
}

function TitleField({ id, title, type }: TitleFieldProps) {
  const { t } = useWords("canvas");
  const dropped = useRef(false);
  const [words] = useState(() => titleWords(id, title));
  const close = (): void => {
    atCanvas({ renaming: null });
    focusCanvas(id);
  };
  return (
    <input
      className="board-node-rename nodrag nopan"
      aria-label={t("title")}
      placeholder={typeName(type)}
      defaultValue={title}
      maxLength={200}
      ref={(input) => {
        input?.focus({ preventScroll: true });
        input?.select();
      }}
      onChange={(event) => words.soon(event.target.value)}
      onKeyDown={(event) => {
        if (!keepInField(event)) return;
        if (event.key === "Escape") dropped.current = true;
        if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
      }}
      onBlur={(event) => {
        if (dropped.current) words.drop();
        else words.keep(event.target.value);
        close();
      }}
    />
  );
}
