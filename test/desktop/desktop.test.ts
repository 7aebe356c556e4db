import { existsSync, readFileSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { printBoard } from "../../shared/board/print.ts";
import { commands } from "../../shared/commands.ts";
import { compile } from "../../shared/compile/compile.ts";
import { profiles } from "../../shared/models/profiles.ts";
import { boardOfShots } from "../backend/board.ts";
import { testFolder } from "../backend/folder.ts";
import { runners, type Desktop } from "./desktop.ts";
import { answerOf, call, heard, listen } from "./pageSide.ts";

const board = boardOfShots("Kite", [3]);

// oxlint-disable-next-line vitest/expect-expect -- says in the report why a whole half of the tests is missing
test.for(runners.filter(({ lack }) => lack !== undefined))(
  "$name cannot run here: $lack",
  ({ lack }, { skip }) => skip(lack),
);

describe.each(runners.filter(({ lack }) => lack === undefined))("on $name", ({ start }) => {
  test("the page has the bridge and nothing of the system", async () => {
    const { page, complaints, quit } = await start({ dataDir: testFolder() });
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(Reflect.get(window, "shotgraph")).toSorted(),
      system: ["require", "process", "Buffer", "module", "ipcRenderer", "electron"].filter(
        (each) => each in window,
      ),
    }));
    expect(seen).toEqual({ bridge: ["call", "subscribe"], system: [] });
    expect(await call(page, "app.info", {})).toMatchObject({ host: "desktop" });
    expect(complaints()).toEqual([]);
    expect(await quit()).toBe(0);
  });

  test("what is not data does not cross the bridge", async () => {
    const { page } = await start({ dataDir: testFolder() });
    const refusal = await page.evaluate(async () => {
      try {
        return await Reflect.get(window, "shotgraph").call("app.info", { secret: () => 1 });
      } catch (error) {
        return String(error);
      }
    });
    expect(refusal).toMatch(/could not be cloned/);
    expect(await answerOf(page, "constructor", {})).toEqual({
      ok: false,
      error: { code: "unknownCall" },
    });
  });

  test("the policy keeps foreign scripts, styles and connections out", async () => {
    const { page } = await start({ dataDir: testFolder() });
    const wasRun = await page.evaluate(async () => {
      const awaited = new Set(["script-src-elem", "style-src-attr", "connect-src", "frame-src"]);
      const violated = new Promise<void>((resolve) => {
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
          awaited.delete(effectiveDirective);
          if (awaited.size === 0) resolve();
        });
      });
      const script = document.createElement("script");
      script.textContent = "window.wasRun = true";
      const element = document.createElement("p");
      element.setAttribute("style", "color: red");
      const frame = document.createElement("iframe");
      frame.src = "https://shotgraph.example/";
      document.body.append(script, element, frame);
      await fetch("https://shotgraph.example/").catch(() => undefined);
      await violated;
      return "wasRun" in window;
    });
    expect(wasRun).toBe(false);
  });

  test("the page cannot be led away", async () => {
    const { page } = await start({ dataDir: testFolder() });
    const before = page.url();
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.href = "https://shotgraph.example/";
      document.body.append(link);
      link.click();
    });
    expect(await call(page, "app.info", {})).toMatchObject({ host: "desktop" });
    expect(page.url()).toBe(before);
  });

  test("every command has its place in the menu and comes to the page", async () => {
    const { page, evaluate } = await start({ dataDir: testFolder() });
    await listen(page);
    const labels = await evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      items?.find(({ label }) => label.startsWith("Save as"))?.click();
      return items?.map(({ label }) => label).filter((label) => label !== "") ?? [];
    }, undefined);
    const placed = commands.filter(({ menu }) => menu !== null);
    expect(labels.length).toBeGreaterThanOrEqual(placed.length - 1);
    expect(labels.filter((label) => /^\w+\.\w+$/.test(label))).toEqual([]);
    expect(await heard(page, "command")).toEqual({ event: "command", id: "file.saveAs" });
  });

  test("the menu speaks the language of the settings", async () => {
    const { page, evaluate } = await start({ dataDir: testFolder() });
    await call(page, "settings.set", { language: "pt-BR" });
    const labels = await evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()?.items.flatMap(({ submenu }) =>
          (submenu?.items ?? []).map(({ label }) => label),
        ),
      undefined,
    );
    expect(labels).toContain("Desfazer");
  });

  test("the menu shows the keys that the user has given", async () => {
    const { page, evaluate } = await start({ dataDir: testFolder() });
    const shown = () =>
      evaluate(
        ({ Menu }) =>
          Menu.getApplicationMenu()?.items.flatMap(({ submenu }) =>
            (submenu?.items ?? []).map(({ label, accelerator }) => `${label} ${accelerator ?? ""}`),
          ),
        undefined,
      );
    expect(await shown()).toContain("Mute CmdOrCtrl+M");
    expect(await shown()).toContain("Zoom out CmdOrCtrl+-");
    await call(page, "settings.set", { keys: { "node.mute": ["Alt+ArrowDown", "M"] } });
    expect(await shown()).toContain("Mute Alt+Down");
  });

  test("a board is saved where the user says, and opens again", async () => {
    const dataDir = realpathSync(testFolder());
    const { page, evaluate } = await start({ dataDir });
    const path = join(dataDir, "Kite.shotgraph");
    await evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      },
      path.replace(".shotgraph", ""),
    );
    const question = { purpose: "save", suggestedName: "Kite" } as const;
    expect(await call(page, "boards.pick", question)).toEqual({ outcome: "chosen", path });
    await call(page, "boards.save", { path, board, hash: null });
    expect(readFileSync(path, "utf8")).toBe(printBoard(board));
    expect(await call(page, "boards.open", { path })).toMatchObject({ ok: true, board });

    const other = join(testFolder(), "Other.shotgraph");
    writeFileSync(other, printBoard(board));
    expect(await answerOf(page, "boards.open", { path: other })).toMatchObject({
      ok: false,
      error: { code: "pathNotGranted" },
    });
  });

  test("a list is written where the user says, as the kind of file that it is", async () => {
    const dataDir = realpathSync(testFolder());
    const { page, evaluate } = await start({ dataDir });
    const path = join(dataDir, "Spending.csv");
    await evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === "", filePath });
      },
      path.replace(".csv", ""),
    );
    const file = {
      suggestedName: "Spending",
      format: "csv",
      text: "day\r\n2026-10-09\r\n",
    } as const;
    expect(await call(page, "files.save", file)).toEqual({ outcome: "saved", path });
    expect(readFileSync(path, "utf8")).toBe(file.text);
    await evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: true, filePath: "" });
    }, undefined);
    expect(await call(page, "files.save", file)).toEqual({ outcome: "cancelled" });
    await evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      },
      join(dataDir, "nowhere", "Spending"),
    );
    expect(await answerOf(page, "files.save", file)).toMatchObject({
      ok: false,
      error: { code: "fileNotWritten", values: { reason: "ENOENT" } },
    });
  });

  test("a board that the system opens comes to the page, before and after it listens", async () => {
    const dataDir = realpathSync(testFolder());
    const [first, second] = [join(dataDir, "A.shotgraph"), join(dataDir, "B.shotgraph")];
    for (const path of [first, second]) writeFileSync(path, printBoard(board));
    const { page, evaluate } = await start({ dataDir, words: [first] });
    await listen(page);
    await evaluate(({ app }, path) => {
      app.emit("second-instance", {}, ["shotgraph", path], "/");
    }, second);
    await page.waitForFunction(
      (path) => window.heard.some((event) => event.event === "openBoard" && event.path === path),
      second,
    );
    expect(await call(page, "boards.open", { path: first })).toMatchObject({ ok: true });
    expect(await call(page, "boards.open", { path: second })).toMatchObject({ ok: true });
  });

  test("a window with unsaved work asks before it closes", async () => {
    const { page, evaluate, ended } = await start({ dataDir: testFolder() });
    await listen(page);
    // Until then the page may still say that it has nothing unsaved.
    await page.getByRole("banner").waitFor();
    await call(page, "app.setUnsaved", { unsaved: true, title: "Kite" });
    const title = await evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.close();
      return window?.getTitle();
    }, undefined);
    expect(title).toContain("Kite");
    expect(await heard(page, "closeRequested")).toEqual({ event: "closeRequested" });
    // The window may be gone before the answer is there.
    await answerOf(page, "app.close", {}).catch(() => undefined);
    expect(await ended).toBe(0);
  });

  test("the title of the window says what runs", async () => {
    const { page, evaluate } = await start({ dataDir: testFolder() });
    const titleNow = (): Promise<string | undefined> =>
      evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle(), undefined);
    // By then the page has said what it has to say itself.
    await page.getByRole("button", { name: "Jobs" }).waitFor();
    await call(page, "app.setProgress", { label: "(2)", running: 2, fraction: null });
    expect(await titleNow()).toMatch(/^\(2\) .*Shotgraph$/);
    await call(page, "app.setProgress", { label: "", running: 0, fraction: null });
    expect(await titleNow()).not.toContain("(2)");
  });

  test("the system says what ends while another window is in front; a click shows the take", async () => {
    const { page, evaluate } = await start({ dataDir: testFolder() });
    await listen(page);
    await page.getByRole("banner").waitFor();
    await evaluate(({ Notification }) => {
      const prototype: { show: (this: Electron.Notification) => void } = Notification.prototype;
      const { show } = prototype;
      prototype.show = function keep(this: Electron.Notification) {
        Object.assign(globalThis, {
          shown: this,
          count: (Reflect.get(globalThis, "count") ?? 0) + 1,
        });
        show.call(this);
      };
    }, undefined);
    const said = (): Promise<unknown> =>
      evaluate(() => {
        const shown = Reflect.get(globalThis, "shown");
        return shown && { title: shown.title, body: shown.body };
      }, undefined);

    await page.evaluate(() => (document.hasFocus = () => false));
    await run(page);
    await heard(page, "takeAdded");
    await expect.poll(said).toEqual({ title: "“Scene” is done", body: "Kite" });
    await evaluate(() => Reflect.get(globalThis, "shown").emit("click", {}), undefined);
    const { jobIds } = await heard(page, "noticeChosen");
    expect(jobIds).toHaveLength(1);
    await page.locator("video").first().waitFor();
    expect(await evaluate(() => Reflect.get(globalThis, "count"), undefined)).toBe(1);
  });

  test("settings, window and token are there again after a restart", async () => {
    const dataDir = testFolder();
    const first = await start({ dataDir });
    await call(first.page, "settings.set", { theme: "light" });
    const token = "a-token-for-the-key-store";
    const status = await call(first.page, "token.set", { token, allowPlainFile: false });
    expect(status).toEqual({ present: true, storage: "keyStore", available: "keyStore" });
    expect(readFileSync(join(dataDir, "token.encrypted")).includes(token)).toBe(false);
    expect(await first.quit()).toBe(0);

    const second = await start({ dataDir });
    expect(await call(second.page, "app.info", {})).toMatchObject({
      settings: { theme: "light" },
      token: { present: true, storage: "keyStore" },
    });
    expect(existsSync(join(dataDir, "window.json"))).toBe(true);
    await call(second.page, "token.remove", {});
    expect(readdirSync(dataDir)).not.toContain("token.encrypted");
  });

  test("an animatic is made, and its video can be played from anywhere in it", async () => {
    const { page } = await start({ dataDir: testFolder() });
    await listen(page);
    await run(page);
    const { take } = await heard(page, "takeAdded");
    const video = await playFromTheEnd(page, take.id, take.video);
    expect(video).toEqual({ width: 1280, height: 720, seekable: 3, time: 2.5, ended: false });
  });
});

