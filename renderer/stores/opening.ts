import { create } from "zustand";
import type { Board } from "../../shared/board/schema.ts";

/**
 * A large board is opened in two steps: what the first picture shows is worked out first, and the rest of the board once
 * the window stands there. In between, the compiler and the canvas know of its beginning alone.
 */
interface Opening {
  readonly board: Board;
  /** A part of it, as a board by itself. */
  readonly beginning: Board;
}

export const useOpening = create<{ readonly opening: Opening | null }>()(() => ({ opening: null }));

/** To be called before the board comes into a tab. */
export function openFrom(board: Board, beginning: Board): void {
  if (beginning !== board) useOpening.setState({ opening: { board, beginning } });
}

/** Takes in the rest of the board, if it is still missing. */
export function openWhole(): void {
  if (useOpening.getState().opening !== null) useOpening.setState({ opening: null });
}

/** What is worked out of a board: all of it, unless it is being opened. */
export function workedOut(board: Board | undefined): Board | undefined {
  const { opening } = useOpening.getState();
  return opening !== null && opening.board === board ? opening.beginning : board;
}

/** False while what is counted and listed of the board would be its beginning's. */
export const useIsWhole = (): boolean => useOpening(({ opening }) => opening === null);
