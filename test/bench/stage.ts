import type { Browser, Page } from "playwright-core";
import { createMouse, type Mouse } from "./mouse.ts";

/** A page that is being measured: real input goes in, and what its main thread spent on it comes out. */

const windowSize = { width: 1920, height: 1080 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a canvas looks: window px from its corner to the origin of the board, and 1 for 100 %. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Stage {
  readonly page: Page;
  readonly mouse: Mouse;
  /** CPU ms that the main thread has spent on tasks so far. */
  readonly spent: () => Promise<number>;
  /** JavaScript heap in bytes, after a collection. */
  readonly heap: () => Promise<number>;
  /** Resolves when what was sent before has been drawn: two frames later. */
  readonly drawn: () => Promise<void>;
  /** Does what is measured and keeps a trace of it when one is wanted. */
  readonly traced: <T>(act: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** @param trace Is given a trace of each part that is measured, for Chromium's developer tools. */
export async function openStage(
  browser: Browser,
  trace?: (made: Buffer) => Promise<void>,
): Promise<Stage> {
  const context = await browser.newContext({ viewport: windowSize, locale: "en-US" });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  // CPU time of the thread, so that other programs on the machine count less.
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.addInitScript(watchOpening);
  const metric = async (name: string): Promise<number> => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    const found = metrics.find((each) => each.name === name);
    if (found === undefined) throw new Error(`Chromium has no metric ${name}`);
    return found.value;
  };
  const drawn = async (): Promise<void> => {
    await cdp.send("Runtime.evaluate", { expression: twoFrames, awaitPromise: true });
  };
  return {
    page,
    mouse: createMouse(cdp),
    spent: async () => (await metric("TaskDuration")) * 1000,
    heap: async () => {
      await cdp.send("HeapProfiler.collectGarbage");
      return metric("JSHeapUsedSize");
    },
    drawn,
    traced: async (act) => {
      if (trace === undefined) return act();
      await browser.startTracing(page, { categories: traceCategories });
      // The first script that runs pays for the start of the profiler.
      await drawn();
      const result = await act();
      await trace(await browser.stopTracing());
      return result;
    },
    close: () => context.close(),
  };
}

/** What scripts do, by samples, and everything else that the main thread does. */
const traceCategories = [
  "toplevel",
  "devtools.timeline",
  "disabled-by-default-v8.cpu_profiler",
  "disabled-by-default-devtools.timeline",
];

const twoFrames =
  "new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r())))";

declare global {
  interface Window {
    /** ms from the start of the navigation to the first idle moment after nodes stood there. */
    openedAfter?: number;
  }
}

/** Runs in the page before anything else. */
function watchOpening(): void {
  const look = (): void => {
    if (document.querySelector(".react-flow__node") === null) {
      requestAnimationFrame(look);
      return;
    }
    requestAnimationFrame(() =>
      requestIdleCallback(() => {
        window.openedAfter = performance.now();
      }),
    );
  };
  requestAnimationFrame(look);
}

export interface Opening {
  /** CPU ms of the main thread. */
  readonly cpu: number;
  /** ms on the clock. */
  readonly wall: number;
}

/** Goes to the address, from a page of the same site, and waits until its nodes are there and it has nothing to do. */
export async function open(stage: Stage, address: string): Promise<Opening> {
  const { page } = stage;
  await page.goto(new URL("/nothing-here", address).href);
  const before = await stage.spent();
  await stage.traced(async () => {
    await page.goto(address);
    await page.waitForFunction(() => window.openedAfter !== undefined);
  });
  const cpu = (await stage.spent()) - before;
  return { cpu, wall: await page.evaluate(() => window.openedAfter ?? Number.NaN) };
}

export const viewNow = ({ page }: Stage): Promise<View> =>
  page.locator(".react-flow__viewport").evaluate((element) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform);
    return { x: e, y: f, zoom: a };
  });

/** The canvas in the window. */
export const paneOf = async ({ page }: Stage): Promise<Box> => {
  const box = await page.locator(".react-flow").boundingBox();
  if (box === null) throw new Error("there is no canvas");
  return box;
};

export const boxOf = ({ page }: Stage, id: string): Promise<Box | null> =>
  page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox();

export const countOf = ({ page }: Stage, selector: string): Promise<number> =>
  page.locator(selector).count();