async function playFromTheEnd(page: Desktop["page"], takeId: string, video: string) {
  const { mediaBase } = await call(page, "app.info", {});
  return page.evaluate(async (address) => {
    const element = document.createElement("video");
    element.muted = true;
    element.src = address;
    document.body.append(element);
    const once = (event: string) =>
      new Promise((resolve, reject) => {
        element.addEventListener(event, resolve, { once: true });
        element.addEventListener("error", () => reject(element.error), { once: true });
      });
    await once("loadedmetadata");
    element.currentTime = 2.5;
    await once("seeked");
    return {
      width: element.videoWidth,
      height: element.videoHeight,
      seekable: element.seekable.end(0),
      time: element.currentTime,
      ended: element.ended,
    };
  }, `${mediaBase}${takeId}/${video}`);
}

async function run(page: Desktop["page"]): Promise<void> {
  const [scene] = [...compile(board, profiles).scenes.values()];
  const expected = (scene?.parts ?? []).map(({ model, input }) => ({ model, input: { ...input } }));
  await call(page, "runs.start", { engine: "animatic", board, sceneId: "scene", expected });
}

describe("a desktop without a key store", () => {
  test("keeps a token in a plain file only when the user has agreed to it", async () => {
    const [standIn] = runners;
    if (!standIn) throw new Error("There is no stand-in");
    const dataDir = testFolder();
    const { page, quit } = await standIn.start({ dataDir, storage: "basic_text" });
    onTestFinished(async () => void (await quit()));
    expect(await call(page, "app.info", {})).toMatchObject({ token: { available: "plainFile" } });
    const token = "a-token-for-a-plain-file";
    expect(await answerOf(page, "token.set", { token, allowPlainFile: false })).toEqual({
      ok: false,
      error: { code: "noKeyStore" },
    });
    expect(readdirSync(dataDir)).not.toContain("token.txt");
    expect(await call(page, "token.set", { token, allowPlainFile: true })).toEqual({
      present: true,
      storage: "plainFile",
      available: "plainFile",
    });
    expect(readFileSync(join(dataDir, "token.txt"), "utf8")).toBe(token);
  });
});
