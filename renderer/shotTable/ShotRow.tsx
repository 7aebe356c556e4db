import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { BoardNode } from "../../shared/board/schema.ts";
import { useFact } from "../nodes/facts.ts";
import { useNode } from "../nodes/useNode.ts";
import { choiceName } from "../nodes/words.ts";
import { classes } from "../ui/classes.ts";
import type { Clip, Film } from "../timeline/film.ts";
import { usePictureOf } from "../timeline/picture.ts";
import { ShotPicture } from "../timeline/ShotPicture.tsx";
import { columns, textOf, type Cell, type Column, type Writing } from "./columns.ts";
import { CellEditor, type Way } from "./CellEditor.tsx";

interface ShotRowProps {
  readonly clip: Clip;
  readonly film: Film;
  readonly selected: boolean;
  /** The column that Tab comes to, when it is in this row. */
  readonly entry: number | null;
  readonly writing: Writing | null;
  readonly onGo: (cell: Cell) => void;
  readonly onWrite: (cell: Cell) => void;
  readonly onFinish: (cell: Cell, way: Way) => void;
  readonly onLeave: () => void;
}

export function ShotRow({ clip, film, selected, entry, writing, ...on }: ShotRowProps) {
  const node = useNode(clip.id);
  if (node === undefined) return null;
  return (
    <tr data-shot={clip.id} aria-selected={selected} className="group">
      {columns.map((column, c) => {
        const cell = { row: clip.index, column: c };
        const written = writing?.cell.column === c;
        return (
          <td
            key={column.name}
            tabIndex={entry === c ? 0 : -1}
            data-area-first={entry === c || undefined}
            onClick={() => !written && on.onGo(cell)}
            onDoubleClick={() => column.control !== "none" && on.onWrite(cell)}
            className={classes(
              "relative h-[52px] border-b border-line px-2 align-middle outline-none focus-visible:z-[5] focus-visible:shadow-[inset_0_0_0_2px_var(--focus)]",
              selected ? "bg-raised" : "group-hover:bg-hover/60",
              c === 0 && selected && "shadow-[inset_2px_0_0_var(--accent)]",
            )}
          >
            {written ? (
              <CellEditor
                id={clip.id}
                column={column}
                held={textOf(node, column.name)}
                text={writing.text ?? textOf(node, column.name)}
                onFinish={(way) => on.onFinish(cell, way)}
                onLeave={on.onLeave}
              />
            ) : (
              <CellWords clip={clip} film={film} node={node} column={column} />
            )}
          </td>
        );
      })}
    </tr>
  );
}

interface CellWordsProps {
  readonly clip: Clip;
  readonly film: Film;
  readonly node: BoardNode;
  readonly column: Column;
}

function CellWords({ clip, film, node, column }: CellWordsProps) {
  const { t } = useTranslation("panels");
  const text = textOf(node, column.name);
  switch (column.control) {
    case "choice":
      return (
        <span className={classes("block truncate", text === "" && "text-ink-soft opacity-60")}>
          {text === "" ? "–" : choiceName("shot", column.name, text)}
        </span>
      );
    case "seconds":
      return (
        <span className="flex items-center gap-1.5 tabular-nums">
          {t("timeline.seconds", { seconds: text })}
          {clip.locked && (
            <Lock size={11} strokeWidth={2} className="text-accent-ink" aria-hidden />
          )}
        </span>
      );
    case "line":
    case "text":
      return <span className="line-clamp-2 break-words">{text}</span>;
    case "none":
      return <Found clip={clip} film={film} column={column} />;
  }
}

/** What is not written but found out. */
function Found({ clip, film, column }: Omit<CellWordsProps, "node">) {
  const fact = useFact(clip.id);
  const shot = film.animatic?.shots[clip.index];
  const picture = usePictureOf(clip.id, film.sceneId, shot?.sketch ?? "");
  if (column.name === "number") {
    return <span className="font-semibold text-accent-ink tabular-nums">{clip.index + 1}</span>;
  }
  if (column.name === "picture") {
    if (shot === undefined) return null;
    const [width, height] = { "16:9": [76, 43], "9:16": [24, 43], "1:1": [43, 43] }[
      film.animatic?.aspectRatio ?? "16:9"
    ] as [number, number];
    return (
      <span className="block w-fit overflow-hidden rounded-[4px]">
        <ShotPicture shot={shot} size={{ width, height }} picture={picture} />
      </span>
    );
  }
  const limit = fact?.limit ?? 512;
  const count = fact?.shot?.words.reduce((sum, { text }) => sum + text.length, 0);
  if (count === undefined) return null;
  return (
    <span className={classes("tabular-nums", count > limit ? "text-stale" : "text-ink-soft")}>
      {`${count} / ${limit}`}
    </span>
  );
}
