import { Worker } from "node:worker_threads";
import type { Reason } from "../../../shared/jobs/job.ts";
import { type RenderMessage, type RenderOrder, stopWord } from "./order.ts";

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

/** Renders in a thread of its own, so that the window and the jobs go on. */
export function startRendering(
  workerUrl: URL,
  order: RenderOrder,
  onProgress: (done: number, total: number) => void,
): Rendering {
  const worker = new Worker(workerUrl, { workerData: order });
  // An animatic can be drawn again: it does not keep a program alive that has nothing else to do.
  worker.unref();
  let said: Rendered | undefined;
  let isStopping = false;
  worker.on("message", (message: RenderMessage) => {
    if (message.kind === "progress") onProgress(message.done, message.total);
    if (message.kind === "done") said = { outcome: "done" };
    if (message.kind === "failed") said = failed(message.code, message.words);
  });
  worker.on("error", (error) => {
    said = failed("animaticFailed", error instanceof Error ? error.message : String(error));
  });
  const ended = new Promise<Rendered>((resolve) => {
    worker.on("exit", () => {
      const quiet = isStopping ? ({ outcome: "stopped" } as const) : failed("animaticFailed");
      resolve(said ?? quiet);
    });
  });
  return {
    ended,
    stop: () => {
      isStopping = true;
      worker.postMessage(stopWord, []);
    },
  };
}

function failed(code: string, words?: string): Rendered {
  return { outcome: "failed", reason: { code, ...(words !== undefined && { words }) } };
}
