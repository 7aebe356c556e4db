import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Page } from "playwright-core";
import { compile } from "../../shared/compile/compile.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { boardOfShots } from "../backend/board.ts";
import { testFolder } from "../backend/folder.ts";
import { startSimulator } from "../simulator/simulator.ts";
import { runners } from "./desktop.ts";
import { answerOf, call, heard, listen } from "./pageSide.ts";

/** A token that stands nowhere by chance, with characters that are written otherwise in JSON and in addresses. */
const canary = 'canary-"7f3e\\9b/1c2d+token';

/** Every way in which a text may be written down. */
const forms = [
  canary,
  JSON.stringify(canary).slice(1, -1),
  encodeURIComponent(canary),
  Buffer.from(canary).toString("base64"),
  Buffer.from(canary).toString("hex"),
  Buffer.from(canary, "utf16le").toString("latin1"),
  // The middle of it, however the signs around it are written.
  "9b/1c2d",
];

const isIn = (text: string): boolean => forms.some((form) => text.includes(form));

/** The files below a folder in which the token stands. */
const filesWithToken = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => isIn(readFileSync(file, "latin1")));

async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  return chunks.join("");
}

const storageOf = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      await indexedDB.databases(),
      document.documentElement.outerHTML,
    ]),
  );

const board = boardOfShots("Kite", [3]);

function order() {
  const [scene] = [...compile(board, profiles).scenes.values()];
  const expected = (scene?.parts ?? []).map(({ model, input }) => ({ model, input: { ...input } }));
  return { engine: "runcomfy", board, sceneId: "scene", expected } as const;
}

test("the token is in the key store and in the header of requests, and nowhere else", async () => {
  const [runner] = runners;
  if (!runner) throw new Error("There is no stand-in");
  const simulator = await startSimulator({ token: canary });
  onTestFinished(() => simulator.close());
  const dataDir = testFolder();
  const env = { RUNCOMFY_MODEL_API_BASE: simulator.baseUrl };

  const first = await runner.start({ dataDir, env });
  await call(first.page, "token.set", { token: canary, allowPlainFile: false });
  await call(first.page, "token.test", {});
  const said = first.messages().split("\n").filter(isIn);
  expect(said.map((line) => JSON.parse(line))).toMatchObject([
    { what: "toApp", value: { args: ["token.set", { token: canary }] } },
  ]);
  expect(await first.quit()).toBe(0);

  // The page that the token was typed into is gone; nothing may bring it into this one.
  const { page, messages, output, browserFolder, quit } = await runner.start({ dataDir, env });
  await listen(page);
  await call(page, "runs.start", order());
  await simulator.seen("status");
  simulator.posts()[0]?.succeed();
  const { take } = await heard(page, "takeAdded");
  const path = join(dataDir, "boards", "Kite.shotgraph");
  await call(page, "boards.save", { path, board, hash: null });
  const draft = { id: "draft", board, path, hash: null, unsaved: true, order: 0 };
  await call(page, "drafts.write", { draft, by: { window: "one", read: null } });

  // A service that repeats the token in its words.
  const text = `The token ${canary} was revoked`;
  simulator.fail({ kind: "refused", call: "balance", code: 400004, text });
  simulator.fail({ kind: "refused", call: "submit", code: 400004, text });
  const refused = await answerOf(page, "token.test", {});
  expect(refused).toMatchObject({ ok: false, error: { code: "tokenRefused" } });
  await call(page, "runs.start", { ...order(), again: true });
  await page.waitForFunction(() =>
    window.heard.some(
      (event) => event.event === "jobChanged" && event.job.status.state === "failed",
    ),
  );
  const failed = await call(page, "jobs.list", { limit: 10 });

  expect(isIn(JSON.stringify([refused, failed, take]))).toBe(false);
  expect(isIn(messages())).toBe(false);
  const heap = await heapOf(page);
  // What the page has heard is in its memory, so the token would be found there.
  expect(heap.includes(take.id)).toBe(true);
  expect(isIn(heap)).toBe(false);
  expect(isIn(await storageOf(page))).toBe(false);
  expect(await quit()).toBe(0);

  expect(isIn(output())).toBe(false);
  expect(readdirSync(dataDir)).toContain("token.encrypted");
  expect(filesWithToken(dataDir)).toEqual([]);
  expect(filesWithToken(browserFolder)).toEqual([]);

  expect(simulator.tokenLeaks()).toEqual([]);
  const asked = simulator.requests.filter(({ server }) => server === "api");
  expect(asked.length).toBeGreaterThan(4);
  for (const { authorization, headers, path: asking, query, body } of asked) {
    expect(authorization).toBe(`Bearer ${canary}`);
    const { authorization: _header, ...others } = headers;
    expect(isIn(JSON.stringify([others, asking, query, body]))).toBe(false);
  }
});
