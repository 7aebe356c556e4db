import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** The program is started more than a hundred times: only the first start compiles its sources. */
const env = { NODE_COMPILE_CACHE: resolve(import.meta.dirname, "node_modules/.cache/compiled") };

/**
 * Two projects, one after the other: `unit` runs from the sources, `e2e` drives in Chromium what
 * the build made. The limits of time only end what hangs: no test says how fast a thing must be.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          env,
          include: ["test/**/*.test.{ts,tsx}"],
          setupFiles: ["test/seed.ts"],
          exclude: ["test/e2e/**", "test/desktop/**"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "e2e",
          env,
          include: ["test/{e2e,desktop}/**/*.test.ts"],
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 120_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
