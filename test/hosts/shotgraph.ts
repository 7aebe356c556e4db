import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

const root = resolve(import.meta.dirname, "../..");
/** The Node that the sources run on, also where another one runs the tests. */
const node = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly input?: string;
}

export interface Ended {
  /** 128 + the signal's number when a signal ended it. */
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** The command line, begun. It ends with the test at the latest. */
export function begin(args: readonly string[], { env, folder, input }: Surroundings = {}) {
  const script = join(root, "electron/hosts/cli.ts");
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", script, ...args], {
    cwd: folder ?? root,
    // Nothing of the tester's own: neither token nor service.
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  child.stdin.on("error", () => undefined).end(input ?? "");
  const lines = createInterface(child.stdout);
  const said: string[] = [];
  lines.on("line", (line) => said.push(line));
  const errors = text(child.stderr);
  const ended = once(child, "close").then(async ([code]): Promise<Ended> => ({
    code: typeof code === "number" ? code : 128,
    output: said.join("\n"),
    errors: await errors,
  }));
  return {
    ended,
    kill: (signal: NodeJS.Signals) => void child.kill(signal),
    /** Resolves with the first line of the output, past or to come, that fits. */
    line: (fits: (line: string) => boolean) =>
      new Promise<string>((found, lost) => {
        const past = said.find(fits);
        if (past !== undefined) return found(past);
        lines.on("line", (line) => fits(line) && found(line));
        lines.on("close", () => lost(new Error(`Never said; only:\n${said.join("\n")}`)));
      }),
  };
}

/** The command line, to its end. */
export const shotgraph = (args: readonly string[], surroundings?: Surroundings): Promise<Ended> =>
  begin(args, surroundings).ended;
