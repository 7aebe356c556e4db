import { Panel } from "@xyflow/react";
import { Maximize, Minus, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "../commands/shortcut.ts";
import { useView } from "../stores/viewStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { fitAll, zoomIn, zoomOut, zoomTo100 } from "./surface.ts";

export function ZoomControls() {
  const { t, i18n } = useTranslation("canvas");
  const shortcutOf = useShortcuts();
  const zoom = useView((view) => view.zoom);
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" }).format(zoom);
  return (
    <Panel
      position="bottom-left"
      className="zoom-controls nokey"
      role="group"
      aria-label={t("zoom.name")}
    >
      <IconButton
        label={t("zoom.out")}
        shortcut={shortcutOf("view.zoomOut")}
        side="top"
        onClick={zoomOut}
      >
        <Minus size={15} strokeWidth={1.75} />
      </IconButton>
      <button
        type="button"
        className="h-7 w-12 rounded-sm text-label text-ink-soft tabular-nums hover:bg-hover hover:text-ink"
        aria-label={`${percent} · ${t("zoom.actual")}`}
        title={t("zoom.actual")}
        onClick={zoomTo100}
      >
        {percent}
      </button>
      <IconButton
        label={t("zoom.in")}
        shortcut={shortcutOf("view.zoomIn")}
        side="top"
        onClick={zoomIn}
      >
        <Plus size={15} strokeWidth={1.75} />
      </IconButton>
      <IconButton
        label={t("zoom.fit")}
        shortcut={shortcutOf("view.zoomFit")}
        side="top"
        onClick={fitAll}
      >
        <Maximize size={14} strokeWidth={1.75} />
      </IconButton>
    </Panel>
  );
}
