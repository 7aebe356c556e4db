import { Tooltip } from "radix-ui";
import { useTranslation } from "react-i18next";
import { Canvas } from "../canvas/Canvas.tsx";
import { useView } from "../stores/viewStore.ts";
import { afterBoard, useBoardStands } from "./afterBoard.ts";
import { BottomPanel } from "./BottomPanel.tsx";
import { ConnectionBar } from "./ConnectionBar.tsx";
import { DelayedDialog } from "./DelayedDialog.tsx";
import { Late } from "./late.tsx";
import { LeftPanel, LeftRail } from "./LeftRail.tsx";
import { RightPanel } from "./RightPanel.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { TopBar } from "./TopBar.tsx";
import { Notices } from "./Notices.tsx";
import { usePanel } from "./usePanel.ts";

const Dialogs = afterBoard(async () => (await import("../dialogs/Dialogs.tsx")).Dialogs);
const Player = afterBoard(async () => (await import("../player/Player.tsx")).Player);

/** The window: one place for each thing. */
export function App() {
  const { t } = useTranslation("app");
  useBoardStands();
  const dialog = useView((view) => view.dialog);
  const playing = useView((view) => view.playing);
  const left = usePanel("left");
  const right = usePanel("right");
  const bottom = usePanel("bottom");

  return (
    <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
      <div className="flex h-full min-h-[480px] flex-col">
        <h1 className="sr-only">Shotgraph</h1>
        <TopBar />
        <div className="relative flex min-h-0 flex-1">
          <LeftRail />
          <LeftPanel panel={left} />
          <main className="relative min-w-0 flex-1" aria-label={t("canvas")} data-area="canvas">
            <Canvas />
            {playing !== null && (
              <Late>
                <Player />
              </Late>
            )}
          </main>
          {right.open && <RightPanel panel={right} />}
        </div>
        {bottom.open && <BottomPanel panel={bottom} />}
        <StatusBar right={right} bottom={bottom} />
      </div>
      <Notices />
      <ConnectionBar />
      {dialog !== null && (
        <Late fallback={<DelayedDialog />}>
          <Dialogs dialog={dialog} />
        </Late>
      )}
    </Tooltip.Provider>
  );
}
