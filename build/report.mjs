import { existsSync, readFileSync } from "node:fs";

/**
 * Counts the tests in Vitest's JSON report. A run that failed counts as a failure also when no
 * single test did: a file that cannot be loaded has no tests.
 *
 * @param {string} file
 * @param {number} code What Vitest exited with.
 * @returns {{ passed: number, failed: number }}
 */
export function readReport(file, code) {
  /** @type {{ numPassedTests: number, numFailedTests: number }} */
  const { numPassedTests: passed, numFailedTests: failed } = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { numPassedTests: 0, numFailedTests: 0 };
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
