import {
  Film,
  LayoutTemplate,
  ListTree,
  Plus,
  Timer,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { LeftPanel as Name } from "../../shared/ipc/settings.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useJobCounts } from "../stores/jobCounts.ts";
import { useIsWhole } from "../stores/opening.ts";
import { look, useView } from "../stores/viewStore.ts";
import { classes } from "../ui/classes.ts";
import { ResizeHandle } from "../ui/ResizeHandle.tsx";
import { Tip } from "../ui/Tip.tsx";
import { afterBoard } from "./afterBoard.ts";
import { Late } from "./late.tsx";
import type { Panel } from "./usePanel.ts";

const panels = {
  add: {
    icon: Plus,
    content: afterBoard(async () => (await import("../panels/AddPanel.tsx")).AddPanel),
  },
  templates: {
    icon: LayoutTemplate,
    content: afterBoard(async () => (await import("../panels/TemplatesPanel.tsx")).TemplatesPanel),
  },
  outline: {
    icon: ListTree,
    content: afterBoard(async () => (await import("../panels/OutlinePanel.tsx")).OutlinePanel),
  },
  library: {
    icon: Film,
    content: afterBoard(async () => (await import("../library/LibraryPanel.tsx")).LibraryPanel),
  },
  jobs: {
    icon: Timer,
    content: afterBoard(async () => (await import("../library/JobsPanel.tsx")).JobsPanel),
  },
  problems: {
    icon: TriangleAlert,
    content: afterBoard(async () => (await import("../panels/ProblemsPanel.tsx")).ProblemsPanel),
  },
} satisfies Record<Name, { icon: LucideIcon; content: unknown }>;
const names = Object.keys(panels) as Name[];

export function LeftRail() {
  const { t } = useTranslation("app");
  const open = useView((view) => view.leftPanel);
  const errors = useCompiled(
    (compiled) => compiled.problems.filter((problem) => problem.severity === "error").length,
  );
  const openJobs = useJobCounts(({ queued, running }) => queued + running);
  const isWhole = useIsWhole();
  const counts: Partial<Record<Name, number>> = { problems: isWhole ? errors : 0, jobs: openJobs };
  return (
    <nav
      aria-label={t("rail.name")}
      data-area="rail"
      className="flex w-12 shrink-0 flex-col items-center gap-1 overflow-y-auto border-r border-line bg-surface py-2 [scrollbar-width:none]"
    >
      {names.map((name) => (
        <RailButton key={name} name={name} isOpen={open === name} count={counts[name] ?? 0} />
      ))}
    </nav>
  );
}

interface RailButtonProps {
  readonly name: Name;
  readonly isOpen: boolean;
  /** Shown on the button when there are any. */
  readonly count: number;
}

/** Drawn again only when its own count changes: that of the jobs may change many times a second. */
const RailButton = memo(function RailButton({ name, isOpen, count }: RailButtonProps) {
  const { t } = useTranslation("app");
  const Icon = panels[name].icon;
  return (
    <Tip text={t(`rail.${name}`)} side="right">
      <button
        type="button"
        aria-label={[t(`rail.${name}`), ...(count > 0 ? [count] : [])].join(", ")}
        aria-pressed={isOpen}
        onClick={() => look({ leftPanel: isOpen ? null : name })}
        className={classes(
          "relative grid size-9 shrink-0 place-content-center rounded-md transition-colors duration-(--quick)",
          isOpen ? "bg-hover text-ink" : "text-ink-soft hover:bg-hover hover:text-ink",
        )}
      >
        <Icon size={17} strokeWidth={1.75} />
        {count > 0 && (
          <span
            className={classes(
              "absolute top-0.5 right-0.5 grid h-3.5 min-w-3.5 place-content-center rounded-full px-0.5 text-[9px] leading-none font-semibold text-surface tabular-nums",
              name === "problems" ? "bg-failed" : "bg-running",
            )}
          >
            {count}
          </span>
        )}
      </button>
    </Tip>
  );
});

export function LeftPanel({ panel }: { readonly panel: Panel }) {
  const { t } = useTranslation("app");
  const name = useView((view) => view.leftPanel);
  if (name === null) return null;
  const Content = panels[name].content;
  return (
    <aside
      // In a narrow window it lies over the canvas, which would have no room beside it.
      className="relative z-10 flex shrink-0 flex-col border-r border-line bg-surface max-[900px]:absolute max-[900px]:inset-y-0 max-[900px]:left-12 max-[900px]:z-30 max-[900px]:shadow-(--shadow)"
      style={{ width: `min(${panel.size}px, 100vw - 96px)` }}
      aria-label={t(`rail.${name}`)}
      data-area="left"
      tabIndex={-1}
    >
      <h2 className="px-4 pt-3 pb-1 font-semibold">{t(`rail.${name}`)}</h2>
      <div className="min-h-0 flex-1 overflow-auto">
        <Late>
          <Content />
        </Late>
      </div>
      <ResizeHandle
        label={t("resize.left")}
        axis="x"
        grows={1}
        size={panel.size}
        min={220}
        max={520}
        onResize={panel.resize}
      />
    </aside>
  );
}
