import type { Animatic } from "../../../shared/animatic/animatic.ts";

/** What the worker is started with. */
export interface RenderOrder {
  readonly animatic: Animatic;
  /** Where the MP4 is to stand; it appears there whole. */
  readonly file: string;
  /** Font files: the worker may not be able to read them out of a packaged app. */
  readonly fonts: readonly Uint8Array[];
}

/** What the worker says. */
export type RenderMessage =
  /** Frames. */
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly code: string; readonly words: string };

/** What the worker is told; it then leaves nothing behind and ends. */
export const stopWord = { stop: true } as const;
export type StopWord = typeof stopWord;
