import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createBackend } from "../../electron/backend/backend.ts";
import { createNodeHost } from "../../electron/hosts/nodeHost.ts";
import type { AppEvent } from "../../shared/ipc/contract.ts";
import { boardOfShots } from "./board.ts";
import { testFolder } from "./folder.ts";

async function begin(dataDir: string) {
  const backend = await createBackend(createNodeHost(dataDir));
  onTestFinished(() => backend.close());
  const events: AppEvent[] = [];
  backend.subscribe((event) => events.push(event));
  return { backend, events };
}

test("a folder is one program's at a time, and free again when that has closed", async () => {
  const dataDir = testFolder();
  const { backend } = await begin(dataDir);
  await expect(begin(dataDir)).rejects.toThrow("dataDirInUse");
  await backend.close();
  await expect(begin(dataDir)).resolves.toBeDefined();
});

test("closing waits until the work that was handed over last is on the disk", async () => {
  const dataDir = testFolder();
  const { backend } = await begin(dataDir);
  const ids = Array.from({ length: 20 }, (_, i) => `board-${i}`);
  for (const id of ids) {
    const draft = { id, board: boardOfShots(id, [5]), path: null, hash: null };
    void backend.dispatch("drafts.write", {
      draft: { ...draft, unsaved: true, order: 0 },
      by: { window: "one", read: null },
    });
  }
  const folder = join(dataDir, "boards");
  for (const id of ids) {
    const path = join(folder, `${id}.shotgraph`);
    void backend.dispatch("boards.save", { path, board: boardOfShots(id, [5]), hash: null });
  }
  await backend.close();
  const files = (extension: string) => ids.map((id) => `${id}.${extension}`).toSorted();
  expect(readdirSync(join(dataDir, "drafts")).toSorted()).toEqual(files("json"));
  expect(readdirSync(folder).toSorted()).toEqual(files("shotgraph"));
});

test("a data folder that cannot be made is refused", async () => {
  const file = join(testFolder(), "a-file");
  writeFileSync(file, "");
  await expect(begin(join(file, "data"))).rejects.toThrow("dataDirUnusable");
});

test("folders of the settings are made when they are chosen, or refused", async () => {
  const place = testFolder();
  const { backend, events } = await begin(join(place, "data"));
  const library = join(place, "films", "takes");
  expect(await backend.dispatch("settings.set", { libraryFolder: library })).toMatchObject({
    ok: true,
    value: { libraryFolder: library },
  });
  expect(existsSync(library)).toBe(true);
  expect(events).toMatchObject([
    { event: "settingsChanged", settings: { libraryFolder: library } },
  ]);

  writeFileSync(join(place, "a-file"), "");
  const wrong = { relative: "films", file: join(place, "a-file", "takes") };
  expect(await backend.dispatch("settings.set", { libraryFolder: wrong.relative })).toEqual({
    ok: false,
    error: { code: "folderNotAbsolute", values: { folder: wrong.relative } },
  });
  expect(await backend.dispatch("settings.set", { boardsFolder: wrong.file })).toMatchObject({
    ok: false,
    error: { code: "folderUnusable", values: { folder: wrong.file } },
  });
  expect(backend.settings.get()).toMatchObject({ libraryFolder: library, boardsFolder: null });
});

test("a listener that fails stops no other", async () => {
  const { backend, events } = await begin(testFolder());
  const stop = backend.subscribe(() => {
    throw new Error("a bug in a listener");
  });
  const heard: AppEvent[] = [];
  backend.subscribe((event) => heard.push(event));
  backend.emit({ event: "closeRequested" });
  stop();
  expect(heard).toEqual([{ event: "closeRequested" }]);
  expect(events).toEqual(heard);
});
