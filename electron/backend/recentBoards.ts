import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { writeAtomic } from "./atomicFile.ts";
import { createInOrder } from "./inOrder.ts";

const keptCount = 10;
const fileSchema = z.array(z.string().min(1)).max(100).catch([]);

/** The boards that were open last, the newest first, over all sessions. */
export interface RecentBoards {
  readonly paths: () => Promise<readonly string[]>;
  readonly add: (path: string) => Promise<void>;
}

export function createRecentBoards(file: string): RecentBoards {
  const inOrder = createInOrder();
  let known: Promise<readonly string[]> | undefined;
  const paths = () => {
    known ??= read(file);
    return known;
  };
  return {
    paths,
    add: (path) =>
      inOrder(async () => {
        const before = await paths();
        if (before[0] === path) return;
        const after = [path, ...before.filter((other) => other !== path)].slice(0, keptCount);
        known = Promise.resolve(after);
        await mkdir(dirname(file), { recursive: true });
        await writeAtomic(file, `${JSON.stringify(after, null, 2)}\n`);
      }),
  };
}

/** A damaged list is an empty one: the files themselves are where they were. */
async function read(file: string): Promise<string[]> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return [];
  }
}
