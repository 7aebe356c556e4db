import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createAnimaticEngine } from "../engines/animatic/engine.ts";
import type { AnimaticWorker } from "../engines/animatic/rendering.ts";
import { createRuncomfyEngine } from "../engines/runcomfy/engine.ts";
import { AppError } from "./appError.ts";
import { errorCode } from "./atomicFile.ts";
import { createBoards, type Boards } from "./boards.ts";
import { createDispatch, type Dispatch } from "./dispatch.ts";
import { createDrafts } from "./drafts.ts";
import { createEvents, type Events } from "./events.ts";
import { createHandlers } from "./handlers.ts";
import type { HostParts } from "./host.ts";
import { createJobs, type Jobs } from "./jobs/jobs.ts";
import type { MediaWorker } from "./library/inspect.ts";
import { createLog, createSecrets, type Log } from "./log.ts";
import { createRecentBoards } from "./recentBoards.ts";
import { createSettings, type SettingsStore } from "./settings.ts";
import { createToken } from "./token.ts";

/**
 * Everything the app does, without a window. One folder holds all that it keeps: `settings.json`, `recent.json`,
 * `drafts/`, `jobs.sqlite`, `takes/` (unless the settings name another place), `animatics/` and `logs/`.
 */
export interface Backend extends Events {
  readonly dispatch: Dispatch;
  readonly boards: Boards;
  readonly jobs: Jobs;
  readonly settings: SettingsStore;
  /** The path of a file of a take; null when there is no such take or it has no such file. */
  readonly takeFile: (takeId: string, name: string) => Promise<string | null>;
  readonly log: Log;
  /** Stops watching; open jobs go on at the next start. */
  readonly close: () => Promise<void>;
}

export interface BackendParts {
  readonly dataDir: string;
  readonly host: HostParts;
  /** Where codecs are at work; in processes of Node's by default. */
  readonly workers?: { readonly animatic: AnimaticWorker; readonly media: MediaWorker };
  /** Where the service is; the real one by default. Plain http only on this computer. */
  readonly apiBase?: string | undefined;
}

/**
 * Opens a data folder and goes on with its jobs.
 *
 * @throws {AppError} `dataDirInUse` when another process works with it, `dataDirUnusable`, `journalTooNew`, `badApiBase`.
 */
export async function createBackend(parts: BackendParts): Promise<Backend> {
  const { dataDir, host } = parts;
  await makeDataDir(dataDir);
  const secrets = createSecrets();
  const log = createLog(join(dataDir, "logs", "shotgraph.log"), secrets);
  const { emit, subscribe } = createEvents(log);
  const token = await createToken({
    keyStore: host.keyStore,
    plainFile: join(dataDir, "token.txt"),
    environment: host.environmentToken,
    secrets,
    log,
  });
  const runcomfy = createRuncomfyEngine({
    token: token.get,
    ...(parts.apiBase !== undefined && { base: parts.apiBase }),
  });
  const animatic = createAnimaticEngine({
    folder: join(dataDir, "animatics"),
    ...(parts.workers && { worker: parts.workers.animatic }),
  });
  const settings = createSettings(host.settingsFile, (changed) => {
    emit({ event: "settingsChanged", settings: changed });
    jobs.settingsChanged();
  });
  const libraryFolder = () => settings.get().libraryFolder ?? join(dataDir, "takes");
  const boardsFolder = () => settings.get().boardsFolder ?? host.boardsFolder;
  const boards = createBoards({
    folder: boardsFolder,
    recentBoards: createRecentBoards(join(dataDir, "recent.json")),
  });
  const drafts = createDrafts({ folder: join(dataDir, "drafts"), boards, log });
  const jobs = createJobs({
    dataDir,
    libraryFolder,
    engines: { animatic, runcomfy },
    concurrency: () => (settings.get().queuePaused ? 0 : settings.get().concurrency),
    caps: () => ({ perRun: settings.get().capPerRun, perDay: settings.get().capPerDay }),
    emit,
    onBug: (error) => log.error("Jobs", error),
    ...(parts.workers && { mediaWorker: parts.workers.media }),
  });
  if (jobs.isNew) await jobs.shelf.rebuild(libraryFolder());
  const handlers = createHandlers({
    host,
    dataDir,
    settings,
    token,
    boards,
    drafts,
    jobs,
    libraryFolder,
    boardsFolder,
    emit,
    askBalance: () => runcomfy.balance(),
  });
  log.info(`Shotgraph ${host.version} has begun`);

  return {
    emit,
    subscribe,
    boards,
    jobs,
    settings,
    log,
    dispatch: createDispatch(handlers, log),
    takeFile: jobs.takeFile,
    close: async () => {
      // What a window has handed over as it went; the folder is still this program's.
      await Promise.all([boards.settled(), drafts.settled()]);
      await jobs.close();
      await animatic.close();
    },
  };
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (error) {
    throw new AppError("dataDirUnusable", { folder: dataDir, reason: errorCode(error) ?? "" });
  }
}
