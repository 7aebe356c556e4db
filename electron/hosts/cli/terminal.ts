/** What a command says: results to standard output, everything else to standard error. No colours, no moving lines. */
export interface Terminal {
  readonly print: (text: string) => void;
  readonly say: (text: string) => void;
}

/**
 * @param onClosed Standard output was closed by the program that reads it, as `head` does: nobody wants the rest.
 */
export function createTerminal(onClosed: () => void): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") onClosed();
    else throw error;
  });
  // Nobody is left to tell that nobody listens.
  process.stderr.on("error", () => undefined);
  return {
    print: (text) => process.stdout.write(`${text}\n`),
    say: (text) => process.stderr.write(`${text}\n`),
  };
}
