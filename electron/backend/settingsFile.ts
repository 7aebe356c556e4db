import { existsSync, renameSync } from "node:fs";
import type { SettingsFile } from "./settings.ts";

/** What `conf` and `electron-store` have in common, and all that is used of them. */
export interface DumbStore {
  store: Record<string, unknown>;
}

/**
 * Settings in a file that a store library reads and writes. A file that it cannot read is set aside as
 * `<name>.damaged`, so that the next write does not destroy what somebody may want to repair.
 */
export function createSettingsFile(file: string, open: () => DumbStore): SettingsFile {
  let opened: DumbStore | undefined;
  const store = (): DumbStore => {
    opened ??= openOrSetAside(file, open);
    return opened;
  };
  return {
    read: () => store().store,
    write: (value) => {
      store().store = value;
    },
  };
}

function openOrSetAside(file: string, open: () => DumbStore): DumbStore {
  try {
    const store = open();
    // Reads the file: opening alone does not tell that it is damaged.
    void store.store;
    return store;
  } catch (error) {
    if (!existsSync(file)) throw error;
    renameSync(file, `${file}.damaged`);
    return open();
  }
}
