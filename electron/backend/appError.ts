import type { CallError } from "../../shared/ipc/contract.ts";

/**
 * A failure that the user can understand and act on. `code` and `values` make its sentence in the window and on the
 * command line; `words` are the service's own. Anything else that is thrown is a bug: logged, never shown as it is.
 */
export class AppError extends Error {
  readonly code: string;
  readonly values: NonNullable<CallError["values"]>;
  readonly words: string | undefined;

  constructor(code: string, values: NonNullable<CallError["values"]> = {}, words?: string) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.values = values;
    this.words = words;
  }
}
