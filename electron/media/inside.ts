import { flushCompileCache } from "node:module";
import type { Said } from "./apart.ts";

/** The end of `apart.ts` inside the process. */
export interface Inside<Message> {
  readonly say: (message: Message) => void;
  /** Hears the words that are said to it later. */
  readonly onWord: (hear: (word: unknown) => void) => void;
}

/** Of Electron's processes; those of Node have none. */
const port: NodeJS.Process["parentPort"] | undefined = process.parentPort;

const send = (data: object): void => {
  if (port) port.postMessage(data);
  // When nobody hears it any more, "disconnect" tells.
  else process.send?.(data, undefined, undefined, () => {});
};

/** Does the work that the process was started for, with its order, the first that it is told. */
export function work<Message>(
  carryOut: (order: never, inside: Inside<Message>) => Promise<void>,
): void {
  let onWord: ((word: unknown) => void) | undefined;
  let isBegun = false;
  const hear = (data: unknown): void => {
    if (isBegun) return onWord?.(data);
    isBegun = true;
    // Both ends are ours and of one version: the first word is the order.
    void carryOut(data as never, {
      say: (message) => send({ message } satisfies Said<Message>),
      onWord: (listener) => {
        onWord = listener;
      },
    })
      // Whoever hears the end kills this process: where compiled sources are kept (NODE_COMPILE_CACHE), they are kept before.
      .finally(flushCompileCache)
      .then(
        () => send({ ended: true } satisfies Said<Message>),
        (error: unknown) => send({ ended: true, failure: wordsOf(error) } satisfies Said<Message>),
      );
  };
  if (port) port.on("message", ({ data }) => hear(data));
  else process.on("message", hear);
  // Nobody is left who wants what it makes.
  process.on("disconnect", () => process.exit());
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
