import { useView, type BottomTab } from "../stores/viewStore.ts";
import { afterBoard } from "./afterBoard.ts";
import { Late } from "./late.tsx";

const Timeline = afterBoard(async () => (await import("../timeline/Timeline.tsx")).Timeline);
const ShotTable = afterBoard(async () => (await import("../shotTable/ShotTable.tsx")).ShotTable);
const contents = { timeline: Timeline, table: ShotTable } satisfies Record<BottomTab, unknown>;

/** Both views bring their own header with the switch between them, the time and the budget of seconds. */
export function BottomPanel() {
  const Content = contents[useView((view) => view.bottomTab)];
  return (
    <Late>
      <Content />
    </Late>
  );
}
