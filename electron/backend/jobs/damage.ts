import { renameSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../atomicFile.ts";
import { journalFile, openJournal, type Journal } from "./journal.ts";

/** SQLite's own words for a file that is no database any more: corrupt, and not a database. */
const damaged: ReadonlySet<unknown> = new Set([11, 26]);

/**
 * Opens the journal; one that is damaged is set aside, never deleted, and a new one begun. Its takes come back from the
 * library's folders.
 *
 * @param onDamage Told what was found: jobs that were open then are known at the service alone.
 */
export function openOrSetAside(dataDir: string, onDamage: (error: unknown) => void): Journal {
  try {
    const journal = openJournal(dataDir);
    if (journal.isSound()) return journal;
    journal.close();
    throw new Damage("The list of jobs is damaged");
  } catch (error) {
    if (!isDamage(error)) throw error;
    onDamage(error);
    setAside(dataDir);
    return openJournal(dataDir);
  }
}

/** Opening reads the first page alone: what is wrong behind it would only end the program later. */
class Damage extends Error {}

const isDamage = (error: unknown): boolean =>
  error instanceof Damage ||
  (error instanceof Error && "errcode" in error && damaged.has(error.errcode));

function setAside(dataDir: string): void {
  const to = `damaged ${new Date().toISOString().replaceAll(":", ".")} ${journalFile}`;
  for (const end of ["", "-wal", "-shm"]) {
    try {
      renameSync(join(dataDir, `${journalFile}${end}`), join(dataDir, `${to}${end}`));
    } catch (error) {
      if (errorCode(error) !== "ENOENT") throw error;
    }
  }
}
