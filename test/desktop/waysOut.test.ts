import { expect, test } from "vitest";
import { testFolder } from "../backend/folder.ts";
import { runners, type Desktop } from "./desktop.ts";

/*
 * What the app answers when a page asks for more than it may have. The stand-in lets a test ask in the page's place, by
 * doors that Electron does not have.
 */

async function start(): Promise<Desktop> {
  const [standIn] = runners;
  if (!standIn) throw new Error("There is no stand-in");
  return standIn.start({ dataDir: testFolder() });
}

test("only the main frame of the app's own page may call", async () => {
  const { evaluate } = await start();
  const own = { url: "app://shotgraph/index.html", parent: null };
  const frames = [
    own,
    { ...own, url: "app://shotgraph.example/" },
    { ...own, url: "https://shotgraph/" },
    { ...own, url: "file:///index.html" },
    { ...own, url: "about:blank" },
    { ...own, parent: { url: own.url, parent: null } },
    null,
  ];
  const answers = await evaluate(
    ({ ipcMain }, senderFrames) =>
      Promise.all(
        senderFrames.map((senderFrame) =>
          Reflect.get(ipcMain, "answer")
            .call(ipcMain, "call", { senderFrame }, ["app.info", {}])
            .then(
              ({ ok }: { ok: boolean }) => ok,
              () => "refused",
            ),
        ),
      ),
    frames,
  );
  expect(answers).toEqual([true, ...Array.from({ length: 6 }, () => "refused")]);
});

test("a page gets a full screen and the clipboard to write on, and no other permission", async () => {
  const { evaluate } = await start();
  const permissions = ["fullscreen", "clipboard-sanitized-write", "clipboard-read", "media"];
  permissions.push("geolocation", "notifications", "openExternal", "midi", "hid", "serial", "usb");
  const given = await evaluate(({ session }, wanted) => {
    const { defaultSession } = session;
    const pages = ["app://shotgraph/", "https://shotgraph.example/"].map((url) => ({
      getURL: () => url,
    }));
    return pages.map((page) =>
      wanted.filter((permission) => {
        let isGiven = false;
        const answer = (may: boolean): void => {
          isGiven = may;
        };
        Reflect.get(defaultSession, "request")(page, permission, answer);
        return isGiven && Reflect.get(defaultSession, "check")(page, permission);
      }),
    );
  }, permissions);
  expect(given).toEqual([["fullscreen", "clipboard-sanitized-write"], []]);
});

test("a page may load itself again and go nowhere else", async () => {
  const { evaluate } = await start();
  const went = await evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const own = contents?.getURL() ?? "";
    return [own, `${own}other.html`, "https://shotgraph.example/", "javascript:1"].map((url) =>
      ["will-navigate", "will-frame-navigate"].map((event) => {
        let isPrevented = false;
        contents?.emit(event, { url, preventDefault: () => (isPrevented = true) }, url);
        return !isPrevented;
      }),
    );
  }, undefined);
  expect(went).toEqual([[true, true], ...Array.from({ length: 3 }, () => [false, false])]);
});

test("no page gets another window, and no link leads out of the list", async () => {
  const { evaluate } = await start();
  const answers = await evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const ask = Reflect.get(window?.webContents ?? {}, "askForWindow");
    return ["https://shotgraph.example/", "app://shotgraph/", "javascript:1"].map((url) =>
      ask.call(window?.webContents, url),
    );
  }, undefined);
  expect(answers).toEqual(["deny", "deny", "deny"]);
});
