import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Conf from "conf";
import { expect, test } from "vitest";
import { createSettings } from "../../electron/backend/settings.ts";
import { createSettingsFile } from "../../electron/backend/settingsFile.ts";
import { defaultSettings, type Settings } from "../../shared/ipc/settings.ts";
import { testFolder } from "./folder.ts";

function place() {
  const folder = testFolder();
  const file = join(folder, "settings.json");
  const changes: Settings[] = [];
  const begin = () =>
    createSettings(
      createSettingsFile(file, () => new Conf({ cwd: folder, configName: "settings" })),
      (settings) => changes.push(settings),
    );
  return { file, begin, changes };
}

test("a new folder has the defaults, and keeps what is changed", () => {
  const { begin, changes } = place();
  const settings = begin();
  expect(settings.get()).toEqual(defaultSettings);
  settings.set({ theme: "light", panels: { inspector: { open: true, size: 300 } } });
  expect(begin().get()).toEqual({
    ...defaultSettings,
    theme: "light",
    panels: { inspector: { open: true, size: 300 } },
  });
  expect(changes).toEqual([settings.get()]);
});

test("one wrong value costs only itself", () => {
  const { begin, file } = place();
  writeFileSync(file, '{"theme": "dark", "language": "klingon", "concurrency": 99}');
  expect(begin().get()).toEqual({ ...defaultSettings, theme: "dark" });
});

test("keys that cannot be pressed cost only their command", () => {
  const { begin, file } = place();
  writeFileSync(file, '{"keys": {"edit.undo": ["Mod+U"], "edit.redo": ["Hyper+R"], "x": 7}}');
  const settings = begin();
  expect(settings.get().keys).toEqual({ "edit.undo": ["Mod+U"], "edit.redo": null, x: null });
  settings.set({ keys: { "edit.undo": [] } });
  expect(begin().get().keys).toEqual({ "edit.undo": [] });
  writeFileSync(file, '{"theme": "dark", "keys": "Mod+U"}');
  expect(begin().get()).toEqual({ ...defaultSettings, theme: "dark" });
});

test.each(["{ half a", "[]", "null", "7"])(
  "%s: a damaged file costs the settings, not the program",
  (content) => {
    const { begin, file } = place();
    writeFileSync(file, content);
    const settings = begin();
    expect(settings.get()).toEqual(defaultSettings);
    settings.set({ theme: "dark" });
    expect(begin().get()).toEqual({ ...defaultSettings, theme: "dark" });
  },
);

test("a file that cannot be read is set aside, not overwritten", () => {
  const { begin, file } = place();
  writeFileSync(file, '{ "theme": "dark", ');
  begin().set({ theme: "light" });
  expect(readFileSync(`${file}.damaged`, "utf8")).toBe('{ "theme": "dark", ');
  expect(existsSync(file)).toBe(true);
});
