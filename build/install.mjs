import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { node24, root, run } from "./run.mjs";

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock
 */

/**
 * Whether what is installed differs from what the lock file asks for. An optional package may be
 * missing: it is for another platform.
 *
 * @param {Lock} wanted `package-lock.json`
 * @param {Lock | undefined} installed `node_modules/.package-lock.json`, written last by npm
 */
export function isInstallStale(wanted, installed) {
  return Object.entries(wanted.packages).some(([path, { version, optional }]) => {
    if (path === "") return false;
    const found = installed?.packages[path];
    return found ? found.version !== version : !optional;
  });
}

/** @param {string} path @returns {Lock | undefined} */
function readLock(path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/**
 * Makes `node_modules` what the lock file says, if it is not that already.
 *
 * @returns {Promise<string | undefined>} A sentence, when that failed.
 */
export async function install() {
  const wanted = readLock("package-lock.json");
  const fresh = wanted && !isInstallStale(wanted, readLock("node_modules/.package-lock.json"));
  if (!fresh || !existsSync(node24)) {
    console.log("Installing what is missing…");
    const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
    const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    const { code } = npm ? await run(node, [npm, ...args]) : await run("npm", args);
    if (code !== 0) return `npm ci failed with code ${code}: what it printed above says why.`;
  }
  if (!existsSync(node24)) {
    return "Node 24 did not come with the install: let npm run the install script of the package `node`.";
  }
  return undefined;
}
