import { access, constants, mkdir } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { AppEvent, CallOutput } from "../../shared/ipc/contract.ts";
import { AppError } from "./appError.ts";
import { errorCode, writeAtomic } from "./atomicFile.ts";
import type { Boards } from "./boards.ts";
import { boardExtension } from "./boards.ts";
import type { Handlers } from "./dispatch.ts";
import type { Drafts } from "./drafts.ts";
import type { HostParts } from "./host.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { SettingsStore } from "./settings.ts";
import type { TokenStore } from "./token.ts";

type Balance = CallOutput<"balance.get">;

/** What the handlers work with. */
export interface Works {
  readonly host: HostParts;
  readonly dataDir: string;
  readonly settings: SettingsStore;
  readonly token: TokenStore;
  readonly boards: Boards;
  readonly drafts: Drafts;
  readonly jobs: Jobs;
  readonly libraryFolder: () => string;
  readonly boardsFolder: () => string;
  /** Asks the service; fails with its words. */
  readonly askBalance: () => Promise<Balance>;
  readonly emit: (event: AppEvent) => void;
}

/** Where the window's own links lead. The service publishes no deeper addresses. */
const links = {
  generations: "https://www.runcomfy.com/profile",
  apiKeys: "https://www.runcomfy.com/profile",
  billing: "https://www.runcomfy.com/profile",
  models: "https://www.runcomfy.com/models",
} as const;

export function createHandlers(works: Works): Handlers {
  return {
    ...appHandlers(works),
    ...boardHandlers(works),
    ...fileHandlers(works),
    ...jobHandlers(works),
    ...userHandlers(works),
  };
}

type Some<Prefix extends string> = Pick<Handlers, Extract<keyof Handlers, `${Prefix}.${string}`>>;

function appHandlers({ host, dataDir, settings, token, jobs, ...works }: Works): Some<"app"> {
  const folders = { library: works.libraryFolder, boards: works.boardsFolder, data: () => dataDir };
  return {
    "app.info": async () => ({
      version: host.version,
      host: host.kind,
      platform: process.platform,
      mediaBase: host.mediaBase,
      settings: settings.get(),
      token: await token.status(),
      jobsSetAside: jobs.isSetAside,
    }),
    "app.openLink": async ({ link }) => {
      await host.openLink(links[link]);
      return {};
    },
    "app.openAddress": async ({ address }) => {
      await host.openLink(address);
      return {};
    },
    "app.showFolder": async ({ folder }) => {
      const path = folders[folder]();
      await mkdir(path, { recursive: true });
      await host.showInFolder(path);
      return {};
    },
    "app.setUnsaved": async ({ unsaved, title }) => {
      host.setUnsaved(unsaved, title);
      return {};
    },
    "app.setProgress": async (progress) => {
      host.setProgress(progress);
      return {};
    },
    "app.notify": async ({ jobIds, ...notice }) => {
      host.notify(notice, () => works.emit({ event: "noticeChosen", jobIds }));
      return {};
    },
    "app.close": async () => {
      host.closeWindow();
      return {};
    },
  };
}

function boardHandlers({ host, boards, drafts, boardsFolder }: Works): Some<"boards" | "drafts"> {
  return {
    "boards.pick": async ({ purpose, suggestedName }) => {
      const folder = boardsFolder();
      const path = await host.pickFile?.(purpose, suggestedName, folder, boardExtension);
      if (path === undefined) return { outcome: "inApp", folder };
      if (path === null) return { outcome: "cancelled" };
      return { outcome: "chosen", path: await boards.grant(withExtension(path, boardExtension)) };
    },
    "boards.list": () => boards.list(),
    "boards.recent": () => boards.recent(),
    "boards.open": ({ path }) => boards.open(path),
    "boards.save": ({ path, board, hash }) => boards.save(path, board, hash),
    "drafts.list": () => drafts.list(),
    "drafts.write": async ({ draft, by }) => ({ mark: await drafts.write(draft, by) }),
    "drafts.change": async (change) => ({ mark: await drafts.change(change) }),
    "drafts.drop": async ({ id, by }) => {
      await drafts.drop(id, by);
      return {};
    },
  };
}

