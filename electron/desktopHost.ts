import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { app, BrowserWindow, dialog, shell } from "electron";
import ElectronStore from "electron-store";
import { AppError } from "./backend/appError.ts";
import { boardExtension } from "./backend/boards.ts";
import { defaultBoardsFolder } from "./backend/dataFolder.ts";
import type { HostParts, PickFile } from "./backend/host.ts";
import { createSettingsFile } from "./backend/settingsFile.ts";
import { showNotification } from "./notification.ts";
import { mediaBase } from "./protocol.ts";
import { createSafeKeyStore } from "./safeKeyStore.ts";
import type { AppWindow } from "./window.ts";

/** The parts of the backend that only a desktop has. After the app is ready. */
export function createDesktopHost(
  dataDir: string,
  isDataDirChosen: boolean,
  currentWindow: () => AppWindow | null,
): HostParts {
  const machine = { platform: process.platform, env: process.env, home: homedir() };
  return {
    kind: "desktop",
    version: app.getVersion(),
    mediaBase,
    settingsFile: createSettingsFile(
      join(dataDir, "settings.json"),
      () => new ElectronStore({ cwd: dataDir, name: "settings" }),
    ),
    keyStore: createSafeKeyStore(join(dataDir, "token.encrypted")),
    environmentToken: undefined,
    boardsFolder: defaultBoardsFolder(machine, dataDir, isDataDirChosen),
    pickFile,
    openLink: (address) => shell.openExternal(address),
    showInFolder,
    setUnsaved: (unsaved, title) => currentWindow()?.setUnsaved(unsaved, title),
    setProgress: (progress) => currentWindow()?.setProgress(progress),
    notify: (notice, onChosen) =>
      showNotification(notice, () => {
        currentWindow()?.toFront();
        onChosen();
      }),
    closeWindow: () => currentWindow()?.close(),
  };
}

async function showInFolder(path: string): Promise<void> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isDirectory()) return shell.showItemInFolder(path);
  const trouble = await shell.openPath(path);
  if (trouble !== "") throw new AppError("noDesktop", { target: path });
}

const pickFile: PickFile = async (purpose, suggestedName, folder, extension) => {
  const parent = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (!parent) return null;
  const name = extension === boardExtension ? "Shotgraph" : extension.slice(1).toUpperCase();
  const filters = [{ name, extensions: [extension.slice(1)] }];
  if (purpose === "open") {
    const { filePaths } = await dialog.showOpenDialog(parent, {
      defaultPath: folder,
      filters,
      properties: ["openFile"],
    });
    return filePaths[0] ?? null;
  }
  const { filePath } = await dialog.showSaveDialog(parent, {
    defaultPath: join(folder, fileNameOf(suggestedName) + extension),
    filters,
  });
  return filePath || null;
};

/** A title as a file name that every system takes. */
function fileNameOf(title: string): string {
  const name = title
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return name.replace(/^\.+/, "") || "Untitled";
}
