import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { app, dialog } from "electron";
import { AppError } from "./backend/appError.ts";
import { errorCode } from "./backend/atomicFile.ts";
import { createBackend } from "./backend/backend.ts";
import { defaultDataFolder } from "./backend/dataFolder.ts";
import { createDesktop, type Desktop } from "./desktop.ts";
import { createDesktopHost } from "./desktopHost.ts";
import { sentenceOf } from "./hosts/sentences.ts";
import { parseLaunch } from "./launch.ts";
import { handleSchemes, registerSchemes } from "./protocol.ts";
import { closeWaysOut, denyPermissions } from "./security.ts";
import { inUtilityProcess } from "./utilityProcess.ts";

/*
 * The desktop host, in the order in which it starts. What is here must happen before the app is ready; nothing may be
 * awaited, because Electron gets ready only after this module has run.
 */
const launch = parseLaunch(process.argv.slice(1), process.cwd());
const dataDir =
  launch.dataDir ??
  defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() });

app.setName("Shotgraph");
// Without it, Windows shows no notification.
if (process.platform === "win32") app.setAppUserModelId("org.shotgraph.Shotgraph");
setPaths();
registerSchemes();
closeWaysOut();

let desktop: Desktop | null = null;
/** Boards that were asked for before there was a window. */
const waiting = [...launch.boards];

function setPaths(): void {
  // What Chromium keeps is nothing that a user would look for among the takes.
  const browser = join(dataDir, "browser");
  try {
    // Electron takes only folders that are there.
    mkdirSync(browser, { recursive: true });
    app.setPath("userData", dataDir);
    app.setPath("sessionData", browser);
  } catch (error) {
    giveUp(new AppError("dataDirUnusable", { folder: dataDir, reason: errorCode(error) ?? "" }));
  }
}

function openBoard(path: string): void {
  if (desktop) void desktop.openBoard(path);
  else waiting.push(path);
}

async function start(): Promise<void> {
  denyPermissions();
  const host = createDesktopHost(
    dataDir,
    launch.dataDir !== undefined,
    () => desktop?.window() ?? null,
  );
  const backend = await createBackend({
    dataDir,
    host,
    workers: {
      animatic: inUtilityProcess(new URL("./animaticWorker.js", import.meta.url)),
      media: inUtilityProcess(new URL("./mediaWorker.js", import.meta.url)),
    },
    apiBase: process.env["RUNCOMFY_MODEL_API_BASE"] || undefined,
  });
  handleSchemes(backend, join(import.meta.dirname, "../renderer"));
  desktop = createDesktop(backend, {
    dataDir,
    systemLanguage: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    preload: join(import.meta.dirname, "../preload/preload.cjs"),
  });
  for (const path of waiting) void desktop.openBoard(path);
}

function giveUp(error: unknown): void {
  const words = error instanceof AppError ? sentenceOf(error) : String(error);
  dialog.showErrorBox("Shotgraph", words);
  app.exit(1);
}

if (app.requestSingleInstanceLock()) {
  app.on("open-file", (event, path) => {
    event.preventDefault();
    openBoard(path);
  });
  app.on("second-instance", (_event, words, folder) => {
    desktop?.show();
    for (const path of parseLaunch(words.slice(1), folder).boards) openBoard(path);
  });
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}
