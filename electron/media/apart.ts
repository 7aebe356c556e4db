import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * A script in a process of its own. Native codecs crash now and then: this way they take neither the jobs nor the window
 * with them.
 */
export interface Apart<Word> {
  readonly say: (word: Word) => void;
  readonly kill: () => void;
}

export interface ApartWatch<Message> {
  readonly onMessage: (message: Message) => void;
  /** The script is gone: undefined when it came to its end, otherwise why it did not. Called once. */
  readonly onEnd: (failure: Error | undefined) => void;
}

/** Starts the script with its order. All three types are plain data. */
export type StartApart<Order, Message, Word = never> = (
  order: Order,
  watch: ApartWatch<Message>,
) => Apart<Word>;

/** A process that `carry` can talk to: Node's, or Electron's. */
export interface Process {
  readonly send: (data: object) => void;
  readonly kill: () => void;
  readonly hear: (onData: (data: unknown) => void, onExit: () => void) => void;
}

/** What the process says: a message of its script, or its end. */
export type Said<Message> =
  | { readonly message: Message }
  | { readonly ended: true; readonly failure?: string };

/** Gives the process its order and tells what becomes of it. It is ended only once all it said has been heard. */
export function carry<Message, Word extends object>(
  child: Process,
  order: object,
  { onMessage, onEnd }: ApartWatch<Message>,
): Apart<Word> {
  let failure: Error | undefined = new Error("The process ended before its work was done");
  let isEnded = false;
  child.hear(
    (data) => {
      // Both ends are ours and of one version: nothing else comes this way.
      const said = data as Said<Message>;
      if ("message" in said) return onMessage(said.message);
      failure = said.failure === undefined ? undefined : new Error(said.failure);
      child.kill();
    },
    () => {
      if (isEnded) return;
      isEnded = true;
      onEnd(failure);
    },
  );
  child.send(order);
  return { say: child.send, kill: child.kill };
}

/** In a process of Node's. It ends when this one does, and keeps this one alive only when `isAwaited`. */
export const forked =
  <Order extends object, Message, Word extends object = never>(
    script: URL,
    { isAwaited }: { readonly isAwaited: boolean },
  ): StartApart<Order, Message, Word> =>
  (order, watch) =>
    carry(begin(script, isAwaited), order, watch);

function begin(script: URL, isAwaited: boolean): Process {
  const child = fork(fileURLToPath(script), {
    env: withoutToken(),
    execArgv: ["--disable-warning=ExperimentalWarning"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  if (!isAwaited) {
    child.unref();
    child.channel?.unref();
  }
  return {
    // Of one that is gone already, its exit tells.
    send: (data) => void child.send(data, () => {}),
    kill: () => void child.kill("SIGKILL"),
    hear: (onData, onExit) => {
      child.on("message", onData);
      child.on("error", onExit);
      child.on("exit", onExit);
    },
  };
}

/** The token stays in this process. */
export function withoutToken(): NodeJS.ProcessEnv {
  const { RUNCOMFY_API_TOKEN: _kept, ...env } = process.env;
  return env;
}
