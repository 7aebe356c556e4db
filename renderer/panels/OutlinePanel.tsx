import { useMemo, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import { definitionOf, isNode } from "../../shared/nodes/registry.ts";
import { useFact } from "../nodes/facts.ts";
import { useNode } from "../nodes/useNode.ts";
import { nodeName } from "../nodes/words.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useProblemsOf } from "../stores/compiled.ts";
import { select, showNode, useView } from "../stores/viewStore.ts";
import { classes } from "../ui/classes.ts";
import { outlineOf, type OutlineEntry } from "./outline.ts";

/** The board as a list. Selecting here selects everywhere; the arrow keys go through it. */
export function OutlinePanel() {
  const { t } = useTranslation("panels");
  const board = useBoards(activeBoard);
  const outline = useMemo(() => board && outlineOf(board), [board]);
  if (outline === undefined) return null;
  const groups = [
    { name: undefined, entries: outline.scenes },
    { name: t("outline.looseShots"), entries: outline.loose },
    { name: t("outline.others"), entries: outline.others },
  ].filter(({ entries }) => entries.length > 0);
  if (groups.length === 0) {
    return <p className="px-4 py-3 text-ink-soft">{t("outline.empty")}</p>;
  }
  const entry = groups[0]?.entries[0];
  return (
    <div
      role="listbox"
      tabIndex={-1}
      aria-label={t("outline.name")}
      aria-multiselectable
      onKeyDown={move}
      className="px-2 pb-4"
    >
      {groups.map(({ name, entries }) => (
        <div key={name ?? ""} role="group" aria-label={name}>
          {name !== undefined && (
            <p className="px-2 pt-3 pb-1 text-label font-medium text-ink-soft">{name}</p>
          )}
          {entries.map((each, i) => (
            <Entry key={`${i}-${each.id}`} entry={each} first={each === entry} />
          ))}
        </div>
      ))}
    </div>
  );
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=option]")];
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  const next = to === undefined ? undefined : items[to];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
  const id = next.dataset["node"];
  // The list was drawn from the board's own ids.
  if (id !== undefined) showNode(id as NodeId);
}

function Entry({ entry, first }: { readonly entry: OutlineEntry; readonly first: boolean }) {
  const { t } = useTranslation("panels");
  const { id, depth } = entry;
  const node = useNode(id);
  const numeral = useFact(id)?.numeral;
  const problems = useProblemsOf(id);
  const selected = useView((view) => view.selectedNodes.has(id));
  const none = useView((view) => view.selectedNodes.size === 0);
  if (node === undefined) return null;
  const seconds = node.type === "shot" ? node.params["seconds"] : undefined;
  const worst = problems.find(({ severity }) => severity !== "hint")?.severity;
  const toggle = (): void => {
    const { selectedNodes } = useView.getState();
    select(
      selectedNodes.has(id)
        ? [...selectedNodes].filter((other) => other !== id)
        : [...selectedNodes, id],
    );
  };
  return (
    <button
      type="button"
      role="option"
      aria-selected={selected}
      data-node={id}
      tabIndex={selected || (none && first) ? 0 : -1}
      onClick={(event) => (event.ctrlKey || event.metaKey ? toggle() : showNode(id))}
      className={classes(
        "flex h-7 w-full items-center gap-2 rounded-sm pr-2 text-left",
        depth === 0 ? "pl-2" : "pl-6",
        selected ? "bg-hover text-ink" : "hover:bg-hover",
        node.mode !== undefined && "opacity-60",
      )}
    >
      <span
        className="size-2 shrink-0 rounded-[2px]"
        style={{ background: `var(--kind-${definitionOf(node)?.color ?? "neutral"})` }}
      />
      <span className={classes("min-w-0 flex-1 truncate", node.type === "scene" && "font-medium")}>
        {isNode(node, "element") && node.title === undefined && node.params.name !== ""
          ? `@${node.params.name}`
          : nodeName(node, numeral)}
      </span>
      {worst !== undefined && (
        <span
          role="img"
          aria-label={t(`problems.${worst}`)}
          className={classes(
            "size-1.5 shrink-0 rounded-full",
            worst === "error" ? "bg-failed" : "bg-stale",
          )}
        />
      )}
      {typeof seconds === "number" && (
        <span className="text-label text-ink-soft tabular-nums">
          {t("outline.shotAbout", { seconds })}
        </span>
      )}
    </button>
  );
}
