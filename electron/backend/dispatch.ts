import { z } from "zod";
import {
  calls,
  isCallName,
  type Answer,
  type CallError,
  type CallName,
  type CallOutput,
  type Calls,
} from "../../shared/ipc/contract.ts";
import { AppError } from "./appError.ts";
import type { Log } from "./log.ts";

type Parsed<N extends CallName> = z.output<Calls[N]["input"]>;

/** One handler for each call of the contract: a forgotten one does not compile. None sees who called or how. */
export type Handlers = { readonly [N in CallName]: (input: Parsed<N>) => Promise<CallOutput<N>> };

/** The contract, written so that the compiler sees that a call's schemas and its handler belong together. */
const contract: {
  readonly [N in CallName]: {
    readonly input: z.ZodType<Parsed<N>>;
    readonly output: z.ZodType<CallOutput<N>>;
  };
} = calls;

/** Answers any call from outside; never throws. */
export type Dispatch = (name: unknown, input: unknown) => Promise<Answer>;

/**
 * The one door between a host and the handlers. An `AppError` becomes its code, values and words; anything else that
 * is thrown is a bug, which is logged and crosses as the code `bug` alone.
 */
export function createDispatch(handlers: Handlers, log: Log): Dispatch {
  return async (name, input) => {
    if (typeof name !== "string" || !isCallName(name)) {
      log.error("A call that is not in the contract", { name: String(name).slice(0, 100) });
      return { ok: false, error: { code: "unknownCall" } };
    }
    try {
      return { ok: true, value: await carryOut(handlers, name, input) };
    } catch (error) {
      return { ok: false, error: toCallError(error, name, log) };
    }
  };
}

async function carryOut<N extends CallName>(handlers: Handlers, name: N, input: unknown) {
  const { input: inputSchema, output: outputSchema } = contract[name];
  const parsed = inputSchema.safeParse(input);
  // Zod's issues name the place and the rule, never the value: a mistyped token does not get into the log.
  if (!parsed.success) throw new BadInput(z.prettifyError(parsed.error));
  return outputSchema.parse(await handlers[name](parsed.data));
}

class BadInput extends Error {}

function toCallError(error: unknown, name: CallName, log: Log): CallError {
  if (error instanceof AppError) {
    const { code, values, words } = error;
    return {
      code,
      ...(Object.keys(values).length > 0 && { values }),
      ...(words !== undefined && { words: log.scrub(words) }),
    };
  }
  log.error(`The call ${name} failed`, error);
  return { code: error instanceof BadInput ? "badInput" : "bug" };
}
