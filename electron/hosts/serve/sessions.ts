import { createHash, randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

/**
 * The browsers that were given the key, also at an earlier start: a page that is open outlives the program behind it, and
 * what was written in it meanwhile has to find the way home. On the disk are hashes alone: nobody gets in with those.
 */
export interface Sessions {
  readonly has: (session: string) => boolean;
  /** A new one, for a cookie. */
  readonly open: () => string;
}

/** More pages than anybody has open; the oldest are forgotten. */
const most = 50;
const fileSchema = z.array(z.string()).max(most);

/** @param file Made when it is not there; one that cannot be read or written costs nothing but its purpose. */
export function openSessions(file: string): Sessions {
  let hashes = read(file);
  return {
    has: (session) => hashes.includes(hashOf(session)),
    open: () => {
      const session = randomBytes(24).toString("base64url");
      hashes = [...hashes, hashOf(session)].slice(-most);
      write(file, hashes);
      return session;
    },
  };
}

const hashOf = (session: string): string => createHash("sha256").update(session).digest("hex");

function read(file: string): readonly string[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return [];
  }
}

function write(file: string, hashes: readonly string[]): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(hashes), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    // Then the next start asks for the key again.
  }
}
