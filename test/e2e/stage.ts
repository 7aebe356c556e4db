import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { startSimulator, type Simulator, type SimulatorOptions } from "../simulator/simulator.ts";
import { forget, openPage, startApp, startBrowser, type App, type Look } from "./app.ts";

const pictures = resolve(import.meta.dirname, "../../node_modules/.cache/e2e");

interface OpenOptions extends Look {
  /** What the console may say: a page whose program was killed cannot reach it, and Chromium reports that. */
  readonly allowed?: RegExp;
}

export interface Stage {
  /** Starts the program; it and its folder go with the test. */
  readonly start: (options?: Parameters<typeof startApp>[0]) => Promise<App>;
  readonly open: (app: Pick<App, "address">, options?: OpenOptions) => Promise<Page>;
  readonly simulate: (options?: SimulatorOptions) => Promise<Simulator>;
}

/** One browser for the tests of a file. A page whose console shows an error or a warning fails its test. */
export function makeStage(): Stage {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  return {
    start: async (options) => {
      const app = await startApp(options);
      onTestFinished(async () => {
        await app.stop("SIGKILL");
        await forget(app);
      });
      return app;
    },
    open: async (app, { allowed, ...look } = {}) => {
      const { page, context, errors } = await openPage(browser, app.address, look);
      onTestFinished(async ({ task }) => {
        if (task.result?.state === "fail" && !page.isClosed()) await picture(page, task.name);
        await context.close();
        expect(errors.filter((error) => allowed?.test(error) !== true)).toEqual([]);
      });
      await page.getByRole("banner").waitFor();
      return page;
    },
    simulate: async (options) => {
      const simulator = await startSimulator(options);
      onTestFinished(() => simulator.close());
      return simulator;
    },
  };
}

/** What a failed test leaves for its reader. */
async function picture(page: Page, test: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  const path = resolve(pictures, `${test.replace(/\W+/g, "-").slice(0, 80)}.png`);
  await page.screenshot({ path });
  await writeFile(`${path}.txt`, await page.locator("body").ariaSnapshot());
  console.log(`What the page showed: ${path}`);
}

/** What makes the program send its requests to a simulator. */
export const towards = ({ baseUrl, token }: Pick<Simulator, "baseUrl" | "token">) => ({
  RUNCOMFY_MODEL_API_BASE: baseUrl,
  RUNCOMFY_API_TOKEN: token,
});

/** Chromium's words for a program that is not there. */
export const gone =
  /net::ERR_(CONNECTION_\w+|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)|status of 401/;
