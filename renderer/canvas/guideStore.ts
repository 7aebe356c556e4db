import { create } from "zustand";
import type { Guide } from "./guides.ts";

/** The lines that the dragged node has come into, in canvas px. Of its own: ports and wires need not hear of each step. */
export const useGuides = create<{ readonly guides: readonly Guide[] }>()(() => ({ guides: [] }));

const none: readonly Guide[] = [];

export function showGuides(guides: readonly Guide[]): void {
  const next = guides.length === 0 ? none : guides;
  if (next.length > 0 || useGuides.getState().guides.length > 0) {
    useGuides.setState({ guides: next });
  }
}
