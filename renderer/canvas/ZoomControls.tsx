import { Panel } from "@xyflow/react";
import { Hand, Magnet, Map as MapIcon, Maximize, Minus, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { toggleMiniMap, usePanel } from "../app/usePanel.ts";
import { useShortcuts, writeChord } from "../commands/shortcut.ts";
import { useSettings } from "../stores/settingsStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { gridOf, toggleSnap } from "./grid.ts";
import { fitAll, zoomIn, zoomOut } from "./surface.ts";

const pressed = "aria-pressed:bg-hover aria-pressed:text-ink";

/** How the canvas is moved, zoomed and kept to. */
export function ZoomControls() {
  const { t } = useTranslation("canvas");
  const shortcutOf = useShortcuts();
  const hand = useCanvas((state) => state.hand);
  const { step, snap } = useSettings(gridOf);
  const miniMap = usePanel("miniMap");
  return (
    <Panel
      position="bottom-left"
      className="zoom-controls nokey"
      role="group"
      aria-label={t("zoom.name")}
    >
      <IconButton
        label={t("zoom.hand")}
        shortcut={shortcutOf(hand ? "view.select" : "view.hand")}
        side="top"
        aria-pressed={hand}
        className={pressed}
        onClick={() => atCanvas({ hand: !hand })}
      >
        <Hand size={14} strokeWidth={1.75} />
      </IconButton>
      <IconButton
        label={t("zoom.snap", { step, ctrl: writeChord("Mod") })}
        shortcut={shortcutOf("view.snap")}
        side="top"
        aria-pressed={snap}
        className={pressed}
        onClick={toggleSnap}
      >
        <Magnet size={14} strokeWidth={1.75} />
      </IconButton>
      <span className="mx-0.5 h-4 w-px bg-line" aria-hidden />
      <IconButton
        label={t("zoom.out")}
        shortcut={shortcutOf("view.zoomOut")}
        side="top"
        onClick={zoomOut}
      >
        <Minus size={15} strokeWidth={1.75} />
      </IconButton>
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
      <IconButton
        label={t("minimap")}
        shortcut={shortcutOf("view.miniMap")}
        side="top"
        aria-pressed={miniMap.open}
        className={pressed}
        onClick={toggleMiniMap}
      >
        <MapIcon size={14} strokeWidth={1.75} />
      </IconButton>
    </Panel>
  );
}
