import { EventEmitter } from "node:events";
import { app } from "./app.ts";
import { ipcMain } from "./ipc.ts";
import { life } from "./life.ts";
import { menuOf, type MenuItem } from "./menu.ts";
import { Notification } from "./notification.ts";
import { protocol } from "./protocol.ts";
import { safeStorage } from "./safeStorage.ts";
import { utilityProcess } from "./utilityProcess.ts";
import { BrowserWindow } from "./window.ts";

/**
 * A stand-in for the module `electron`: what the app uses of it and not a thing more, so that a use that nobody has
 * thought about fails. It is stricter than Electron where Electron would only warn.
 */

app.closeWindows = () => {
  for (const window of BrowserWindow.getAllWindows()) window.close();
  return BrowserWindow.getAllWindows().length === 0;
};

type PermissionHandler = (
  contents: { getURL: () => string },
  permission: string,
  answer: (may: boolean) => void,
) => void;
type PermissionCheck = (contents: { getURL: () => string } | null, permission: string) => boolean;

class Session extends EventEmitter {
  request: PermissionHandler | undefined;
  check: PermissionCheck | undefined;
  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.check = handler;
  }
  setDevicePermissionHandler(_handler: () => boolean): void {}
}

const defaultSession = new Session();
const session = {
  get defaultSession(): Session {
    life.needReady("session.defaultSession");
    return defaultSession;
  },
};

let applicationMenu: { items: MenuItem[] } | null = null;
const Menu = {
  buildFromTemplate: menuOf,
  setApplicationMenu: (menu: { items: MenuItem[] }): void => {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
};

/** Nobody is there to answer: a test puts its own answers here. */
const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: new Array<string>() }),
  showSaveDialog: async () => ({ canceled: true, filePath: "" }),
  showErrorBox: (title: string, words: string): void => console.error(`${title}: ${words}`),
};

const shell = {
  openExternal: async (_address: string): Promise<void> => {
    throw new Error("No test may open a browser");
  },
  showItemInFolder: (_path: string): void => {
    throw new Error("No test may open a folder");
  },
  openPath: async (_path: string): Promise<string> => "No test may open a folder",
};

const screen = {
  getAllDisplays: () => {
    life.needReady("screen");
    return [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }];
  },
};

const nativeTheme = { shouldUseDarkColors: true };

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
};

export {
  // oxlint-disable-next-line import/no-default-export -- electron-store imports the default that Electron has
  electron as default,
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
};
