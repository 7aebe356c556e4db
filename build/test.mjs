import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "./build.mjs";
import { getChromium } from "./chromium.mjs";
import { install } from "./install.mjs";
import { readReport } from "./report.mjs";
import { root, runTool } from "./run.mjs";

/** @typedef {{ passed: number, failed: number }} Count */

const reportFile = join(root, "node_modules/.cache/vitest.json");
const quiet = { quiet: true };

/** Every step of the gate but the tests: a name, and what gives its exit code and its words. */
const checks = [
  { name: "types", check: () => runTool("typescript/bin/tsc", ["-b"], quiet) },
  { name: "lint", check: () => runTool("oxlint/bin/oxlint", ["--deny-warnings"], quiet) },
  { name: "format", check: () => runTool("oxfmt/bin/oxfmt", ["--check"], quiet) },
  { name: "dead code", check: () => runTool("knip/bin/knip.js", [], quiet) },
  { name: "build", check: () => build(quiet) },
  { name: "chromium", check: findChromium },
];

async function findChromium() {
  const found = await getChromium();
  if ("problem" in found) return { code: 1, output: found.problem };
  process.env["CHROMIUM_PATH"] = found.path;
  return { code: 0, output: "" };
}

/**
 * Runs the tests; those in a Chromium only where there is one.
 *
 * @returns {Promise<Count>}
 */
async function runTests() {
  mkdirSync(dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const projects = process.env["CHROMIUM_PATH"] ? [] : ["--project", "unit"];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const args = ["run", "--allowOnly=false", ...projects, ...reporters];
  const { code } = await runTool("vitest/vitest.mjs", args);
  return readReport(reportFile, code);
}

/**
 * `npm test`: installs what is missing, then runs the whole gate. Goes on after a failed step, so
 * that one run tells everything.
 *
 * @returns {Promise<Count>}
 */
async function runGate() {
  const problem = await install();
  if (problem) {
    console.error(problem);
    return { passed: 0, failed: 1 };
  }
  /** @type {string[]} */
  const failures = [];
  for (const { name, check } of checks) {
    const started = performance.now();
    const { code, output } = await check();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? "✓" : "✗"} ${name} ${seconds} s`);
    if (code === 0) continue;
    failures.push(name);
    console.log(output);
  }
  const tests = await runTests();
  if (failures.length > 0) console.log(`Failed: ${failures.join(", ")}.`);
  return {
    passed: tests.passed + checks.length - failures.length,
    failed: tests.failed + failures.length,
  };
}

const { passed, failed } = await runGate();
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
