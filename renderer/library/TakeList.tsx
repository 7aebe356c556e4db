import { useVirtualizer } from "@tanstack/react-virtual";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TakeCard } from "./TakeCard.tsx";
import type { TakeRow } from "./takeGroups.ts";

/** Guesses in px until a line has been seen. */
const heights = { scene: 34, run: 64 } as const;

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
              {row.kind === "run" ? <TakeCard run={row.run} /> : <SceneHeading row={row} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function SceneHeading({ row }: { readonly row: Extract<TakeRow, { kind: "scene" }> }) {
  const { t } = useTranslation("jobs");
  return (
    <h3 className="flex min-w-0 items-baseline gap-2 px-1 pt-2 pb-0.5">
      <span className="min-w-0 truncate font-medium">
        {row.title === "" ? t("scene") : row.title}
      </span>
      <span className="min-w-0 flex-1 truncate text-label text-ink-soft">
        {row.board === "" ? t("untitled") : row.board}
      </span>
    </h3>
  );
}
