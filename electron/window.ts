import { BrowserWindow, nativeTheme, screen } from "electron";
import type { AppEvent, CallInput } from "../shared/ipc/contract.ts";
import { pageAddress } from "./protocol.ts";
import { readWindowState, writeWindowState } from "./windowState.ts";

export interface WindowParts {
  readonly preload: string;
  /** Where its place and size are remembered. */
  readonly stateFile: string;
  readonly isDeveloped: boolean;
  /** The user wants to close it while there is unsaved work. */
  readonly onCloseRequested: () => void;
  readonly onClosed: () => void;
}

/** The one window of the app, with its boards as tabs. */
export interface AppWindow {
  readonly send: (event: AppEvent) => void;
  readonly setUnsaved: (unsaved: boolean, title: string) => void;
  readonly setProgress: (progress: CallInput<"app.setProgress">) => void;
  /** Closes without another question. */
  readonly close: () => void;
  readonly toFront: () => void;
  readonly browserWindow: BrowserWindow;
}

const background = { dark: "#0e1013", light: "#f6f7f9" } as const;

export function openWindow(parts: WindowParts): AppWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const state = readWindowState(parts.stateFile, screens);
  const { isMaximized = false, ...box } = state ?? { width: 1440, height: 900 };
  const window = new BrowserWindow({
    ...box,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: "Shotgraph",
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Electron would fetch dictionaries from the network.
      spellcheck: false,
      devTools: parts.isDeveloped,
    },
  });
  if (isMaximized) window.maximize();

  let isUnsaved = false;
  let mayClose = false;
  let title = "";
  let progress = "";
  const showTitle = (): void => {
    const name = title === "" ? "Shotgraph" : `${title} – Shotgraph`;
    window.setTitle(progress === "" ? name : `${progress} ${name}`);
  };
  // Else the title of the page would take the place of this one.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.once("ready-to-show", () => window.show());
  // A page that has crashed cannot ask; its boards are in the drafts.
  window.webContents.on("render-process-gone", () => (isUnsaved = false));
  window.on("close", (event) => {
    if (isUnsaved && !mayClose) {
      event.preventDefault();
      parts.onCloseRequested();
      return;
    }
    const isFull = window.isMaximized();
    writeWindowState(parts.stateFile, { ...window.getNormalBounds(), isMaximized: isFull });
  });
  window.on("closed", parts.onClosed);
  void window.loadURL(pageAddress);

  return {
    browserWindow: window,
    send: (event) => {
      if (!window.isDestroyed()) window.webContents.send("event", event);
    },
    setUnsaved: (unsaved, words) => {
      isUnsaved = unsaved;
      title = words;
      showTitle();
      // The dot in the red button, which only a Mac has.
      if (process.platform === "darwin") window.setDocumentEdited(unsaved);
    },
    setProgress: ({ label, running, fraction }) => {
      progress = label;
      showTitle();
      // Below 0 takes the bar away, above 1 shows that something runs and not how far it is.
      window.setProgressBar(running === 0 ? -1 : (fraction ?? 2));
    },
    close: () => {
      mayClose = true;
      window.close();
    },
    toFront: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}
