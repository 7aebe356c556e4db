import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

const onPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const onMac = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const onWindows = ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"];

/**
 * The places where a Chromium may be, the best first.
 *
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function chromiumPlaces(platform, env) {
  const chosen = env["CHROMIUM_PATH"];
  if (chosen) return [chosen];
  if (platform === "darwin") return onMac;
  if (platform === "win32") {
    const roots = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]];
    return roots.flatMap((folder) => (folder ? onWindows.map((path) => join(folder, path)) : []));
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {Promise<string | undefined>} */
async function findChromium() {
  const installed = chromiumPlaces(process.platform, process.env).find((path) => existsSync(path));
  if (installed || process.env["CHROMIUM_PATH"]) return installed;
  const { chromium } = await import("playwright-core");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Only Debian's own package is a plain program: Ubuntu's is a snap, which containers cannot run. */
function isDebianRoot() {
  const release = "/etc/os-release";
  const isDebian = existsSync(release) && /^ID=debian$/m.test(readFileSync(release, "utf8"));
  return isDebian && process.getuid?.() === 0;
}

/**
 * The Chromium that end-to-end tests drive; installed first if it is missing and that is possible.
 *
 * @returns {Promise<{ path: string } | { problem: string }>}
 */
export async function getChromium() {
  const found = await findChromium();
  if (found) return { path: found };
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen) return { problem: `CHROMIUM_PATH names a file that is not there: ${chosen}` };

  if (isDebianRoot()) {
    console.log("Installing Chromium…");
    const options = { env: { DEBIAN_FRONTEND: "noninteractive" }, quiet: true };
    await run("apt-get", ["update"], options);
    const packages = ["chromium", "fonts-liberation"];
    await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], options);
    const installed = await findChromium();
    if (installed) return { path: installed };
  }
  return {
    problem:
      "There is no Chromium: install Chromium or Chrome, or name one in CHROMIUM_PATH, " +
      "or run `npx playwright-core install chromium`.",
  };
}
