import type { Point } from "../../shared/board/edits.ts";
import { defaultSettings } from "../../shared/ipc/settings.ts";
import { attempt } from "../app/notices.ts";
import { changeSettings, useSettings } from "../stores/settingsStore.ts";

/** The grid of the canvas, as the settings have it: its lines are those of the dots. */

type Settings = ReturnType<typeof useSettings.getState>;

export const gridOf = ({ info }: Settings): { readonly step: number; readonly snap: boolean } =>
  info?.settings.grid ?? defaultSettings.grid;
const gridNow = () => gridOf(useSettings.getState());

export function toggleSnap(): void {
  const grid = gridNow();
  void attempt(() => changeSettings({ grid: { ...grid, snap: !grid.snap } }));
}

let isInverted = false;

/** Ctrl, Command or Alt that is held while a node is dragged does the opposite of the setting. */
export const holdWhileDragging = ({
  ctrlKey,
  metaKey,
  altKey,
}: Pick<MouseEvent, "ctrlKey" | "metaKey" | "altKey">): void => {
  isInverted = ctrlKey || metaKey || altKey;
};

export const keepsToGrid = (): boolean => gridNow().snap !== isInverted;

/** How far a point, in canvas px, is from the nearest crossing of the grid. */
export function toCrossing({ x, y }: Point): Point {
  const { step } = gridNow();
  const off = (at: number): number => Math.round(at / step) * step - at;
  return { x: off(x), y: off(y) };
}

/**
 * How far an arrow key moves a node: by steps of the grid, and with snapping on to a line of it. In canvas px.
 *
 * @param at where the node is along the arrow
 * @param toward 1 or -1, and 0 across the arrow
 */
export function nudgeBy(at: number, toward: number, steps: number): number {
  const { step, snap } = gridNow();
  if (toward === 0) return 0;
  const line = toward > 0 ? Math.floor(at / step) * step : Math.ceil(at / step) * step;
  return toward * steps * step + (snap ? line - at : 0);
}
