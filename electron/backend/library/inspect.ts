import { Worker } from "node:worker_threads";
import { takeTurn } from "../../media/turn.ts";
import type { Clock } from "../jobs/clock.ts";
import type { InspectionMessage, InspectionOrder, Pictures, VideoFacts } from "./inspection.ts";

export interface Inspected {
  readonly facts: VideoFacts;
  readonly pictures: Pictures;
}

/** Reads a video and makes its pictures; undefined when there is no video in the file. */
export type Inspect = (
  order: InspectionOrder,
  signal: AbortSignal,
) => Promise<Inspected | undefined>;

/** Milliseconds; a decoder that takes longer hangs. */
const longest = 60_000;

/**
 * Inspects in a worker thread of its own for each video, in turn, so that the window and the jobs go on.
 *
 * @param worker `mediaWorker.ts`, or its bundle.
 */
export function createInspect(worker: URL, clock: Clock): Inspect {
  return (order, signal) => takeTurn(() => inspectOnce(worker, clock, order, signal));
}

function inspectOnce(
  url: URL,
  clock: Clock,
  order: InspectionOrder,
  signal: AbortSignal,
): Promise<Inspected | undefined> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: order });
    const made = new Set<string>();
    let facts: VideoFacts | undefined;
    let isNoVideo = false;
    let failure: unknown;
    const stop = (): void => void worker.terminate();
    const stopTimer = clock.setTimer(longest, stop);
    signal.addEventListener("abort", stop);

    worker.on("message", (message: InspectionMessage) => {
      if (message.kind === "facts") ({ facts } = message);
      if (message.kind === "noVideo") isNoVideo = true;
      if (message.kind === "picture") made.add(message.name);
    });
    worker.on("error", (error) => {
      failure = error;
    });
    worker.on("exit", () => {
      stopTimer();
      signal.removeEventListener("abort", stop);
      if (facts) resolve({ facts, pictures: picturesOf(order, made) });
      else if (isNoVideo) resolve(undefined);
      else reject(failure ?? new Error("The video could not be looked at"));
    });
  });
}

const picturesOf = ({ poster, stills }: InspectionOrder, made: ReadonlySet<string>): Pictures => ({
  poster: made.has(poster) ? poster : null,
  stills: stills.map(({ name }) => (made.has(name) ? name : null)),
});
