import { existsSync } from "node:fs";
import { join } from "node:path";

/** What the place of files depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The folder of jobs, takes, settings and drafts when the user names none: the same for the desktop app, `serve` and
 * the command line, so that a job that one has started is seen and taken up by the others.
 */
export function defaultDataFolder({ platform, env, home }: Machine): string {
  if (platform === "darwin") return join(home, "Library", "Application Support", "Shotgraph");
  if (platform === "win32") {
    return join(env["APPDATA"] ?? join(home, "AppData", "Roaming"), "Shotgraph");
  }
  return join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "shotgraph");
}

/** Where boards are proposed to be kept, until the user chooses a folder. */
export function defaultBoardsFolder(machine: Machine, dataDir: string, isDataDirChosen: boolean) {
  const documents = join(machine.home, "Documents");
  return !isDataDirChosen && existsSync(documents)
    ? join(documents, "Shotgraph")
    : join(dataDir, "boards");
}
