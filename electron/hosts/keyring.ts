import type { AsyncEntry } from "@napi-rs/keyring";
import type { KeyStore } from "../backend/token.ts";

const service = "Shotgraph";
/** A locked key store asks its owner to open it, which takes a while. */
const patience = 60_000;

/**
 * The key store of the system, without Electron: Keychain, Credential Manager, or the Secret Service of Linux. The
 * kernel's own keyring is not used: it forgets at the next start.
 *
 * @param account Tells one data folder's token from another's.
 */
export function createKeyring(account: string): KeyStore {
  let entry: Promise<AsyncEntry | null> | undefined;
  const opened = (): Promise<AsyncEntry | null> => {
    entry ??= openEntry(account);
    return entry;
  };
  return {
    isAvailable: async () => (await opened()) !== null,
    read: async () => (await (await opened())?.getPassword(AbortSignal.timeout(patience))) ?? null,
    write: async (secret) => {
      const open = await opened();
      if (!open) throw new Error("There is no key store");
      await open.setPassword(secret, AbortSignal.timeout(patience));
    },
    remove: async () => {
      await (await opened())?.deleteCredential(AbortSignal.timeout(patience));
    },
  };
}

/** Null when the native module does not load here, or when no key store answers it. */
async function openEntry(account: string): Promise<AsyncEntry | null> {
  try {
    const { AsyncEntry } = await import("@napi-rs/keyring");
    const entry = new AsyncEntry(service, account, { linux: { store: "secret-service" } });
    await entry.getPassword(AbortSignal.timeout(patience));
    return entry;
  } catch {
    return null;
  }
}
