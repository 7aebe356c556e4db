import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBoards } from "../../electron/backend/boards.ts";
import { createRecentBoards } from "../../electron/backend/recentBoards.ts";
import { printBoard } from "../../shared/board/print.ts";
import { boardOfShots } from "./board.ts";
import { testFolder } from "./folder.ts";

const board = boardOfShots("Kite", [5, 4]);

function place() {
  const home = realpathSync(testFolder());
  const folder = join(home, "boards");
  mkdirSync(join(home, "elsewhere"));
  const recentFile = join(home, "recent.json");
  const begin = () =>
    createBoards({ folder: () => folder, recentBoards: createRecentBoards(recentFile) });
  return { home, folder, recentFile, begin, boards: begin(), other: join(home, "elsewhere") };
}

/** What a call failed with. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error.message : "it did not fail";
}

test("a saved board opens as it was, and is listed and recent", async () => {
  const { boards, folder } = place();
  const path = join(folder, "Kite.shotgraph");
  const saved = await boards.save(path, board, null);
  expect(saved.path).toBe(path);
  expect(readFileSync(path, "utf8")).toBe(printBoard(board));
  const opened = await boards.open(path);
  expect(opened).toMatchObject({ ok: true, board, hash: saved.hash, readOnly: false });
  expect(await boards.list()).toMatchObject({ folder, boards: [{ path, name: "Kite" }] });
  expect(await boards.recent()).toMatchObject([{ path, name: "Kite" }]);
});

test("nothing is left beside a saved board", async () => {
  const { boards, folder } = place();
  await boards.save(join(folder, "Kite.shotgraph"), board, null);
  expect(readdirSync(folder)).toEqual(["Kite.shotgraph"]);
});

describe("a save that would lose something", () => {
  test("is refused when the file has changed on the disk", async () => {
    const { boards, folder } = place();
    const path = join(folder, "Kite.shotgraph");
    const { hash } = await boards.save(path, board, null);
    writeFileSync(path, "somebody else's work");
    expect(await codeOf(boards.save(path, board, hash))).toBe("changedOnDisk");
    expect(readFileSync(path, "utf8")).toBe("somebody else's work");
    await boards.save(path, board, null);
    expect(readFileSync(path, "utf8")).toBe(printBoard(board));
  });

  test("is no such thing when the file was deleted", async () => {
    const { boards, folder } = place();
    const path = join(folder, "Kite.shotgraph");
    expect(await boards.save(path, board, "0".repeat(64))).toMatchObject({ path });
  });

  test("is refused for a board of a newer version", async () => {
    const { boards, folder } = place();
    const newer = { ...board, formatVersion: 99 };
    const path = join(folder, "Newer.shotgraph");
    mkdirSync(folder);
    writeFileSync(path, printBoard(newer));
    expect(await boards.open(path)).toMatchObject({ ok: true, readOnly: true });
    expect(await codeOf(boards.save(path, newer, null))).toBe("boardReadOnly");
    expect(readFileSync(path, "utf8")).toBe(printBoard(newer));
  });
});

test.skipIf(process.platform === "win32")("a file keeps its permissions", async () => {
  const { boards, folder } = place();
  const path = join(folder, "Kite.shotgraph");
  await boards.save(path, board, null);
  chmodSync(path, 0o640);
  await boards.save(path, board, null);
  expect(statSync(path).mode & 0o777).toBe(0o640);
});

test("two saves at once are done one after the other", async () => {
  const { boards, folder } = place();
  const path = join(folder, "Kite.shotgraph");
  const { hash } = await boards.save(path, board, null);
  const second = { ...board, title: "Second" };
  const third = { ...board, title: "Third" };
  const [first, other] = await Promise.allSettled([
    boards.save(path, second, hash),
    boards.save(path, third, hash),
  ]);
  expect(first.status).toBe("fulfilled");
  expect(other).toMatchObject({ status: "rejected", reason: { code: "changedOnDisk" } });
  expect(readFileSync(path, "utf8")).toBe(printBoard(second));
});

describe("a path that the user has not chosen", () => {
  test("cannot be opened or written", async () => {
    const { boards, other } = place();
    const path = join(other, "Secret.shotgraph");
    writeFileSync(path, printBoard(board));
    expect(await codeOf(boards.open(path))).toBe("pathNotGranted");
    expect(await codeOf(boards.save(path, board, null))).toBe("pathNotGranted");
  });

  test("cannot be reached through the boards folder", async () => {
    const { boards, folder, other } = place();
    mkdirSync(folder);
    writeFileSync(join(other, "Secret.shotgraph"), printBoard(board));
    symlinkSync(join(other, "Secret.shotgraph"), join(folder, "Link.shotgraph"));
    symlinkSync(other, join(folder, "linked"));
    const ways = [
      join(folder, "Link.shotgraph"),
      join(folder, "linked", "Secret.shotgraph"),
      join(folder, "linked", "New.shotgraph"),
      `${folder}/../elsewhere/Secret.shotgraph`,
    ];
    for (const way of ways) expect(await codeOf(boards.open(way))).toBe("pathNotGranted");
  });

  test.each(["relative.shotgraph", "/etc/passwd", "/tmp/board.json"])(
    "%s is no board",
    async (path) => {
      const { boards } = place();
      expect(await codeOf(boards.open(path))).toBe("notABoardPath");
      expect(await codeOf(boards.save(path, board, null))).toBe("notABoardPath");
    },
  );

  test("is open to the window once it was chosen, also in a later session", async () => {
    const { boards, begin, other } = place();
    const path = join(other, "Chosen.shotgraph");
    await boards.grant(path);
    await boards.save(path, board, null);
    expect(await begin().open(path)).toMatchObject({ ok: true, path });
  });
});

describe("a file that is no board", () => {
  test.each([
    ["notABoard", "{}"],
    ["notABoard", "this is a letter"],
    ["notABoard", Buffer.from([0xff, 0xfe, 0x00])],
    ["invalid", JSON.stringify({ ...board, nodes: { a: { type: 5 } } })],
    ["tooLarge", " ".repeat(10_000_001)],
  ])("opens with the failure %s", async (code, content) => {
    const { boards, folder } = place();
    mkdirSync(folder);
    writeFileSync(join(folder, "Bad.shotgraph"), content);
    const opened = await boards.open(join(folder, "Bad.shotgraph"));
    expect(opened).toMatchObject({ ok: false, failure: { code } });
  });

  test("is unreadable when it is not there", async () => {
    const { boards, folder } = place();
    const opened = await boards.open(join(folder, "Gone.shotgraph"));
    expect(opened).toEqual({
      ok: false,
      failure: { code: "unreadable", values: { reason: "ENOENT" } },
    });
  });
});

test("the ten boards opened last are recent; a damaged list is an empty one", async () => {
  const { boards, begin, folder, recentFile } = place();
  for (let index = 0; index < 12; index += 1) {
    await boards.save(join(folder, `Board ${index}.shotgraph`), board, null);
  }
  const names = (await begin().recent()).map(({ name }) => name);
  expect(names).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((index) => `Board ${index}`));
  writeFileSync(recentFile, "{ half a");
  expect(await begin().recent()).toEqual([]);
});
