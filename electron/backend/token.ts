import { chmod, readFile, rm } from "node:fs/promises";
import type { TokenStatus } from "../../shared/ipc/contract.ts";
import { AppError } from "./appError.ts";
import { errorCode, writeAtomic } from "./atomicFile.ts";
import type { Log, Secrets } from "./log.ts";

/** Where a machine keeps secrets: the desktop's `safeStorage`, or the system's key store without Electron. */
export interface KeyStore {
  /** Whether it protects what it keeps. It may say no today and yes tomorrow. */
  readonly isAvailable: () => Promise<boolean>;
  readonly read: () => Promise<string | null>;
  readonly write: (secret: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export interface TokenStore {
  /** The token, for a request header and nothing else. */
  readonly get: () => string | undefined;
  readonly status: () => Promise<TokenStatus>;
  /** Fails with `tokenMalformed`, `tokenFromEnvironment`, or `noKeyStore` when only a plain file would do. */
  readonly set: (token: string, allowPlainFile: boolean) => Promise<TokenStatus>;
  /** Fails with `tokenFromEnvironment`. */
  readonly remove: () => Promise<TokenStatus>;
}

export interface TokenParts {
  readonly keyStore: KeyStore;
  /** Used only when there is no key store and the user has agreed; readable by the user alone. */
  readonly plainFile: string;
  /** What the environment gives, which goes before everything kept; undefined when it gives none. */
  readonly environment: string | undefined;
  readonly secrets: Secrets;
  readonly log: Log;
}

type Kept = { readonly token: string; readonly storage: TokenStatus["storage"] } | null;

/** Any printable ASCII without white space: the service publishes no other rule. */
export const isToken = (text: string): boolean => /^[\x21-\x7e]{1,8192}$/.test(text);

/** Reads the token once; from then on it is in memory. */
export async function createToken(parts: TokenParts): Promise<TokenStore> {
  const { keyStore, plainFile, secrets } = parts;
  let kept = await find(parts);

  const available = async (): Promise<TokenStatus["available"]> =>
    (await keyStore.isAvailable()) ? "keyStore" : "plainFile";
  const status = async (): Promise<TokenStatus> => ({
    present: kept !== null,
    storage: kept?.storage ?? "none",
    available: await available(),
  });
  const refuseWithEnvironment = () => {
    if (parts.environment !== undefined) throw new AppError("tokenFromEnvironment");
  };

  return {
    get: () => kept?.token,
    status,
    set: async (token, allowPlainFile) => {
      refuseWithEnvironment();
      if (!isToken(token)) throw new AppError("tokenMalformed");
      secrets.add(token);
      const storage = await available();
      if (storage === "keyStore") {
        await keyStore.write(token);
        await rm(plainFile, { force: true });
      } else {
        if (!allowPlainFile) throw new AppError("noKeyStore");
        await writeAtomic(plainFile, token, 0o600);
      }
      kept = { token, storage };
      return status();
    },
    remove: async () => {
      refuseWithEnvironment();
      await rm(plainFile, { force: true });
      await keyStore.remove();
      kept = null;
      return status();
    },
  };
}

async function find({ keyStore, plainFile, environment, secrets, log }: TokenParts): Promise<Kept> {
  const known = (text: string | null, storage: TokenStatus["storage"]): Kept => {
    const token = text?.trim() ?? "";
    if (token === "") return null;
    secrets.add(token);
    if (isToken(token)) return { token, storage };
    log.error("The token that is kept is not one", { storage });
    return null;
  };
  if (environment !== undefined) return known(environment, "environment");
  return (
    known(await readKeyStore(keyStore, log), "keyStore") ??
    known(await readPlainFile(plainFile, log), "plainFile")
  );
}

/** A key store that cannot be read is, for the user, one without the token: it can be given again. */
async function readKeyStore(keyStore: KeyStore, log: Log): Promise<string | null> {
  try {
    return (await keyStore.isAvailable()) ? await keyStore.read() : null;
  } catch (error) {
    log.error("The key store could not be read", error);
    return null;
  }
}

async function readPlainFile(file: string, log: Log): Promise<string | null> {
  try {
    const text = await readFile(file, "utf8");
    await chmod(file, 0o600);
    return text;
  } catch (error) {
    if (errorCode(error) !== "ENOENT") log.error("The token's file could not be read", error);
    return null;
  }
}
