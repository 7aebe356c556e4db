import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AppError } from "../appError.ts";

/**
 * Makes this process the only one that carries out the jobs of a data folder: two would poll, download and submit the
 * same job twice. The lock is the operating system's, taken through SQLite, so that it ends with the process however
 * that ends; a file with a process id would stay behind a crash.
 *
 * @returns What gives the folder back.
 * @throws AppError `dataDirInUse`.
 */
export function lockDataDir(dataDir: string): () => void {
  const database = new DatabaseSync(join(dataDir, "jobs.lock"), { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new AppError("dataDirInUse", { folder: dataDir });
    throw error;
  }
  return () => database.close();
}

const sqliteBusy = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;
