import { join } from "node:path";
import { app } from "electron";
import type { AppEvent } from "../shared/ipc/contract.ts";
import { keymapOf } from "../shared/keyboard/keymap.ts";
import type { Backend } from "./backend/backend.ts";
import { answerWindow } from "./bridge.ts";
import { showMenu } from "./menu.ts";
import { openWindow, type AppWindow } from "./window.ts";

export interface Desktop {
  readonly window: () => AppWindow | null;
  /** Brings the window to the front, and makes one where there is none, as on a Mac. */
  readonly show: () => void;
  /** Opens a board that the user has chosen outside the window. */
  readonly openBoard: (path: string) => Promise<void>;
}

export interface DesktopParts {
  readonly dataDir: string;
  readonly preload: string;
  /** A BCP 47 tag. */
  readonly systemLanguage: string;
}

/** Window, menu and the life of the app, around a backend. */
export function createDesktop(
  backend: Backend,
  { dataDir, preload, systemLanguage }: DesktopParts,
): Desktop {
  const isMac = process.platform === "darwin";
  let window: AppWindow | null = null;
  /** Said before the page could hear it. */
  const unheard: AppEvent[] = [];
  let isListening = false;
  let isQuitting = false;

  const say = (event: AppEvent): void => {
    if (window && isListening) window.send(event);
    else unheard.push(event);
  };
  const open = (): void => {
    isListening = false;
    window = openWindow({
      preload,
      stateFile: join(dataDir, "window.json"),
      isDeveloped: !app.isPackaged,
      onCloseRequested: () => say({ event: "closeRequested" }),
      onClosed: () => {
        window = null;
        isListening = false;
      },
    });
  };
  const show = (): void => {
    if (window) window.toFront();
    else open();
  };
  const renewMenu = (): void =>
    showMenu({
      language: languageOf(backend, systemLanguage),
      isMac,
      keymap: keymapOf(backend.settings.get().keys, isMac),
      onCommand: (id) => say({ event: "command", id }),
    });

  answerWindow(backend, () => {
    isListening = true;
    for (const event of unheard.splice(0)) window?.send(event);
  });
  backend.subscribe((event) => {
    // What the page has missed while it was not there it reads when it begins.
    if (isListening) window?.send(event);
    if (event.event === "settingsChanged") renewMenu();
  });
  app.on("activate", show);
  app.on("before-quit", () => (isQuitting = true));
  app.on("window-all-closed", () => {
    // On a Mac a program outlives its window, unless it was the end of the program that closed it.
    if (isQuitting || !isMac) app.quit();
  });
  endInOrder(backend);
  renewMenu();
  open();

  return {
    window: () => window,
    show,
    openBoard: async (path) => {
      try {
        const granted = await backend.boards.grant(path);
        show();
        say({ event: "openBoard", path: granted });
      } catch (error) {
        backend.log.error("A board from outside could not be opened", error);
      }
    },
  };
}

/** Gives the journal and the downloads their end before the process ends. */
function endInOrder(backend: Backend): void {
  let isClosed = false;
  app.on("will-quit", (event) => {
    if (isClosed) return;
    event.preventDefault();
    const quit = (): void => {
      isClosed = true;
      app.quit();
    };
    backend.close().then(quit, (error: unknown) => {
      backend.log.error("The end was not in order", error);
      quit();
    });
  });
}

function languageOf(backend: Backend, systemLanguage: string): "en" | "pt-BR" {
  const { language } = backend.settings.get();
  if (language !== "system") return language;
  return systemLanguage.toLowerCase().startsWith("pt") ? "pt-BR" : "en";
}
