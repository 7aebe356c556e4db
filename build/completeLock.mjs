import { readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "./run.mjs";

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {{ path: string, name: string, version: string, dev: boolean }} Missing
 */

/**
 * The optional packages that a lock file's packages ask for and the lock file does not name.
 *
 * @param {Record<string, Entry>} packages
 * @returns {Missing[]}
 */
export function missingParts(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isNamed(packages, path, name))
      .map(([name, version]) => ({ path: `node_modules/${name}`, name, version, dev })),
  );
}

/**
 * Whether a package would be found from a folder, as Node looks for it: upwards.
 *
 * @param {Record<string, Entry>} packages @param {string} path @param {string} name
 * @returns {boolean}
 */
function isNamed(packages, path, name) {
  if (posix.join(path, "node_modules", name) in packages) return true;
  return path !== "." && path !== "" && isNamed(packages, posix.dirname(path), name);
}

/**
 * The platform that a native package is for, read from its name: `…-linux-arm64-musl`.
 *
 * @param {string} name
 */
export function platformOf(name) {
  const match = /[-/](?:(darwin|linux|win32|android|freebsd|openharmony)-)?(\w+?)(?:-(\w+))?$/.exec(
    name,
  );
  const [, os, cpu = "", abi] = match ?? [];
  const libc = os === "linux" && abi ? (abi.startsWith("musl") ? "musl" : "glibc") : undefined;
  return { cpu: [cpu], ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

/**
 * Names in the lock file the platforms' packages that npm left out: a registry that lacks them
 * makes npm forget them, and then `npm ci` would install nothing native on those platforms.
 */
function completeLock() {
  const file = join(root, "package-lock.json");
  /** @type {{ packages: Record<string, Entry> }} */
  const lock = JSON.parse(readFileSync(file, "utf8"));
  for (const { path, name, version, dev } of missingParts(lock.packages)) {
    const { cpu, libc, os } = platformOf(name);
    // In npm's own order, so that its next write changes nothing.
    const entry = { version, cpu, ...(dev && { dev }), libc, optional: true, os };
    lock.packages[path] = entry;
  }
  const { "": project = {}, ...others } = lock.packages;
  const sorted = Object.entries(others).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = { "": project, ...Object.fromEntries(sorted) };
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) completeLock();
