import type { Reason } from "../../../shared/jobs/job.ts";
import type { StartApart } from "../../media/apart.ts";
import { type RenderMessage, type RenderOrder, type StopWord, stopWord } from "./order.ts";

export type Rendered =
  | { readonly outcome: "done" }
  | { readonly outcome: "stopped" }
  | { readonly outcome: "failed"; readonly reason: Reason };

/** One animatic in the making. */
export interface Rendering {
  /** Resolves when the worker is gone. */
  readonly ended: Promise<Rendered>;
  /** Ends within a frame, and leaves no file. */
  readonly stop: () => void;
}

export type AnimaticWorker = StartApart<RenderOrder, RenderMessage, StopWord>;

/** Renders in a process of its own, so that the window and the jobs go on. */
export function startRendering(
  start: AnimaticWorker,
  order: RenderOrder,
  onProgress: (done: number, total: number) => void,
): Rendering {
  const { promise: ended, resolve } = Promise.withResolvers<Rendered>();
  let said: Rendered | undefined;
  let isStopping = false;
  const worker = start(order, {
    onMessage: (message) => {
      if (message.kind === "progress") onProgress(message.done, message.total);
      if (message.kind === "done") said = { outcome: "done" };
      if (message.kind === "failed") said = failed(message.code, message.words);
    },
    onEnd: (failure) => {
      const quiet = isStopping
        ? ({ outcome: "stopped" } as const)
        : failed("animaticFailed", failure?.message);
      resolve(said ?? quiet);
    },
  });
  return {
    ended,
    stop: () => {
      isStopping = true;
      worker.say(stopWord);
    },
  };
}

function failed(code: string, words?: string): Rendered {
  return { outcome: "failed", reason: { code, ...(words !== undefined && { words }) } };
}
