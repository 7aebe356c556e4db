import { stat } from "node:fs/promises";
import { join } from "node:path";
import { rebuildJournal } from "../../backend/jobs/rebuildJournal.ts";
import { createSettings } from "../../backend/settings.ts";
import { userPath } from "./boardFile.ts";
import { nodeHostFor } from "./cliHost.ts";
import { Ending, exitCodes, type ExitCode } from "./ending.ts";
import type { JobsOptions } from "./jobs.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Makes the list of takes, with what they have cost, say what the folders of the library say.
 *
 * @param folder That of the settings by default.
 */
export async function rebuildList(
  folder: string | undefined,
  { json, dataDir }: JobsOptions,
  { print, say }: Terminal,
): Promise<ExitCode> {
  const { dataDir: home, host } = nodeHostFor(dataDir);
  const { libraryFolder } = createSettings(host.settingsFile, () => undefined).get();
  const library = folder === undefined ? (libraryFolder ?? join(home, "takes")) : userPath(folder);
  const info = await stat(library).catch(() => undefined);
  if (info?.isDirectory() !== true) {
    throw new Ending(`There is no library at ${library}.`, exitCodes.file);
  }
  const { isSetAside, ...rebuilt } = await rebuildJournal(home, library);
  if (isSetAside) {
    say(
      "The list of jobs was damaged, and is set aside. Jobs that were open are known at RunComfy alone.",
    );
  }
  if (json === true) print(JSON.stringify({ library, ...rebuilt }));
  else
    print(
      `${wordsOf(rebuilt.takes)} in ${library}: ${rebuilt.added} new in the list, ${rebuilt.found} found at another place.`,
    );
  return exitCodes.fine;
}

const wordsOf = (takes: number): string => (takes === 1 ? "1 take" : `${takes} takes`);
