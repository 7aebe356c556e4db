import {
  answerSchema,
  calls,
  eventSchema,
  type AppEvent,
  type Bridge,
  type CallError,
  type CallInput,
  type CallName,
  type CallOutput,
} from "../../shared/ipc/contract.ts";
import { loopbackBridge } from "./loopback.ts";

declare global {
  interface Window {
    /** Put there by the preload on the desktop; absent in a browser. */
    readonly shotgraph?: Bridge;
  }
}

/** An expected failure of a call: its sentence is made from `errors.<code>` of the locale files. */
export class CallFailure extends Error {
  readonly error: CallError;
  constructor(error: CallError) {
    super(error.code);
    this.name = "CallFailure";
    this.error = error;
  }
}

const bridge: Bridge = window.shotgraph ?? loopbackBridge();

/** Calls the process behind the window. Throws `CallFailure` for what a user can understand. */
export async function call<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = answerSchema.parse(await bridge.call(name, input));
  if (!answer.ok) throw new CallFailure(answer.error);
  // The schema of this very call: TypeScript cannot follow the index into the union of all outputs.
  return calls[name].output.parse(answer.value) as CallOutput<N>;
}

/**
 * Listens to every event; one that this version does not know is passed over. Returns how to stop.
 *
 * @param onOpen Told each time that events begin to come: those before are missed.
 */
export function onEvent(listener: (event: AppEvent) => void, onOpen: () => void): () => void {
  return bridge.subscribe((raw) => {
    const event = eventSchema.safeParse(raw);
    if (event.success) listener(event.data);
  }, onOpen);
}
