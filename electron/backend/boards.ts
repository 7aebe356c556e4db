import { createHash } from "node:crypto";
import { access, constants, mkdir, readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from "node:path";
import { formatVersion } from "../../shared/board/migrations.ts";
import { parseBoard } from "../../shared/board/parse.ts";
import { printBoard } from "../../shared/board/print.ts";
import { boardLimits, type Board } from "../../shared/board/schema.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import { AppError } from "./appError.ts";
import { errorCode, writeAtomic } from "./atomicFile.ts";
import { createInOrder } from "./inOrder.ts";
import type { RecentBoards } from "./recentBoards.ts";

export const boardExtension = ".shotgraph";

type Opened = CallOutput<"boards.open">;
type FileEntry = CallOutput<"boards.recent">[number];

export interface Boards {
  /** Lets the window open and save a file that the user has chosen outside the window. Returns its real path. */
  readonly grant: (path: string) => Promise<string>;
  readonly isGranted: (path: string) => Promise<boolean>;
  /** Fails with `pathNotGranted`; what is wrong with the file itself is in the answer. */
  readonly open: (path: string) => Promise<Opened>;
  /** Fails with `pathNotGranted`, `changedOnDisk`, `boardReadOnly`, `boardTooLarge`, `cannotWrite`. */
  readonly save: (
    path: string,
    board: Board,
    hash: string | null,
  ) => Promise<CallOutput<"boards.save">>;
  /** Once everything that was to be saved until now is on the disk. */
  readonly settled: () => Promise<void>;
  /** The boards in the boards folder, the newest first. */
  readonly list: () => Promise<CallOutput<"boards.list">>;
  readonly recent: () => Promise<FileEntry[]>;
}

export interface BoardsParts {
  /** The boards folder as the settings have it now; made when it is first needed. */
  readonly folder: () => string;
  readonly recentBoards: RecentBoards;
}

/** Board files, only where the user has been: chosen by a dialog, recently open, or in the boards folder. */
export function createBoards({ folder, recentBoards }: BoardsParts): Boards {
  const granted = new Set<string>();
  const inOrder = createInOrder();

  const realPath = async (path: string): Promise<string> => {
    if (dirname(path) === folder()) await mkdir(folder(), { recursive: true });
    return realBoardPath(path);
  };
  const mayTouch = async (path: string): Promise<boolean> =>
    granted.has(path) ||
    (await recentBoards.paths()).includes(path) ||
    isWithin(await realpath(folder()).catch(() => folder()), path);
  const grantedPath = async (path: string): Promise<string> => {
    const real = await realPath(path);
    if (!(await mayTouch(real))) throw new AppError("pathNotGranted", { path });
    return real;
  };

  return {
    grant: async (path) => {
      const real = await realPath(resolve(path));
      granted.add(real);
      return real;
    },
    isGranted: async (path) => mayTouch(await realPath(path)),
    open: async (path) => {
      const real = await grantedPath(path);
      const opened = await readBoard(real);
      if (opened.ok) await recentBoards.add(real);
      return opened;
    },
    save: (path, board, hash) =>
      inOrder(async () => {
        const real = await grantedPath(path);
        const saved = await writeBoard(real, board, hash);
        await recentBoards.add(real);
        return { path: real, hash: saved };
      }),
    settled: () => inOrder(() => Promise.resolve()),
    list: async () => {
      const names = await readdir(folder()).catch(() => []);
      const paths = names
        .filter((name) => extname(name).toLowerCase() === boardExtension)
        .map((name) => join(folder(), name));
      const boards = (await entriesOf(paths)).toSorted((a, b) =>
        b.modifiedAt.localeCompare(a.modifiedAt),
      );
      return { folder: folder(), boards };
    },
    recent: async () => entriesOf(await recentBoards.paths()),
  };
}

/**
 * Reads a board file of any path; the caller has asked whether it may.
 *
 * @returns The board with the hash of its bytes, or a named failure.
 */
export async function readBoard(path: string): Promise<Opened> {
  try {
    const { size } = await stat(path);
    if (size > boardLimits.bytes) return tooLarge(size);
    const bytes = await readFile(path);
    const parsed = parseBoard(decode(bytes));
    if (!parsed.ok) return parsed;
    const { board, readOnly } = parsed;
    const isWritable = await access(path, constants.W_OK).then(
      () => true,
      () => false,
    );
    return { ok: true, board, path, hash: hashOf(bytes), readOnly: readOnly || !isWritable };
  } catch (error) {
    const reason = errorCode(error);
    if (reason === undefined) throw error;
    return { ok: false, failure: { code: "unreadable", values: { reason } } };
  }
}

/** The text of a file; the empty text, which is no board, when the bytes are no UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "";
  }
}

function tooLarge(bytes: number): Opened {
  return {
    ok: false,
    failure: {
      code: "tooLarge",
      values: { what: "bytes", count: bytes, limit: boardLimits.bytes },
    },
  };
}

async function writeBoard(path: string, board: Board, expected: string | null): Promise<string> {
  if (board.formatVersion > formatVersion) throw new AppError("boardReadOnly");
  const bytes = Buffer.from(printBoard(board));
  if (bytes.length > boardLimits.bytes) {
    throw new AppError("boardTooLarge", { bytes: bytes.length, limit: boardLimits.bytes });
  }
  try {
    const before = await readFile(path).catch((error: unknown) => {
      // A file that was deleted has nothing to lose: saving brings it back.
      if (errorCode(error) === "ENOENT") return null;
      throw error;
    });
    if (expected !== null && before !== null && hashOf(before) !== expected) {
      throw new AppError("changedOnDisk", { path });
    }
    await access(path, constants.W_OK).catch((error: unknown) => {
      // A rename would replace even a file that may not be written.
      if (before !== null) throw error;
    });
    await writeAtomic(path, bytes);
  } catch (error) {
    const reason = errorCode(error);
    if (reason === undefined || error instanceof AppError) throw error;
    throw new AppError("cannotWrite", { path, reason });
  }
  return hashOf(bytes);
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The path without links, so that a link cannot lead out of what was granted. The file may be new. */
async function realBoardPath(path: string): Promise<string> {
  if (!isAbsolute(path) || extname(path).toLowerCase() !== boardExtension) {
    throw new AppError("notABoardPath", { path });
  }
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw new AppError("pathNotGranted", { path });
  }
  const parent = await realpath(dirname(path)).catch(() => {
    throw new AppError("noSuchFolder", { path: dirname(path) });
  });
  return join(parent, basename(path));
}

function isWithin(folder: string, path: string): boolean {
  const inner = relative(folder, path);
  return inner !== "" && !inner.startsWith("..") && !isAbsolute(inner);
}

/** Those of the files that are there. */
async function entriesOf(paths: readonly string[]): Promise<FileEntry[]> {
  const entries = await Promise.all(
    paths.map(async (path) => {
      const info = await stat(path).catch(() => undefined);
      if (!info?.isFile()) return [];
      return [{ path, name: basename(path, extname(path)), modifiedAt: info.mtime.toISOString() }];
    }),
  );
  return entries.flat();
}
