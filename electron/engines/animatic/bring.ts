import { copyFile, rename, rm, stat } from "node:fs/promises";
import type { Fetched, FetchWatch } from "../engine.ts";

/** Moves a finished animatic to where it is wanted, whole or not at all, also onto another disk. */
export async function bring(from: string, to: string, watch: FetchWatch): Promise<Fetched> {
  if (watch.signal.aborted) return stopped;
  const made = await stat(from).catch(() => undefined);
  // Asked for again, it is made again.
  if (made === undefined) {
    return { outcome: "failed", reason: { code: "fileGone" }, passing: false };
  }
  await rename(from, to).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    return copyOver(from, to);
  });
  watch.onProgress(made.size, made.size);
  return { outcome: "fetched", bytes: made.size };
}

const stopped: Fetched = { outcome: "failed", reason: { code: "stopped" }, passing: true };

async function copyOver(from: string, to: string): Promise<void> {
  const part = `${to}.part`;
  await copyFile(from, part);
  await rename(part, to);
  await rm(from, { force: true });
}
