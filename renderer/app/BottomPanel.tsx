import { useTranslation } from "react-i18next";
import { useView, type BottomTab } from "../stores/viewStore.ts";
import { ResizeHandle } from "../ui/ResizeHandle.tsx";
import { afterBoard } from "./afterBoard.ts";
import { Late } from "./late.tsx";
import type { Panel } from "./usePanel.ts";

const Timeline = afterBoard(async () => (await import("../timeline/Timeline.tsx")).Timeline);
const ShotTable = afterBoard(async () => (await import("../shotTable/ShotTable.tsx")).ShotTable);
const contents = { timeline: Timeline, table: ShotTable } satisfies Record<BottomTab, unknown>;

/** Both views bring their own header with the switch between them, the time and the budget of seconds. */
export function BottomPanel({ panel }: { readonly panel: Panel }) {
  const { t } = useTranslation("app");
  const Content = contents[useView((view) => view.bottomTab)];
  return (
    <section
      className="relative flex shrink-0 flex-col border-t border-line bg-surface"
      style={{ height: panel.size, maxHeight: "max(60vh, 200px)" }}
      aria-label={t("bottomPanel")}
      data-area="bottom"
      tabIndex={-1}
    >
      <ResizeHandle
        label={t("resize.bottom")}
        axis="y"
        grows={-1}
        size={panel.size}
        min={140}
        max={520}
        onResize={panel.resize}
      />
      <Late>
        <Content />
      </Late>
    </section>
  );
}
