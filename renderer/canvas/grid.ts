import type { Point } from "../../shared/board/edits.ts";
import { defaultSettings } from "../../shared/ipc/settings.ts";
import { attempt } from "../app/notices.ts";
import { snapsOtherwise } from "./held.ts";
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

export const keepsToGrid = (): boolean => gridNow().snap !== snapsOtherwise();

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

/** Where what is new comes to stand: with snapping on, at the nearest crossing. */
export function placeOnGrid(at: Point): Point {
  if (!gridNow().snap) return at;
  const off = toCrossing(at);
  return { x: at.x + off.x, y: at.y + off.y };
}

/** px between a node and its copy, whole steps of the grid with snapping on. */
export function copyOffset(): number {
  const { step, snap } = gridNow();
  return snap ? Math.ceil(leastCopyOffset / step) * step : leastCopyOffset;
}
const leastCopyOffset = 40;
