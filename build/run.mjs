import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");

/** The Node 24 that comes with the install: what the sources need to run unbuilt. */
export const node24 = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/**
 * Runs a command to its end, from the root of the repository.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, seconds?: number }} [options] `quiet`
 *   keeps what the command prints and returns it; `seconds` is how long it may take.
 * @returns {Promise<{ code: number, output: string }>} The exit code (128 + the signal's number
 *   after a signal, 127 when the command could not be started).
 */
export function run(command, args, { env = {}, quiet = false, seconds = 0 } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
      timeout: seconds * 1000,
    });
    let output = "";
    child.stdout?.on("data", (text) => (output += text));
    child.stderr?.on("data", (text) => (output += text));

    // A terminal sends Ctrl+C to the child itself; a second one would end it before it has tidied up.
    const interrupt = () => process.stdin.isTTY || child.kill("SIGINT");
    const terminate = () => child.kill("SIGTERM");
    process.on("SIGINT", interrupt).on("SIGTERM", terminate);
    const stopWatching = onceOrphaned(terminate);
    /** @param {number} code @param {string} [error] */
    const end = (code, error = "") => {
      process.off("SIGINT", interrupt).off("SIGTERM", terminate);
      stopWatching();
      done({ code, output: output + error });
    };
    child.on("error", (error) => end(127, error.message));
    child.on("close", (code, signal) =>
      end(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}

/**
 * A signal to npm reaches only the shell between npm and this program, which ends and tells no one:
 * that this program has another parent is the only news of it.
 *
 * @param {() => void} act
 * @returns {() => void} Ends the watch.
 */
function onceOrphaned(act) {
  if (!process.env["npm_lifecycle_event"]) return () => {};
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 250);
  return () => clearInterval(watch);
}

/**
 * Runs a tool of `node_modules`, by the path of its script inside its package, on Node 24.
 *
 * @param {string} script
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(script, args, options) {
  const node = existsSync(node24) ? node24 : process.execPath;
  return run(node, [join(root, "node_modules", script), ...args], options);
}
