import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import Conf from "conf";
import packageFile from "../../package.json" with { type: "json" };
import type { BackendParts } from "../backend/backend.ts";
import { defaultBoardsFolder, defaultDataFolder, type Machine } from "../backend/dataFolder.ts";
import { createSettingsFile } from "../backend/settingsFile.ts";
import { createKeyring } from "./keyring.ts";
import { openWithSystem } from "./openWithSystem.ts";

/** The parts of a host that runs in plain Node, for `serve` and the command line. */
export type NodeHost = Pick<BackendParts, "dataDir" | "host" | "apiBase">;

/** @param chosenDataDir What `--data-dir` says, relative to the current folder. */
export function createNodeHost(chosenDataDir: string | undefined): NodeHost {
  const machine: Machine = { platform: process.platform, env: process.env, home: homedir() };
  const isChosen = chosenDataDir !== undefined;
  const dataDir = isChosen ? resolve(chosenDataDir) : defaultDataFolder(machine);
  const settings = join(dataDir, "settings.json");
  return {
    dataDir,
    apiBase: process.env["RUNCOMFY_MODEL_API_BASE"] || undefined,
    host: {
      kind: "serve",
      version: packageFile.version,
      mediaBase: "/media/",
      settingsFile: createSettingsFile(
        settings,
        () => new Conf({ cwd: dataDir, configName: "settings" }),
      ),
      // A folder that the user names is a world of its own: it must not see or change the token of the usual one.
      keyStore: createKeyring(isChosen ? `runcomfy ${shortHash(dataDir)}` : "runcomfy"),
      environmentToken: process.env["RUNCOMFY_API_TOKEN"] || undefined,
      boardsFolder: defaultBoardsFolder(machine, dataDir, isChosen),
      pickFile: null,
      openLink: openWithSystem,
      showInFolder: openWithSystem,
      setUnsaved: () => undefined,
      setProgress: () => undefined,
      // The page asks its browser itself.
      notify: () => undefined,
      closeWindow: () => undefined,
    },
  };
}

const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 12);
