import promises, { open, type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Makes every durable step of this process known before and after it is made: commits, renames and the bytes of a
 * download. Node's own functions are wrapped, so that the program under test has no hook in it.
 */
export async function watchSteps(scratch: string, point: (name: string) => void): Promise<void> {
  const database: { exec: (this: DatabaseSync, sql: string) => void } = DatabaseSync.prototype;
  const { exec } = database;
  database.exec = function execWatched(this: DatabaseSync, sql: string): void {
    if (sql !== "COMMIT") return exec.call(this, sql);
    point("before a commit");
    exec.call(this, sql);
    point("after a commit");
  };

  const { rename } = promises;
  promises.rename = async (from, to) => {
    const name = basename(String(to));
    point(`before the rename to ${name.includes("take") ? "the take" : name}`);
    await rename(from, to);
    point(`after the rename to ${name.includes("take") ? "the take" : name}`);
  };
  syncBuiltinESMExports();

  const handle = await open(join(scratch, "steps.probe"), "w");
  const prototype: { write: (...args: unknown[]) => Promise<unknown> } =
    Object.getPrototypeOf(handle);
  await handle.close();
  const { write } = prototype;
  prototype.write = async function writeWatched(this: FileHandle, ...args: unknown[]) {
    const written = await write.apply(this, args);
    point("after bytes of a download");
    return written;
  };
}
