import type { StartApart } from "../../media/apart.ts";
import { createInOrder } from "../inOrder.ts";
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

export type MediaWorker = StartApart<InspectionOrder, InspectionMessage>;

/** Inspects each video in a process of its own, one at a time: a library that is read anew has thousands. */
export function createInspect(start: MediaWorker, clock: Clock): Inspect {
  const inTurn = createInOrder();
  return (order, signal) => inTurn(() => inspectOnce(start, clock, order, signal));
}

function inspectOnce(
  start: MediaWorker,
  clock: Clock,
  order: InspectionOrder,
  signal: AbortSignal,
): Promise<Inspected | undefined> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const made = new Set<string>();
    let facts: VideoFacts | undefined;
    let isNoVideo = false;
    const worker = start(order, {
      onMessage: (message) => {
        if (message.kind === "facts") ({ facts } = message);
        if (message.kind === "noVideo") isNoVideo = true;
        if (message.kind === "picture") made.add(message.name);
      },
      onEnd: (failure) => {
        stopTimer();
        signal.removeEventListener("abort", worker.kill);
        if (facts) resolve({ facts, pictures: picturesOf(order, made) });
        else if (isNoVideo) resolve(undefined);
        else reject(failure ?? new Error("The video could not be looked at"));
      },
    });
    const stopTimer = clock.setTimer(longest, worker.kill);
    signal.addEventListener("abort", worker.kill);
  });
}

const picturesOf = ({ poster, stills }: InspectionOrder, made: ReadonlySet<string>): Pictures => ({
  poster: made.has(poster) ? poster : null,
  stills: stills.map(({ name }) => (made.has(name) ? name : null)),
});
