import { create } from "zustand";
import type { Box } from "../../shared/board/frames.ts";
import type { Guide } from "./guides.ts";

interface GuideState {
  /** The lines that the dragged node has come into. */
  readonly guides: readonly Guide[];
  /** Where nodes stay of which a copy is dragged. */
  readonly staying: readonly Box[];
}

/** What is drawn about a drag, in canvas px. Of its own: ports and wires need not hear of each step. */
export const useGuides = create<GuideState>()(() => ({ guides: [], staying: [] }));

export function showGuides(guides: readonly Guide[]): void {
  if (guides.length > 0 || useGuides.getState().guides.length > 0) useGuides.setState({ guides });
}

export function showStaying(staying: readonly Box[]): void {
  if (staying.length > 0 || useGuides.getState().staying.length > 0) {
    useGuides.setState({ staying });
  }
}
