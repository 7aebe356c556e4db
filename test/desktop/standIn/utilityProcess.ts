import { fork, type ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import { isAbsolute } from "node:path";
import { life } from "./life.ts";

interface Options {
  readonly env?: NodeJS.ProcessEnv;
  readonly serviceName?: string;
  readonly stdio?: string;
}

const known = new Set(["env", "serviceName", "stdio"]);
const inside = new URL("./parentPort.ts", import.meta.url).href;

/** A process of Electron's in which a script of the app is at work: here one of Node's, with the same way to talk. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(path: string, env: NodeJS.ProcessEnv) {
    super();
    this.#child = fork(path, {
      env,
      execArgv: ["--disable-warning=ExperimentalWarning", "--import", inside],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child.on("message", (message) => this.emit("message", message));
    this.#child.on("exit", (code) => this.emit("exit", code ?? 1));
  }

  postMessage(message: unknown): void {
    if (typeof message !== "object" || message === null) {
      throw new TypeError("Only objects are sent");
    }
    this.#child.send(message, () => {});
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (path: string, words: readonly string[], options: Options): UtilityProcess => {
    life.needReady("utilityProcess.fork");
    if (!isAbsolute(path)) throw new Error(`${path} is not an absolute path`);
    if (words.length > 0) throw new Error("The script takes its order as a message");
    for (const name of Object.keys(options)) {
      if (!known.has(name)) throw new Error(`Nobody has thought about the option ${name}`);
    }
    return new UtilityProcess(path, options.env ?? process.env);
  },
};
