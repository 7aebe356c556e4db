import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createLog, createSecrets } from "../../electron/backend/log.ts";
import { createToken, isToken, type KeyStore } from "../../electron/backend/token.ts";
import { testFolder } from "./folder.ts";

type Drawer = { -readonly [K in keyof KeyStore]: KeyStore[K] } & { kept: string | null };

/** A key store of this process alone: the machine's own holds the tester's real token. */
function keyStore(isThere: boolean): Drawer {
  const store: Drawer = {
    kept: null,
    isAvailable: async () => isThere,
    read: async () => store.kept,
    write: async (secret) => {
      store.kept = secret;
    },
    remove: async () => {
      store.kept = null;
    },
  };
  return store;
}

async function place(isThere: boolean, environment?: string) {
  const folder = testFolder();
  const secrets = createSecrets();
  const store = keyStore(isThere);
  const plainFile = join(folder, "token.txt");
  const logFile = join(folder, "log");
  const begin = () =>
    createToken({
      keyStore: store,
      plainFile,
      environment,
      secrets,
      log: createLog(logFile, secrets),
    });
  return { begin, token: await begin(), store, plainFile, secrets, logFile };
}

test("the key store has it, and after a restart gives it back", async () => {
  const { token, begin, store, plainFile } = await place(true);
  expect(await token.status()).toEqual({ present: false, storage: "none", available: "keyStore" });
  expect(await token.set("abc-123", false)).toMatchObject({ present: true, storage: "keyStore" });
  expect(store.kept).toBe("abc-123");
  expect(existsSync(plainFile)).toBe(false);
  expect((await begin()).get()).toBe("abc-123");
  expect(await token.remove()).toMatchObject({ present: false, storage: "none" });
  expect((await begin()).get()).toBeUndefined();
});

describe("without a key store", () => {
  test("nothing is written unless the user has agreed to a plain file", async () => {
    const { token, plainFile } = await place(false);
    await expect(token.set("abc-123", false)).rejects.toThrow("noKeyStore");
    expect(existsSync(plainFile)).toBe(false);
    expect(token.get()).toBeUndefined();
  });

  test("the plain file is the user's alone, and is said to be one", async () => {
    const { token, begin, plainFile } = await place(false);
    const status = { present: true, storage: "plainFile", available: "plainFile" };
    expect(await token.set("abc-123", true)).toEqual(status);
    // Windows has no such bits: there a file of the user's profile is the user's alone anyway.
    const isWindows = process.platform === "win32";
    expect(isWindows ? 0o600 : statSync(plainFile).mode & 0o777).toBe(0o600);
    expect((await begin()).get()).toBe("abc-123");
    await token.remove();
    expect(existsSync(plainFile)).toBe(false);
  });
});

test("a key store that comes later takes the token over from the plain file", async () => {
  const { begin, plainFile, store } = await place(true);
  writeFileSync(plainFile, "old-token\n");
  const token = await begin();
  expect(await token.status()).toMatchObject({ storage: "plainFile", available: "keyStore" });
  expect(token.get()).toBe("old-token");
  await token.set("new-token", true);
  expect(existsSync(plainFile)).toBe(false);
  expect(store.kept).toBe("new-token");
});

test("the environment goes before everything and cannot be changed from here", async () => {
  const { token, store } = await place(true, "from-outside");
  store.kept = "kept";
  expect(token.get()).toBe("from-outside");
  expect(await token.status()).toMatchObject({ present: true, storage: "environment" });
  await expect(token.set("other", true)).rejects.toThrow("tokenFromEnvironment");
  await expect(token.remove()).rejects.toThrow("tokenFromEnvironment");
  expect(store.kept).toBe("kept");
});

test("an unusable token of the environment is none, and is not logged", async () => {
  const { token, logFile } = await place(true, "two words-here");
  expect(token.get()).toBeUndefined();
  expect(readFileSync(logFile, "utf8")).toContain("not one");
  expect(readFileSync(logFile, "utf8")).not.toContain("words-here");
});

test.each([
  ["one character", "a"],
  ["signs", '!~{}"\\'],
  ["8192 characters", "x".repeat(8192)],
])("%s can be a token", async (_what, text) => {
  expect(isToken(text)).toBe(true);
  expect(await (await place(true)).token.set(text, false)).toMatchObject({ present: true });
});

test.each([
  ["nothing", ""],
  ["8193 characters", "x".repeat(8193)],
  ["two words", "two words"],
  ["two lines", "line\nbreak"],
  ["a letter with an accent", "é"],
])("%s cannot be a token", async (_what, text) => {
  const { token } = await place(true);
  expect(isToken(text)).toBe(false);
  await expect(token.set(text, false)).rejects.toThrow("tokenMalformed");
});

test("a key store that breaks counts as one without the token", async () => {
  const { begin, store } = await place(true);
  store.read = async () => {
    throw new Error("locked");
  };
  expect(await (await begin()).status()).toMatchObject({ present: false });
});

test("secrets are taken out of texts in every form they take", () => {
  const secrets = createSecrets();
  const secret = 'to"ken/\\+1';
  secrets.add(secret);
  const forms = [secret, JSON.stringify({ secret }), encodeURIComponent(secret)];
  for (const form of forms) {
    const text = secrets.scrub(`before ${form} after`);
    expect(text).toContain("•••");
    expect(text).not.toContain("ken");
  }
});
