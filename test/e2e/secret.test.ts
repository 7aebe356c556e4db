import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";
import { startPaid } from "./openings.ts";
import { kite } from "./requests.ts";
import { gone, makeStage } from "./stage.ts";
import { playTake, watch } from "./takes.ts";
import { agree, nodeOf, pasteRequest, pay } from "./window.ts";

const stage = makeStage();
const canary = "canary-7Qx2-never-to-be-seen";
/** Stands in the board: what finds this would have found the canary. */
const control = "A red kite over the dunes.";

/** Everything that goes between the page and the program from now on, as text. */
async function listen(cdp: CDPSession): Promise<() => Promise<string>> {
  const heard: string[] = [];
  const bodies: Promise<void>[] = [];
  cdp.on("Network.eventSourceMessageReceived", ({ data }) => heard.push(data));
  cdp.on("Network.requestWillBeSent", ({ request }) => heard.push(JSON.stringify(request)));
  cdp.on("Network.requestWillBeSentExtraInfo", ({ headers }) =>
    heard.push(JSON.stringify(headers)),
  );
  cdp.on("Network.responseReceivedExtraInfo", ({ headers }) => heard.push(JSON.stringify(headers)));
  // Chromium keeps no copy of a film; the file itself is looked at.
  const keepBody = async (requestId: string): Promise<void> => {
    const kept = await cdp.send("Network.getResponseBody", { requestId }).catch(() => undefined);
    if (kept === undefined) return;
    const { body, base64Encoded } = kept;
    heard.push(base64Encoded ? Buffer.from(body, "base64").toString("latin1") : body);
  };
  cdp.on("Network.loadingFinished", ({ requestId }) => bodies.push(keepBody(requestId)));
  await cdp.send("Network.enable", {
    maxTotalBufferSize: 100_000_000,
    maxResourceBufferSize: 50_000_000,
  });
  return async () => {
    await Promise.all(bodies);
    return heard.join("\n");
  };
}

/** Every string that the page holds in its memory. */
async function heapOf(cdp: CDPSession): Promise<string> {
  const chunks: string[] = [];
  cdp.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await cdp.send("HeapProfiler.enable");
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  return chunks.join("");
}

/** The page as it stands, with what is written in its fields. */
const shownOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>("input, textarea");
    return [document.documentElement.outerHTML, ...[...fields].map(({ value }) => value)].join(
      "\n",
    );
  });

const storageOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const stored = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage));
    const databases = await indexedDB.databases();
    const cached = await caches.keys();
    return JSON.stringify([stored, databases, cached, document.cookie]);
  });

/** Where in a folder a text stands, as bytes. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return (await readFile(path)).includes(text) ? [path] : [];
    }),
  );
  return found.flat();
}

test("the token is in the header that goes to the service, and nowhere else", async () => {
  const simulator = await stage.simulate({ token: canary });
  const app = await startPaid(stage, simulator);
  const page = await stage.open(app, { allowed: gone });
  const cdp = await page.context().newCDPSession(page);
  const traffic = await listen(cdp);
  await page.reload();
  await page.getByRole("banner").waitFor();
  await page.keyboard.press("Control+,");
  const settings = page.getByRole("dialog", { name: "Settings" });
  await settings.getByRole("button", { name: "Test", exact: true }).click();
  await settings.getByText(/^The token works/).waitFor();
  await page.keyboard.press("Escape");
  await pasteRequest(page, kite);

  // The service itself throws the token back, as some do in their errors.
  const words = `Unauthorized: Bearer ${canary} may not do that`;
  simulator.fail({ kind: "refused", call: "submit", code: 403001, text: words });
  const scene = nodeOf(page, "Scene");
  await pay(page);
  await scene.getByText(/may not do that”/).waitFor();
  await scene.getByRole("button", { name: "Try again" }).click();
  await agree(page);
  await simulator.seen("submit", 2);
  simulator.posts()[0]?.succeed();
  await scene.getByText("Take 1 · 3 s").waitFor();
  await watch(await playTake(page, "Scene"));
  await page.getByRole("button", { name: "Jobs" }).click();
  await page.getByRole("complementary", { name: "Jobs" }).getByText("Done").first().waitFor();

  const heap = await heapOf(cdp);
  const shown = await shownOn(page);
  const sent = await traffic();
  for (const [place, text] of Object.entries({ heap, shown, sent })) {
    expect(text.includes(control), `the control in ${place}`).toBe(true);
    expect(text.includes(canary), `the token in ${place}`).toBe(false);
  }
  expect(await storageOf(page)).not.toContain(canary);
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    expect((await filesWith(app.dataDir, control)).length).toBeGreaterThan(0);
    expect(await filesWith(app.dataDir, canary)).toEqual([]);
    await app.stop(signal);
  }
  expect(app.output()).toContain("Shotgraph is at");
  expect(app.output()).not.toContain(canary);

  const calls = simulator.requests.filter(({ server }) => server === "api");
  expect(new Set(calls.map(({ authorization }) => authorization))).toEqual(
    new Set([`Bearer ${canary}`]),
  );
  const besides = simulator.requests.map(({ authorization: _authorization, headers, ...rest }) => ({
    ...rest,
    headers: { ...headers, authorization: undefined },
  }));
  expect(JSON.stringify(besides)).not.toContain(canary);
  expect(simulator.tokenLeaks()).toEqual([]);
});
