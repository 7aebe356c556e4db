import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openJournal } from "../../electron/backend/jobs/journal.ts";
import { openPage, startApp } from "../e2e/app.ts";
import { job, sceneOf } from "../renderer/library/jobs.ts";
import { clientOf } from "../simulator/client.ts";
import { startSimulator, type Simulator } from "../simulator/simulator.ts";
import { median, type Row } from "./results.ts";

const jobCount = 1_000;
/** So many of them begin to run while the page looks on. */
const changed = 40;

/**
 * From the moment in which the service is asked to the frame that shows its answer: the served program with a thousand open
 * jobs, all of them in the list of jobs of a real page.
 */
export async function onScreen(browser: Browser): Promise<readonly Row[]> {
  const simulator = await startSimulator({ clock: "real", queueSeconds: 1e6, balanceUsd: 1e9 });
  const dataDir = await mkdtemp(join(tmpdir(), "shotgraph-bench-"));
  const ids = await submitAll(simulator);
  fill(dataDir, ids);
  const env = { RUNCOMFY_MODEL_API_BASE: simulator.baseUrl, RUNCOMFY_API_TOKEN: simulator.token };
  const app = await startApp({ dataDir, env, settings: { welcomed: true } });
  const { page, context } = await openPage(browser, app.address);
  try {
    await page.getByRole("button", { name: "Jobs" }).click();
    await page.getByRole("button", { name: /^Show \d+ more/ }).waitFor();
    await simulator.seen("status", jobCount * 2);
    const waits = await watch(page, simulator, ids);
    return [
      {
        name: "from the service's answer to the screen",
        unit: "ms",
        ours: median(waits),
        aim: 100,
      },
      { name: `the slowest of ${changed}`, unit: "ms", ours: Math.max(...waits) },
    ];
  } finally {
    await context.close();
    await app.stop();
    await simulator.close();
    await rm(dataDir, { recursive: true });
  }
}

async function submitAll(simulator: Simulator): Promise<readonly string[]> {
  const client = clientOf(simulator);
  const ids: string[] = [];
  for (let number = 0; number < jobCount; number += 1) ids.push(await client.submit());
  return ids;
}

const nameOf = (number: number): string => `Scene ${number}`;

/** As an earlier start of the program has left it. */
function fill(dataDir: string, requestIds: readonly string[]): void {
  const journal = openJournal(dataDir);
  for (const [number, requestId] of requestIds.entries()) {
    const id = `job-${number}`;
    const at = new Date(Date.now() + number).toISOString();
    const status = { state: "inQueue", position: null } as const;
    const sceneTitle = nameOf(number);
    const times = { createdAt: at, submittedAt: at };
    const made = job(status, { id, runId: id, sceneTitle, requestId, ...times });
    journal.addRun({ id, board: "{}", scene: sceneOf(made) }, [{ job: made, body: "{}" }]);
  }
  journal.close();
}

/** @returns Milliseconds for each job that has begun to run. */
async function watch(
  page: Page,
  simulator: Simulator,
  ids: readonly string[],
): Promise<readonly number[]> {
  await page.evaluate(noteRunning);
  const began = simulator.clock.now();
  const numbers = Array.from({ length: changed }, (_, i) => Math.floor((i * jobCount) / changed));
  for (const number of numbers) simulator.job(ids[number] ?? "").start();
  await page.waitForFunction((count) => window.running.size === count, changed, { timeout: 0 });
  const shown = new Map(await page.evaluate(() => [...window.running]));
  return numbers.map((number) => {
    const asked = simulator.requests.find(
      ({ call, request, at }) => call === "status" && request === ids[number] && at >= began,
    );
    const seen = shown.get(nameOf(number));
    if (asked === undefined || seen === undefined) throw new Error(`${nameOf(number)} never ran`);
    return seen - asked.at;
  });
}

declare global {
  interface Window {
    /** When each scene stood among the running ones first, in milliseconds since 1970. */
    running: Map<string, number>;
  }
}

/** Runs in the page. */
function noteRunning(): void {
  window.running = new Map();
  const look = (): void => {
    const now = Date.now();
    const group = [...document.querySelectorAll("section")].find((section) =>
      section.querySelector("h3")?.textContent?.startsWith("Running"),
    );
    for (const name of group?.querySelectorAll("article header button:first-child") ?? []) {
      const scene = name.textContent ?? "";
      if (!window.running.has(scene)) window.running.set(scene, now);
    }
  };
  // In the frame that draws the change.
  const observer = new MutationObserver(() => requestAnimationFrame(look));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}
