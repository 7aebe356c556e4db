import { ChevronDown, ChevronUp, X, type LucideIcon } from "lucide-react";
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import { nodeOf } from "../../shared/board/graph.ts";
import { profileOf } from "../../shared/models/profiles.ts";
import { choiceName, paramLabel } from "../nodes/words.ts";
import { activeBoard, activeTab, edit, useBoards } from "../stores/boardStore.ts";
import { showNode } from "../stores/viewStore.ts";
import { goBackThere } from "./cameFrom.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { boardNow, nameOf } from "./commands.ts";
import { canReplace, findIn, type Find, type Names } from "./find.ts";
import { replaceIn } from "./replace.ts";
import { focusCanvas } from "./surface.ts";

const names: Names = {
  ofNode: nameOf,
  ofChoice: (type, field, value) => profileOf(value)?.name ?? choiceName(type, field, value),
};

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
  /** In how many texts words have just been replaced. */
  const [replaced, setReplaced] = useState<number | null>(null);
  /** Names whose mentions were left alone. */
  const [kept, setKept] = useState<readonly string[]>([]);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const readOnly = useBoards((state) => activeTab(state)?.readOnly ?? false);
  if (board === undefined) return null;
  const finds = findIn(board, query, names);
  const index = Math.min(at, Math.max(0, finds.length - 1));
  const find = finds[index];
  const mayReplace = (each: Find): boolean => !readOnly && canReplace(board, each);
  const close = (): void => {
    atCanvas({ finding: null });
    if (find === undefined) goBackThere();
    else focusCanvas(find.nodeId);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape") close();
  };
  const go = (list: readonly Find[], to: number): void => {
    setReplaced(null);
    setKept([]);
    const next = list.length === 0 ? 0 : (to + list.length) % list.length;
    setAt(next);
    const target = list[next];
    if (target !== undefined) showNode(target.nodeId);
  };
  const replace = (chosen: readonly Find[]): void => {
    const result = replaceIn(board, chosen, query, words);
    const isChanged = ({ nodeId, field: name }: Find): boolean =>
      nodeOf(result.board, nodeId)?.params[name] !== nodeOf(board, nodeId)?.params[name];
    const count = chosen.filter((each) => mayReplace(each) && isChanged(each)).length;
    edit({ key: "replace", values: { count, query, words } }, () => result.board);
    const after = boardNow() ?? board;
    const left = findIn(after, query, names);
    // What the words were replaced with may hold them too, and then it is the next one's turn.
    go(left, left.length < finds.length ? index : index + 1);
    if (result.kept.length === 0 || count > 0) setReplaced(count);
    setKept(result.kept);
    // The buttons have nothing more to do.
    if (!left.some(mayReplace)) field.current?.focus();
  };
  return (
    <search aria-label={t("canvas:find.name")} className="find-bar">
      <div className="flex items-center gap-1">
        <input
          type="search"
          ref={field}
          className="find-field"
          aria-label={t("canvas:find.query")}
          placeholder={t("canvas:find.query")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            go(findIn(board, event.target.value, names), 0);
          }}
          onKeyDown={(event) => {
            leave(event);
            if (event.key === "Enter") go(finds, index + (event.shiftKey ? -1 : 1));
          }}
        />
        <IconButton
          label={t("canvas:find.previous")}
          icon={ChevronUp}
          run={() => go(finds, index - 1)}
          leave={leave}
        />
        <IconButton
          label={t("canvas:find.next")}
          icon={ChevronDown}
          run={() => go(finds, index + 1)}
          leave={leave}
        />
        <IconButton label={t("canvas:find.close")} icon={X} run={close} leave={leave} />
      </div>
      <p role="status" className="flex gap-2 px-1 text-label text-ink-soft">
        <span className="tabular-nums">
          {replaced !== null && `${t("canvas:find.replaced", { count: replaced })} `}
          {query === "" && t("canvas:find.hint")}
          {query !== "" && finds.length === 0 && t("canvas:find.none")}
          {find !== undefined && t("canvas:find.count", { index: index + 1, count: finds.length })}
        </span>
        {find !== undefined && <span className="truncate">{placeOf(find.nodeId, find.field)}</span>}
      </p>
      {kept.length > 0 && (
        <p role="status" className="px-1 text-label text-ink-soft">
          {t("canvas:find.kept", { names: kept.map((name) => `@${name}`).join(", ") })}
        </p>
      )}
      <div className="flex items-center gap-1">
        <input
          className="find-field"
          aria-label={t("canvas:find.words")}
          placeholder={t("canvas:find.words")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={leave}
        />
        <TextButton
          disabled={find === undefined || !mayReplace(find)}
          run={() => find !== undefined && replace([find])}
          leave={leave}
        >
          {t("canvas:find.replace")}
        </TextButton>
        <TextButton disabled={!finds.some(mayReplace)} run={() => replace(finds)} leave={leave}>
          {t("canvas:find.replaceAll")}
        </TextButton>
      </div>
    </search>
  );
}

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
  readonly leave: (event: KeyboardEvent) => void;
}

function IconButton({ label, icon: Icon, run, leave }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={run}
      onKeyDown={leave}
      className="grid size-7 shrink-0 place-items-center rounded-sm text-ink-soft hover:bg-hover hover:text-ink"
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

interface TextButtonProps {
  readonly disabled: boolean;
  readonly run: () => void;
  readonly leave: (event: KeyboardEvent) => void;
  readonly children: string;
}

function TextButton({ disabled, run, leave, children }: TextButtonProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={run}
      onKeyDown={leave}
      className="h-7 shrink-0 rounded-sm border border-line-strong px-2 text-node hover:bg-hover disabled:opacity-50"
    >
      {children}
    </button>
  );
}
