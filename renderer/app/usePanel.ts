import { useState } from "react";
import { changeSettings, useChosen } from "../stores/settingsStore.ts";

export interface Panel {
  readonly open: boolean;
  /** px */
  readonly size: number;
  readonly setOpen: (open: boolean) => void;
  /** Follows the pointer; the size is remembered once `done`. */
  readonly resize: (size: number, done: boolean) => void;
}

/** A panel that remembers, over restarts, whether it is open and how large it is. */
export function usePanel(
  name: string,
  first: { readonly open: boolean; readonly size: number },
): Panel {
  const { panels } = useChosen();
  const kept = panels[name] ?? first;
  const [dragged, setDragged] = useState<number | null>(null);
  const keep = (panel: { open: boolean; size: number }): void =>
    void changeSettings({ panels: { ...panels, [name]: panel } });
  return {
    open: kept.open,
    size: dragged ?? kept.size,
    setOpen: (open) => keep({ ...kept, open }),
    resize: (size, done) => {
      setDragged(done ? null : size);
      if (done) keep({ ...kept, size });
    },
  };
}
