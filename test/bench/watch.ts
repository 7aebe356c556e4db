import { build } from "../../build/build.mjs";
import { getChromium } from "../../build/chromium.mjs";
import { startBrowser } from "../e2e/app.ts";
import { onScreen } from "./onScreen.ts";
import { isMet, print, type Row } from "./results.ts";
import { watching } from "./watching.ts";

/** `npm run bench:jobs`: the jobs alone, then the jobs in the window, where there is a Chromium. */

const jobs = await watching();
print({ title: "1,000 open jobs, asked after for half an hour", against: "", rows: jobs });
const shown = await inWindow();
print({ title: "1,000 open jobs, in the list of a page", against: "", rows: shown });
const missed = [...jobs, ...shown].filter((row) => isMet(row) === false);
console.log(missed.length === 0 ? "\nEvery aim is met." : `\n${missed.length} aims are missed.`);
if (missed.length > 0) process.exitCode = 1;

async function inWindow(): Promise<readonly Row[]> {
  const { code, output } = await build({ quiet: true });
  const found = await getChromium();
  if (code !== 0 || "problem" in found) {
    console.error("problem" in found ? found.problem : output);
    return [];
  }
  process.env["CHROMIUM_PATH"] = found.path;
  const browser = await startBrowser();
  try {
    return await onScreen(browser);
  } finally {
    await browser.close();
  }
}
