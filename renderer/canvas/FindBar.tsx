import { ChevronDown, ChevronUp, X, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import { nodeOf } from "../../shared/board/graph.ts";
import { paramLabel } from "../nodes/words.ts";
import { activeBoard, edit, useBoards } from "../stores/boardStore.ts";
import { showNode } from "../stores/viewStore.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { nameOf } from "./commands.ts";
import { canReplace, findIn, replaceIn, type Find } from "./find.ts";
import { focusCanvas } from "./surface.ts";

/** Find in board: words, ids and values, with a jump to each and a replacement in texts. */
export function FindBar() {
  const finding = useCanvas((state) => state.finding);
  // Asked for again while it is open, it takes the focus back.
  return finding === null ? null : <Bar key={finding.asked} />;
}

function Bar() {
  const { t } = useTranslation(["canvas", "nodes"]);
  const board = useBoards(activeBoard);
  const [query, setQuery] = useState("");
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  if (board === undefined) return null;
  const finds = findIn(board, query, nameOf);
  const index = Math.min(at, Math.max(0, finds.length - 1));
  const find = finds[index];
  const close = (): void => {
    atCanvas({ finding: null });
    focusCanvas(find?.nodeId);
  };
  const go = (list: readonly Find[], to: number): void => {
    const next = list.length === 0 ? 0 : (to + list.length) % list.length;
    setAt(next);
    const target = list[next];
    if (target !== undefined) showNode(target.nodeId);
  };
  const replace = (chosen: readonly Find[]): void => {
    const count = chosen.filter((each) => canReplace(board, each)).length;
    edit({ key: "replace", values: { count, query, words } }, (now) =>
      replaceIn(now, chosen, query, words),
    );
  };
  const replaceable = finds.filter((each) => canReplace(board, each));
  return (
    <search aria-label={t("canvas:find.name")} className="find-bar">
      <div className="flex items-center gap-1">
        <input
          type="search"
          ref={focusNew}
          className="find-field"
          aria-label={t("canvas:find.query")}
          placeholder={t("canvas:find.query")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            go(findIn(board, event.target.value, nameOf), 0);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") close();
            if (event.key === "Enter") go(finds, index + (event.shiftKey ? -1 : 1));
          }}
        />
        <IconButton
          label={t("canvas:find.previous")}
          icon={ChevronUp}
          run={() => go(finds, index - 1)}
        />
        <IconButton
          label={t("canvas:find.next")}
          icon={ChevronDown}
          run={() => go(finds, index + 1)}
        />
        <IconButton label={t("canvas:find.close")} icon={X} run={close} />
      </div>
      <p role="status" className="flex gap-2 px-1 text-label text-ink-soft">
        <span className="tabular-nums">
          {query === ""
            ? t("canvas:find.hint")
            : t("canvas:find.count", {
                index: find === undefined ? 0 : index + 1,
                count: finds.length,
              })}
        </span>
        {find !== undefined && <span className="truncate">{placeOf(find.nodeId, find.field)}</span>}
      </p>
      <div className="flex items-center gap-1">
        <input
          className="find-field"
          aria-label={t("canvas:find.words")}
          placeholder={t("canvas:find.words")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") close();
          }}
        />
        <TextButton
          disabled={find === undefined || !canReplace(board, find)}
          run={() => find !== undefined && replace([find])}
        >
          {t("canvas:find.replace")}
        </TextButton>
        <TextButton disabled={replaceable.length === 0} run={() => replace(finds)}>
          {t("canvas:find.replaceAll")}
        </TextButton>
      </div>
    </search>
  );
}

const focusNew = (input: HTMLInputElement | null): void => input?.focus({ preventScroll: true });

/** Such as "Shot 2 · What happens in this shot". */
function placeOf(id: NodeId, field: string): string {
  const board = activeBoard(useBoards.getState());
  const type = board && nodeOf(board, id)?.type;
  return field === "" || type === undefined
    ? nameOf(id)
    : `${nameOf(id)} · ${paramLabel(type, field)}`;
}

interface IconButtonProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

function IconButton({ label, icon: Icon, run }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={run}
      className="grid size-7 shrink-0 place-items-center rounded-sm text-ink-soft hover:bg-hover hover:text-ink"
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

interface TextButtonProps {
  readonly disabled: boolean;
  readonly run: () => void;
  readonly children: string;
}

function TextButton({ disabled, run, children }: TextButtonProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={run}
      className="h-7 shrink-0 rounded-sm border border-line-strong px-2 text-node hover:bg-hover disabled:opacity-50"
    >
      {children}
    </button>
  );
}