function fileHandlers({ host, boardsFolder }: Works): Some<"files"> {
  return {
    "files.save": async ({ suggestedName, format, text }) => {
      const extension = `.${format}`;
      const picked = await host.pickFile?.("save", suggestedName, boardsFolder(), extension);
      if (picked === undefined) return { outcome: "download" };
      if (picked === null) return { outcome: "cancelled" };
      const path = withExtension(picked, extension);
      try {
        await writeAtomic(path, text);
      } catch (error) {
        throw new AppError("fileNotWritten", { path, reason: errorCode(error) ?? "" });
      }
      return { outcome: "saved", path };
    },
  };
}

const withExtension = (path: string, extension: string): string =>
  path.toLowerCase().endsWith(extension) ? path : `${path}${extension}`;

function jobHandlers({
  host,
  jobs,
  libraryFolder,
}: Works): Some<"runs" | "jobs" | "takes" | "library" | "ledger"> {
  return {
    "runs.start": (run) => jobs.start(run),
    "jobs.list": ({ limit }) => jobs.list(limit),
    "jobs.cancel": ({ jobId }) => jobs.cancel(jobId),
    "jobs.move": async ({ jobId, before }) => {
      jobs.move(jobId, before);
      return {};
    },
    "jobs.repeat": ({ jobId }) => jobs.repeat(jobId),
    "jobs.checkAgain": ({ jobId }) => jobs.checkAgain(jobId),
    "jobs.adopt": ({ jobId, requestId }) => jobs.adopt(jobId, requestId),
    "jobs.request": ({ jobId }) => jobs.request(jobId),
    "jobs.board": ({ jobId }) => jobs.board(jobId),
    "ledger.get": ({ days }) => jobs.ledger(days),
    "takes.list": (query) => jobs.takes(query),
    "takes.find": ({ words }) => jobs.findTakes(words),
    "takes.mark": ({ takeIds, marks }) =>
      oneByOne(takeIds, (takeId) => jobs.shelf.mark(takeId, marks)),
    "takes.bin": ({ takeIds }) => oneByOne(takeIds, jobs.shelf.bin),
    "takes.restore": ({ takeIds }) => oneByOne(takeIds, jobs.shelf.restore),
    "takes.emptyBin": () => jobs.shelf.emptyBin(),
    "library.rebuild": () => jobs.shelf.rebuild(libraryFolder()),
    "takes.showInFolder": async ({ takeId }) => {
      await host.showInFolder(await jobs.takeVideo(takeId));
      return {};
    },
  };
}

/** All of them, or up to the first that fails. */
async function oneByOne<T>(ids: readonly string[], act: (id: string) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (const id of ids) done.push(await act(id));
  return done;
}

function userHandlers({
  settings,
  token,
  jobs,
  ...works
}: Works): Some<"settings" | "token" | "balance"> {
  const balance = async (): Promise<Balance> => {
    const answer = await works.askBalance();
    works.emit({ event: "balanceChanged", balance: answer });
    return answer;
  };
  const changed = <T extends CallOutput<"token.set">>(status: T): T => {
    works.emit({ event: "tokenChanged", token: status });
    jobs.tokenChanged();
    return status;
  };
  return {
    "settings.set": async (patch) => {
      for (const folder of [patch.libraryFolder, patch.boardsFolder]) {
        if (typeof folder === "string") await makeUsable(folder);
      }
      return settings.set(patch);
    },
    "token.set": async ({ token: text, allowPlainFile }) =>
      changed(await token.set(text.trim(), allowPlainFile)),
    "token.remove": async () => changed(await token.remove()),
    "token.test": balance,
    "balance.get": balance,
  };
}

/** A folder that cannot be written is refused when it is chosen, not when the first take is finished. */
async function makeUsable(folder: string): Promise<void> {
  if (!isAbsolute(folder)) throw new AppError("folderNotAbsolute", { folder });
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new AppError("folderUnusable", { folder, reason: errorCode(error) ?? "" });
  }
}
