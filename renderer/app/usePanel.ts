import { useState } from "react";
import { changeSettings, useChosen, useSettings } from "../stores/settingsStore.ts";
import { look, useView, type BottomTab, type RightTab } from "../stores/viewStore.ts";

type PanelName = "left" | "right" | "bottom" | "animatic" | "miniMap";
interface Kept {
  readonly open: boolean;
  /** px */
  readonly size: number;
}

/** Until the user has moved anything. */
const first: Record<PanelName, Kept> = {
  left: { open: true, size: 264 },
  right: { open: true, size: 320 },
  bottom: { open: true, size: 214 },
  animatic: { open: false, size: 480 },
  miniMap: { open: true, size: 152 },
};

export interface Panel extends Kept {
  readonly setOpen: (open: boolean) => void;
  /** Follows the pointer; the size is remembered once `done`. */
  readonly resize: (size: number, done: boolean) => void;
}

/** A panel that remembers, over restarts, whether it is open and how large it is. */
export function usePanel(name: PanelName): Panel {
  const kept = useChosen().panels[name] ?? first[name];
  const [dragged, setDragged] = useState<number | null>(null);
  return {
    open: kept.open,
    size: dragged ?? kept.size,
    setOpen: (open) => keep(name, { open }),
    resize: (size, done) => {
      setDragged(done ? null : size);
      if (done) keep(name, { size });
    },
  };
}

/** Reads the newest settings: two panels may change within one round trip. */
const panelsNow = () => useSettings.getState().info?.settings.panels ?? {};
const keptNow = (name: PanelName): Kept => panelsNow()[name] ?? first[name];

function keep(name: PanelName, change: Partial<Kept>): void {
  const panels = { ...panelsNow(), [name]: { ...keptNow(name), ...change } };
  // A size that cannot be written is forgotten at the next start: not worth a word.
  void changeSettings({ panels }).catch(() => undefined);
}

const open = (name: PanelName): void => {
  if (!keptNow(name).open) keep(name, { open: true });
};

export const toggleMiniMap = (): void => keep("miniMap", { open: !keptNow("miniMap").open });

/** Shows a tab of the right panel, opening the panel when it was closed. */
export function showRight(rightTab: RightTab): void {
  look({ rightTab });
  open("right");
}

export function showBottom(bottomTab: BottomTab): void {
  look({ bottomTab });
  open("bottom");
}

/** The left panel that was open comes back at the next start. */
export function keepLeftPanel(): void {
  useView.subscribe(({ leftPanel }, before) => {
    if (leftPanel !== before.leftPanel) void changeSettings({ leftPanel }).catch(() => undefined);
  });
}
