import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readWindowState, writeWindowState } from "../../electron/windowState.ts";
import { testFolder } from "../backend/folder.ts";

const screen = { x: 0, y: 25, width: 1920, height: 1055 };
const second = { x: 1920, y: 0, width: 2560, height: 1440 };
const state = { x: 200, y: 100, width: 1440, height: 900, isMaximized: false };

test.each([
  ["on the screen", state, [screen], true],
  ["on the other screen", { ...state, x: 2000 }, [screen, second], true],
  ["on a screen that was taken away", { ...state, x: 2000 }, [screen], false],
  ["almost out to the left", { ...state, x: -1400 }, [screen], false],
  ["half out to the left", { ...state, x: -700 }, [screen], true],
  ["with its title bar above the screen", { ...state, y: -10 }, [screen], false],
])("a window %s", (_where, kept, screens, comesBack) => {
  const file = join(testFolder(), "window.json");
  writeWindowState(file, kept);
  expect(readWindowState(file, screens)).toEqual(comesBack ? kept : null);
});

test.each(["", "{", '{"x":1}', '{"x":0,"y":30,"width":5,"height":5,"isMaximized":false}'])(
  "a file with %j is none",
  (content) => {
    const file = join(testFolder(), "window.json");
    writeFileSync(file, content);
    expect(readWindowState(file, [screen])).toBeNull();
  },
);
