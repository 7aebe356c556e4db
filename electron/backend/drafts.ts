import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { withChanges } from "../../shared/board/changes.ts";
import {
  draftSchema,
  type Draft,
  type DraftChange,
  type Writer,
} from "../../shared/ipc/contract.ts";
import { AppError } from "./appError.ts";
import { errorCode, writeAtomic } from "./atomicFile.ts";
import type { Boards } from "./boards.ts";
import { createInOrder } from "./inOrder.ts";
import type { Log } from "./log.ts";

/** Work in progress, one file for each open tab, so that a crash costs nothing. */
export interface Drafts {
  /** In the order of their tabs. Their files may be saved to again. */
  readonly list: () => Promise<MarkedDraft[]>;
  /**
   * Gives the mark of what was written. Null, and nothing done, when another window has gone on with the draft since this
   * one has read it. Fails with `pathNotGranted`.
   */
  readonly write: (draft: Draft, by: Writer) => Promise<string | null>;
  /** Null, and nothing done, when the draft is not any more what it was `since`. Fails with `pathNotGranted`. */
  readonly change: (change: DraftChange) => Promise<string | null>;
  /** Leaves it when another window has gone on with it. */
  readonly drop: (id: string, by: Writer) => Promise<void>;
  /** Resolves once all that was asked for so far is on the disk. */
  readonly settled: () => Promise<void>;
}

/** The mark names exactly this draft, until it is written again or the program ends. */
type MarkedDraft = Draft & { readonly mark: string };

export interface DraftsParts {
  readonly folder: string;
  readonly boards: Pick<Boards, "grant" | "isGranted">;
  readonly log: Log;
}

export function createDrafts({ folder, boards, log }: DraftsParts): Drafts {
  const inOrder = createInOrder();
  const fileOf = (id: string) => join(folder, `${id}.json`);
  /** Paths of earlier drafts: still right when their disk is not there at the moment. */
  const known = new Set<string>();
  const mayNote = async (path: string): Promise<boolean> =>
    known.has(path) || (await boards.isGranted(path).catch(() => false));

  /** What was last read or written, by draft, and which window has written it. */
  const latest = new Map<
    string,
    { readonly draft: MarkedDraft; readonly window: string | undefined }
  >();
  const marked = (draft: Draft, window?: string): MarkedDraft => {
    const now = { ...draft, mark: randomUUID() };
    latest.set(draft.id, { draft: now, window });
    return now;
  };
  const isAnothers = (id: string, { window, read }: Writer): boolean => {
    const last = latest.get(id);
    return last?.window !== undefined && last.window !== window && last.draft.mark !== read;
  };

  const readDraft = async (name: string): Promise<MarkedDraft[]> => {
    const file = join(folder, name);
    try {
      const draft = draftSchema.parse(JSON.parse(await readFile(file, "utf8")));
      if (draft.path !== null) {
        known.add(draft.path);
        await boards.grant(draft.path).catch((error: unknown) => log.info("A file is gone", error));
      }
      // Read again by another window, it is still what the first one has.
      return [latest.get(draft.id)?.draft ?? marked(draft)];
    } catch (error) {
      // Kept for whoever wants to look; one damaged draft must not cost the others.
      log.error(`The draft ${name} is damaged and was set aside`, error);
      await rename(file, `${file}.damaged`).catch(() => undefined);
      return [];
    }
  };

  const writeDraft = async (draft: Draft, window: string): Promise<string> => {
    if (draft.path !== null && !(await mayNote(draft.path))) {
      throw new AppError("pathNotGranted", { path: draft.path });
    }
    await mkdir(folder, { recursive: true });
    await writeAtomic(fileOf(draft.id), `${JSON.stringify(draft)}\n`, 0o600);
    return marked(draft, window).mark;
  };

  return {
    list: () =>
      inOrder(async () => {
        const names = await readdir(folder).catch((error: unknown) => {
          if (errorCode(error) === "ENOENT") return [];
          throw error;
        });
        const drafts = await Promise.all(
          names.filter((name) => name.endsWith(".json") && !name.startsWith(".")).map(readDraft),
        );
        return drafts.flat().toSorted((a, b) => a.order - b.order || a.id.localeCompare(b.id));
      }),
    write: (draft, by) =>
      inOrder(async () => (isAnothers(draft.id, by) ? null : writeDraft(draft, by.window))),
    change: ({ since, changes, by, ...state }) =>
      inOrder(async () => {
        const before = latest.get(state.id)?.draft;
        if (before?.mark !== since) return null;
        return writeDraft({ ...state, board: withChanges(before.board, changes) }, by.window);
      }),
    drop: (id, by) =>
      inOrder(async () => {
        if (isAnothers(id, by)) return;
        // An id becomes a file name: what is none names no draft.
        if (!draftSchema.shape.id.safeParse(id).success) return;
        latest.delete(id);
        await rm(fileOf(id), { force: true });
      }),
    settled: () => inOrder(() => Promise.resolve()),
  };
}
