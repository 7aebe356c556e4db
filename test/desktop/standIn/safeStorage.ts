import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { life } from "./life.ts";
import { surroundings } from "./surroundings.ts";

const key = Buffer.from(surroundings.key, "hex");
const cipher = "aes-256-gcm";

/** The system's key store. The synchronous calls are deprecated and not here. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => {
    life.needReady("safeStorage");
    return true;
  },
  getSelectedStorageBackend: (): string => (life.isReady ? surroundings.storage : "unknown"),
  encryptStringAsync: async (plainText: string): Promise<Buffer> => {
    life.needReady("safeStorage");
    const nonce = randomBytes(12);
    const encrypting = createCipheriv(cipher, key, nonce);
    const text = Buffer.concat([encrypting.update(plainText, "utf8"), encrypting.final()]);
    return Buffer.concat([nonce, encrypting.getAuthTag(), text]);
  },
  decryptStringAsync: async (encrypted: Buffer) => {
    life.needReady("safeStorage");
    const decrypting = createDecipheriv(cipher, key, encrypted.subarray(0, 12));
    decrypting.setAuthTag(encrypted.subarray(12, 28));
    const text = Buffer.concat([decrypting.update(encrypted.subarray(28)), decrypting.final()]);
    return { result: text.toString("utf8"), shouldReEncrypt: false };
  },
};
