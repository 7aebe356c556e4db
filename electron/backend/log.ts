import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Past this many bytes the log becomes `<name>.old`, and a new one begins. */
const fullAt = 2_000_000;

export interface Log {
  readonly info: (what: string, details?: unknown) => void;
  readonly error: (what: string, details?: unknown) => void;
  /** The text without any secret that was made known. */
  readonly scrub: (text: string) => string;
}

export interface Secrets {
  /** From now on `scrub` takes this text out, also where it stands in JSON or in an address. */
  readonly add: (secret: string) => void;
  readonly scrub: (text: string) => string;
}

export function createSecrets(): Secrets {
  const forms = new Set<string>();
  return {
    add: (secret) => {
      // Shorter than this it is no secret, and taking it out would make any text unreadable.
      if (secret.length < 4) return;
      forms.add(secret);
      forms.add(JSON.stringify(secret).slice(1, -1));
      forms.add(encodeURIComponent(secret));
      forms.add(Buffer.from(secret).toString("base64"));
    },
    scrub: (text) => [...forms].reduce((rest, form) => rest.replaceAll(form, "•••"), text),
  };
}

/**
 * A log for people who look for a bug: one line for each event with its time, the stack below it. Written at once, so
 * that the last line before a crash is there; a log that cannot be written never stops the program.
 */
export function createLog(file: string, secrets: Secrets): Log {
  const write = (level: string, what: string, details: unknown) => {
    const text = details === undefined ? what : `${what}: ${describe(details)}`;
    try {
      mkdirSync(dirname(file), { recursive: true });
      if (sizeOf(file) > fullAt) renameSync(file, `${file}.old`);
      const line = `${new Date().toISOString()} ${level} ${secrets.scrub(text)}\n`;
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // Nowhere is left to say it.
    }
  };
  return {
    info: (what, details) => write("info", what, details),
    error: (what, details) => write("error", what, details),
    scrub: secrets.scrub,
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function describe(details: unknown): string {
  if (!(details instanceof Error)) return JSON.stringify(details);
  const cause = details.cause === undefined ? "" : `\n  because of ${describe(details.cause)}`;
  return `${details.stack ?? details.message}${cause}`;
}
