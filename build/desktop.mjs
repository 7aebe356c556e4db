import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, runTool } from "./run.mjs";

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {boolean} isRoot
 * @property {boolean} hasSandbox Whether Linux lets an ordinary program make Electron's sandbox.
 */

/** @returns {Machine} */
export function thisMachine() {
  /** @param {string} name */
  const kernel = (name) => {
    const file = `/proc/sys/kernel/${name}`;
    return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
  };
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    hasSandbox:
      kernel("apparmor_restrict_unprivileged_userns") !== "1" &&
      kernel("unprivileged_userns_clone") !== "0",
  };
}

/** @param {Machine} machine */
export function hasDisplay({ platform, env }) {
  return platform !== "linux" || Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
}

/**
 * Why the desktop app cannot run on a machine, or nothing. The sandbox is never switched off to
 * make it run.
 *
 * @param {Machine} machine
 * @returns {string | undefined}
 */
export function desktopProblem(machine) {
  if (!hasDisplay(machine)) return "There is no display for the desktop app";
  if (machine.platform !== "linux") return undefined;
  if (machine.isRoot) return "Electron does not run as root with its sandbox on";
  if (!machine.hasSandbox) return "This Linux does not allow the sandbox that Electron needs";
  return undefined;
}

/**
 * Electron's program, fetched first if it is missing.
 *
 * @returns {Promise<string | undefined>} Nothing, when it could not be fetched.
 */
export async function getElectron() {
  const pathFile = join(root, "node_modules/electron/path.txt");
  if (!existsSync(pathFile)) {
    console.log("Fetching Electron…");
    const { code } = await runTool("electron/install.js", [], { quiet: true, seconds: 180 });
    if (code !== 0) return undefined;
  }
  const dist =
    process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? join(root, "node_modules/electron/dist");
  return join(dist, readFileSync(pathFile, "utf8"));
}
