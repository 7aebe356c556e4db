import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultBoardsFolder, defaultDataFolder } from "../../electron/backend/dataFolder.ts";
import { testFolder } from "./folder.ts";

test.each([
  ["linux", {}, "/home/ana/.local/share/shotgraph"],
  ["linux", { XDG_DATA_HOME: "/data" }, "/data/shotgraph"],
  ["linux", { XDG_DATA_HOME: "" }, "/home/ana/.local/share/shotgraph"],
  ["darwin", { XDG_DATA_HOME: "/data" }, "/home/ana/Library/Application Support/Shotgraph"],
] as const)("on %s with %j", (platform, env, folder) => {
  expect(defaultDataFolder({ platform, env, home: "/home/ana" })).toBe(folder);
});

test("boards go to the documents, unless there are none or the data folder was chosen", () => {
  const home = testFolder();
  const machine = { platform: "linux", env: {}, home } as const;
  expect(defaultBoardsFolder(machine, "/data", false)).toBe(join("/data", "boards"));
  mkdirSync(join(home, "Documents"));
  expect(defaultBoardsFolder(machine, "/data", false)).toBe(join(home, "Documents", "Shotgraph"));
  expect(defaultBoardsFolder(machine, "/data", true)).toBe(join("/data", "boards"));
});
