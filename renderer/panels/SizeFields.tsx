import { useState } from "react";
import { useTranslation } from "react-i18next";
import { resizeNode } from "../../shared/board/edits.ts";
import { nodeOf } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { nameOf } from "../canvas/commands.ts";
import { Changing } from "./Changing.tsx";
import { sizeOf, type Size } from "../nodes/size.ts";
import { activeBoard, edit, useBoards } from "../stores/boardStore.ts";
import { Field, TextInput } from "../ui/Field.tsx";

/** How large a note or a frame is, in px of the canvas: what its corner does for a hand, for a keyboard. */
export function SizeFields({ id }: { readonly id: NodeId }) {
  const { t } = useTranslation("panels");
  const board = useBoards(activeBoard);
  const node = board && nodeOf(board, id);
  if (board === undefined || node === undefined) return null;
  const size = sizeOf(node, "16:9", { ...board.layout[id], collapsed: false });
  const change = (part: Partial<Size>): void => {
    const { width: w, height: h } = { ...size, ...part };
    edit(
      { key: "resize", values: { name: nameOf(id) } },
      (now) => resizeNode(now, id, { w, h }),
      `size:${id}`,
    );
  };
  return (
    <Changing>
      <div className="grid grid-cols-2 gap-3">
        <Length
          label={t("size.width")}
          value={size.width}
          onChange={(width) => change({ width })}
        />
        <Length
          label={t("size.height")}
          value={size.height}
          onChange={(height) => change({ height })}
        />
      </div>
    </Changing>
  );
}

/** px: less has no room for a name, more is no note. */
const least = 120;
const most = 10_000;
const step = 10;

interface LengthProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (px: number) => void;
}

/** What is typed counts when the field is left or Enter is pressed; the arrows count at once. */
function Length({ label, value, onChange }: LengthProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (px: number): void => {
    setDraft(null);
    if (Number.isFinite(px)) onChange(Math.min(most, Math.max(least, Math.round(px))));
  };
  return (
    <Field label={label}>
      {(named) => (
        <TextInput
          {...named}
          inputMode="numeric"
          autoComplete="off"
          className="tabular-nums"
          value={draft ?? String(value)}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => draft !== null && keep(Number.parseFloat(draft))}
          onKeyDown={(event) => {
            const steps = { ArrowUp: step, ArrowDown: -step, Enter: 0 }[event.key];
            if (steps === undefined) return;
            event.preventDefault();
            keep((draft === null ? value : Number.parseFloat(draft)) + steps);
          }}
        />
      )}
    </Field>
  );
}
