import { readFile, rm } from "node:fs/promises";
import { safeStorage } from "electron";
import { errorCode, writeAtomic } from "./backend/atomicFile.ts";
import type { KeyStore } from "./backend/token.ts";

/** Backends of Linux that hide nothing: the text is encrypted with a key that is in the program's source. */
const hollow: ReadonlySet<string> = new Set(["basic_text", "unknown"]);

/**
 * A file that the system's key store has encrypted. Only after the app is ready.
 *
 * @param file Readable by the user alone, and useless without the key store.
 */
export function createSafeKeyStore(file: string): KeyStore {
  const write = async (secret: string): Promise<void> => {
    const encrypted = await safeStorage.encryptStringAsync(secret);
    await writeAtomic(file, encrypted, 0o600);
  };
  return {
    isAvailable: async () => {
      const isHollow =
        process.platform === "linux" && hollow.has(safeStorage.getSelectedStorageBackend());
      return !isHollow && safeStorage.isAsyncEncryptionAvailable();
    },
    read: async () => {
      const encrypted = await readFile(file).catch((error: unknown) => {
        if (errorCode(error) === "ENOENT") return null;
        throw error;
      });
      if (encrypted === null) return null;
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(encrypted);
      if (shouldReEncrypt) await write(result);
      return result;
    },
    write,
    remove: () => rm(file, { force: true }),
  };
}
