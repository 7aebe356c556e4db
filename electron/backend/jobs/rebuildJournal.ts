import { mkdirSync } from "node:fs";
import { rebuild, type Rebuilt } from "../library/rebuild.ts";
import { realClock, timeOf } from "./clock.ts";
import { openOrSetAside } from "./damage.ts";
import { lockDataDir } from "./lock.ts";

/**
 * Takes up what lies in a library into the journal of a data folder, and carries out no job. A journal that is damaged is
 * set aside first.
 *
 * @throws AppError `dataDirInUse`, `journalTooNew`.
 */
export async function rebuildJournal(
  dataDir: string,
  library: string,
): Promise<Rebuilt & { readonly isSetAside: boolean }> {
  mkdirSync(dataDir, { recursive: true });
  const unlock = lockDataDir(dataDir);
  try {
    let isSetAside = false;
    const journal = openOrSetAside(dataDir, () => {
      isSetAside = true;
    });
    try {
      return { ...(await rebuild(journal, library, timeOf(realClock))), isSetAside };
    } finally {
      journal.close();
    }
  } finally {
    unlock();
  }
}
