import { useVirtualizer } from "@tanstack/react-virtual";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "../ui/classes.ts";
import { TakeCard } from "./TakeCard.tsx";
import type { TakeRow } from "./takeGroups.ts";

/** Guesses in px until a line has been seen. */
const heights = { board: 38, scene: 26, run: 64 } as const;

/** Draws only what is in view: a library can have ten thousand takes. */
export function TakeList({ rows }: { readonly rows: readonly TakeRow[] }) {
  const { t } = useTranslation("app");
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  // oxlint-disable-next-line react/incompatible-library -- what it gives is not handed on, and the React Compiler is not used
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => heights[rows[index]?.kind ?? "run"],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  });
  return (
    <div ref={setScroller} className="min-h-0 flex-1 overflow-auto px-3 pb-4">
      <ul
        aria-label={t("rail.library")}
        className="relative"
        style={{ height: list.getTotalSize() }}
      >
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="absolute top-0 left-0 w-full pb-0.5"
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.kind === "run" ? (
                <TakeCard run={row.run} />
              ) : (
                <Heading row={row} isFirst={index === 0} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface HeadingProps {
  readonly row: Exclude<TakeRow, { kind: "run" }>;
  readonly isFirst: boolean;
}

function Heading({ row: { kind, title }, isFirst }: HeadingProps) {
  const { t } = useTranslation("jobs");
  const isBoard = kind === "board";
  const Level = isBoard ? "h3" : "h4";
  return (
    <Level
      title={title}
      className={classes(
        "truncate px-1",
        isBoard ? "pt-2 font-semibold" : "pt-0.5 pb-1 text-node text-ink-soft",
        isBoard && !isFirst && "mt-2 border-t border-line pt-3",
      )}
    >
      {title === "" ? t(isBoard ? "untitled" : "scene") : title}
    </Level>
  );
}
