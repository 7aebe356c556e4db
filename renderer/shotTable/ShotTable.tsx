import { Plus } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { paramLabel } from "../nodes/words.ts";
import { useBoards } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { AnimaticPreview } from "../timeline/AnimaticPreview.tsx";
import { addLast } from "../timeline/edits.ts";
import { useFilm, type Film } from "../timeline/film.ts";
import { chooseClip } from "../timeline/keys.ts";
import { NoClips } from "../timeline/Timeline.tsx";
import { TimelineHeader } from "../timeline/TimelineHeader.tsx";
import {
  cellFor,
  columns,
  nextEditable,
  type Cell,
  type ColumnName,
  type Writing,
} from "./columns.ts";
import { followCells } from "./clipboard.ts";
import { ShotRow } from "./ShotRow.tsx";

/** The shots of the scene as a table: every one of them can be read and changed by keyboard alone. */
export function ShotTable() {
  const { t } = useTranslation("panels");
  const film = useFilm();
  const board = useBoards(({ activeId }) => activeId);
  return (
    <div className="flex min-h-0 flex-1 flex-col" role="region" aria-label={t("table.name")}>
      <TimelineHeader film={film} />
      {film.clips.length > 0 ? <Grid key={board} film={film} /> : <NoClips film={film} />}
      <AnimaticPreview film={film} />
    </div>
  );
}

const typable = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ";

function Grid({ film }: { readonly film: Film }) {
  const { t } = useTranslation("panels");
  const { clips, sceneId, total } = film;
  const box = useRef<HTMLTableElement>(null);
  const selected = useView(({ selectedNodes }) => selectedNodes);
  const [column, setColumn] = useState(firstEditable);
  const [writing, setWriting] = useState<Writing | null>(null);
  const row = Math.max(
    0,
    clips.findIndex(({ id }) => selected.has(id)),
  );

  useEffect(() => {
    const ended = new AbortController();
    if (box.current !== null) followCells(box.current, ended.signal);
    return () => ended.abort();
  }, []);

  const goTo = (cell: Cell): void => {
    setWriting(null);
    setColumn(cell.column);
    const clip = clips[cell.row];
    if (clip !== undefined) chooseClip(clip);
    // After the cell that was written in has given up the focus, and not when a double click has opened the next one.
    requestAnimationFrame(() => {
      const isWriting = box.current?.querySelector("td :is(input, textarea, select):focus");
      if (isWriting === null) focusCell(box.current, cell);
    });
  };
  const key = (event: KeyboardEvent): void => {
    if (writing !== null || event.altKey || event.target instanceof HTMLButtonElement) return;
    const cell = { row, column };
    const control = columns[column]?.control ?? "none";
    const next = cellFor(event.key, cell, clips.length, event.ctrlKey || event.metaKey);
    if (next !== undefined) goTo(next);
    else if (control === "none") return;
    else if (event.key === "Enter" || event.key === "F2") setWriting({ cell, text: undefined });
    else if (typable(event)) {
      setWriting({ cell, text: control === "choice" ? undefined : event.key });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const finish = (cell: Cell, way: "down" | "next" | "before" | "stay"): void => {
    const to = {
      down: { row: Math.min(clips.length - 1, cell.row + 1), column: cell.column },
      next: nextEditable(cell, clips.length, 1),
      before: nextEditable(cell, clips.length, -1),
      stay: cell,
    }[way];
    goTo(to ?? cell);
  };

  return (
    <div className="min-h-0 flex-1 overflow-auto px-4 pb-3">
      <p id="shot-table-about" className="sr-only">
        {t("table.about")}
      </p>
      <table
        ref={box}
        data-clipboard="own"
        role="grid" // oxlint-disable-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the ARIA guide's pattern for a table that is edited
        aria-label={t("table.name")}
        aria-describedby="shot-table-about"
        className="w-full min-w-[1340px] table-fixed border-separate border-spacing-0"
        onKeyDown={key}
      >
        <colgroup>
          {columns.map(({ name, width }) => (
            <col key={name} style={width === null ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th
                key={name}
                scope="col"
                title={name === "characters" ? t("table.charactersAbout") : undefined}
                className="sticky top-0 z-10 truncate border-b border-line bg-surface px-2 py-1.5 text-left text-label font-medium text-ink-soft"
              >
                {headOf(name, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clips.map((clip, i) => (
            <ShotRow
              key={clip.id}
              clip={clip}
              film={film}
              selected={selected.has(clip.id)}
              entry={i === row ? column : null}
              writing={writing?.cell.row === i ? writing : null}
              onGo={goTo}
              onWrite={(cell) => setWriting({ cell, text: undefined })}
              onFinish={finish}
              onLeave={() => setWriting(null)}
            />
          ))}
        </tbody>
      </table>
      <div className="sticky left-0 flex items-center gap-4 pt-2">
        {sceneId !== undefined && (
          <Button className="h-7!" onClick={() => addLast(sceneId)}>
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            {t("table.add")}
          </Button>
        )}
        <span className="text-ink-soft tabular-nums">
          {t("table.total")}: {t("timeline.seconds", { seconds: total })}
        </span>
      </div>
    </div>
  );
}

const firstEditable = columns.findIndex(({ name }) => name === "prompt");

function focusCell(table: HTMLTableElement | null, { row, column }: Cell): void {
  const cell = table?.tBodies[0]?.rows[row]?.cells[column];
  cell?.focus();
  cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function headOf(name: ColumnName, t: ReturnType<typeof useTranslation<"panels">>["t"]): string {
  switch (name) {
    case "number":
    case "picture":
    case "title":
    case "characters":
      return t(`table.${name}`);
    default:
      return paramLabel("shot", name);
  }
}
