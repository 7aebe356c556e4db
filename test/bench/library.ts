import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openJournal, type Journal } from "../../electron/backend/jobs/journal.ts";
import { openPage, startApp } from "../e2e/app.ts";
import { job, sceneOf, take } from "../renderer/library/jobs.ts";
import type { Row } from "./results.ts";

const takeCount = 10_000;
const boardCount = 40;
const body = JSON.stringify({
  prompt: "A car ferry in the rain ".repeat(20),
  multi_prompt: [1, 2, 3].map(() => ({ prompt: "Waves break on rocks ".repeat(20), duration: 5 })),
});

/** A library of ten thousand takes, opened and searched by a user. */
export async function openLibrary(browser: Browser): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "shotgraph-bench-"));
  await fill(dataDir);
  const app = await startApp({ dataDir, settings: { welcomed: true } });
  const { page, context } = await openPage(browser, app.address);
  try {
    await page.getByRole("banner").waitFor();
    const began = await now(page);
    await page.getByRole("button", { name: "Takes" }).click();
    await page.getByRole("button", { name: new RegExp(`^Play Take ${takeCount}`) }).waitFor();
    const seen = await now(page);
    await lines(page, (count) => count >= takeCount);
    const whole = await now(page);
    await page.getByRole("searchbox").fill("board 39");
    await lines(page, (count) => count <= takeCount / boardCount + boardCount);
    const found = await now(page);
    return [
      { name: "the newest takes are shown", unit: "ms", ours: seen - began, aim: 1000 },
      { name: "all of them are in the list", unit: "ms", ours: whole - began },
      { name: "searched by words", unit: "ms", ours: found - whole },
    ];
  } finally {
    await context.close();
    await app.stop();
    await rm(dataDir, { recursive: true });
  }
}

const now = (page: Page): Promise<number> => page.evaluate(() => performance.now());

async function lines(page: Page, isEnough: (count: number) => boolean): Promise<void> {
  const first = page.locator("li[aria-setsize]").first();
  while (!isEnough(Number(await first.getAttribute("aria-setsize")))) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

async function fill(dataDir: string): Promise<void> {
  const folder = join(dataDir, "takes", "2026-10-09", "one");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "video.mp4"), "");
  const journal = openJournal(dataDir);
  for (let index = 0; index < takeCount; index += 1) add(journal, folder, index);
  journal.close();
}

function add(journal: Journal, folder: string, index: number): void {
  const id = `take-${index}`;
  const at = new Date(Date.UTC(2026, 0, 1) + index * 600_000).toISOString();
  const sceneId = `scene-${index % 200}`;
  const times = { createdAt: at, submittedAt: at, endedAt: at };
  const boardTitle = `Board ${index % boardCount}`;
  const made = job({ state: "done" }, { id, runId: id, sceneId, boardTitle, ...times });
  const number = index + 1;
  const { job: _, missing: __, binned: ___, ...record } = take(id, { job: made, number });
  journal.addTake({
    run: { id, board: "{}", scene: sceneOf(made) },
    job: made,
    body,
    place: { library: join(folder, "../.."), folder: "2026-10-09/one", number },
    take: { record: { ...record, poster: null }, folder, binnedAt: null },
    hash: "",
  });
}
