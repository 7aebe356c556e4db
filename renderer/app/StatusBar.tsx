import { CircleAlert, CircleCheck, PanelBottom, PanelRight, TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { zoomTo100 } from "../canvas/surface.ts";
import { useWords } from "../locales/useWords.ts";
import { activeTab, isUnsaved, useBoards } from "../stores/boardStore.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useIsWhole } from "../stores/opening.ts";
import { useSettled } from "../stores/settled.ts";
import { useView } from "../stores/viewStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { showRight, type Panel } from "./usePanel.ts";

export function StatusBar({ right, bottom }: { readonly right: Panel; readonly bottom: Panel }) {
  const { t } = useTranslation("app");
  const isWhole = useIsWhole();
  return (
    <footer
      data-area="status"
      className="flex min-h-7 shrink-0 flex-wrap items-center gap-x-4 border-t border-line bg-surface pr-1.5 pl-3 text-node text-ink-soft"
    >
      {isWhole && (
        <>
          <ProblemCount />
          <Counts />
        </>
      )}
      <span className="flex-1" />
      <SavedState />
      <Zoom />
      <span className="flex gap-0.5">
        <IconButton
          label={t(bottom.open ? "panel.hideBottom" : "panel.showBottom")}
          side="top"
          className="size-6!"
          aria-pressed={bottom.open}
          onClick={() => bottom.setOpen(!bottom.open)}
        >
          <PanelBottom size={14} strokeWidth={1.75} />
        </IconButton>
        <IconButton
          label={t(right.open ? "panel.hideRight" : "panel.showRight")}
          side="top"
          className="size-6!"
          aria-pressed={right.open}
          onClick={() => right.setOpen(!right.open)}
        >
          <PanelRight size={14} strokeWidth={1.75} />
        </IconButton>
      </span>
    </footer>
  );
}

/** Apart from the rest, which stays as it is while the zoom changes: neither drawn again with it nor laid out. */
function Zoom() {
  const { t, i18n } = useWords("canvas");
  const { language } = i18n;
  const zoom = useView((view) => view.zoom);
  // Making it takes longer than all that a step of the zoom does here.
  const format = useMemo(() => new Intl.NumberFormat(language, { style: "percent" }), [language]);
  return (
    <button
      type="button"
      className="relative h-6 w-12 rounded-sm tabular-nums hover:bg-hover hover:text-ink"
      title={t("zoom.actual")}
      onClick={zoomTo100}
    >
      <span className="absolute inset-0 leading-6 contain-strict">{format.format(zoom)}</span>
      <span className="sr-only"> · {t("zoom.actual")}</span>
    </button>
  );
}

function ProblemCount() {
  const { t } = useTranslation("app");
  const problems = useCompiled((compiled) => compiled.problems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const others = problems.length - errors;
  const [tone, Icon, words] =
    errors > 0
      ? (["text-failed", CircleAlert, t("problems.errors", { count: errors })] as const)
      : others > 0
        ? (["text-stale", TriangleAlert, t("problems.others", { count: others })] as const)
        : (["text-done", CircleCheck, t("problems.none")] as const);
  return (
    <button
      type="button"
      className={classes("flex items-center gap-1.5 rounded-sm px-1 hover:bg-hover", tone)}
      onClick={() => showRight("problems")}
    >
      <Icon size={13} strokeWidth={2} aria-hidden />
      {words}
    </button>
  );
}

function Counts() {
  const { t } = useTranslation("app");
  const nodes = useSettled(({ board }) => board?.nodes);
  const types = Object.values(nodes ?? {}).map(({ type }) => type);
  const count = (type: string): number => types.filter((other) => other === type).length;
  return (
    <span className="tabular-nums">
      {t("counts.shots", { count: count("shot") })} ·{" "}
      {t("counts.scenes", { count: count("scene") })}
    </span>
  );
}

function SavedState() {
  const { t } = useTranslation("app");
  const saved = useBoards((state) => {
    const tab = activeTab(state);
    if (tab === undefined) return undefined;
    if (tab.readOnly) return "readOnly";
    if (tab.path === null) return "never";
    return isUnsaved(tab) ? "unsaved" : "saved";
  });
  if (saved === undefined) return null;
  return (
    <span className={saved === "readOnly" ? "text-stale" : undefined}>{t(`saved.${saved}`)}</span>
  );
}
