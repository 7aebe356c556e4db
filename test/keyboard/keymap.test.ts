import { describe, expect, it } from "vitest";
import { commands, usualKeys } from "../../shared/commands.ts";
import { isChord } from "../../shared/keyboard/chord.ts";
import {
  commandsByChord,
  keymapOf,
  knownCommands,
  readKeyChangesSchema,
  unusable,
} from "../../shared/keyboard/keymap.ts";
import { bind, holderOf, reset, swap, unbind } from "../../shared/keyboard/rebind.ts";
import { refusalOf } from "../../shared/keyboard/reserved.ts";

const desktop = { isMac: false, isBrowser: false };
const browser = { isMac: false, isBrowser: true };
const known = (id: string) => {
  const command = knownCommands.find((each) => each.id === id);
  if (command === undefined) throw new Error(`there is no command ${id}`);
  return command;
};

describe("the keys that commands come with", () => {
  const chords = commands.flatMap(({ keys }): readonly string[] => keys);
  it("are chords, each of one command", () => {
    expect(chords.filter((chord) => !isChord(chord))).toEqual([]);
    expect(new Set(chords).size).toBe(chords.length);
  });
  it("hold until something is changed", () => {
    expect(keymapOf({}, false).get("edit.redo")).toEqual(["Mod+Shift+Z", "Mod+Y"]);
    expect(commandsByChord(keymapOf({}, false)).get("Mod+Y")?.id).toBe("edit.redo");
  });
});

describe("the keys that commands come with on a Mac", () => {
  const here = { isMac: true, isBrowser: false };
  const own = knownCommands.filter(({ role }) => role === undefined);
  it("are none that the system keeps, and each of one command", () => {
    const chords = own.flatMap((command) => usualKeys(command, true));
    const kept = { id: "node.bypass", keys: [] } as const;
    expect(chords.filter((chord) => refusalOf(chord, kept, here) === "system")).toEqual([]);
    expect(new Set(chords).size).toBe(chords.length);
  });
  it("hold there, and are what is given back", () => {
    expect(keymapOf({}, true).get("node.mute")).toEqual(["M"]);
    const given = bind({}, { id: "node.mute", chord: "M" }, "Mod+J", true);
    expect(given).toEqual({ "node.mute": ["Mod+J"] });
    expect(reset(given, "node.mute", true)).toEqual({});
    expect(refusalOf("Mod+M", known("node.mute"), here)).toBe("system");
  });
});

describe("what is read from a file", () => {
  const read = readKeyChangesSchema.parse({
    "node.mute": ["M"],
    "node.bypass": ["Hyper+B"],
    "node.rename": "F2",
    "edit.copy": ["Mod+Shift+C"],
    "view.zoomIn": ["Enter"],
    "edit.find": [],
    "node.ofAnotherVersion": ["X"],
  });
  it("loses only the entries that nobody can press, and says which", () => {
    const keymap = keymapOf(read, false);
    expect(keymap.get("node.mute")).toEqual(["M"]);
    expect(keymap.get("edit.find")).toEqual([]);
    expect(keymap.get("node.bypass")).toEqual(["Mod+B"]);
    expect(unusable(read).toSorted()).toEqual([
      "edit.copy",
      "node.bypass",
      "node.rename",
      "view.zoomIn",
    ]);
  });
  it("keeps what another version knows, and drops what is broken with the next change", () => {
    expect(unbind(read, { id: "node.mute", chord: "M" }, false)).toEqual({
      "node.mute": [],
      "edit.find": [],
      "node.ofAnotherVersion": ["X"],
    });
  });
});

describe("giving a command other keys", () => {
  it("puts them where the old ones were, or beside them", () => {
    expect(bind({}, { id: "edit.redo", chord: "Mod+Y" }, "Mod+J", false)).toEqual({
      "edit.redo": ["Mod+Shift+Z", "Mod+J"],
    });
    expect(bind({}, { id: "node.mute" }, "M", false)).toEqual({ "node.mute": ["Mod+M", "M"] });
  });
  it("takes them from whoever had them", () => {
    expect(holderOf(keymapOf({}, false), "Mod+B", "node.mute")).toBe("node.bypass");
    expect(bind({}, { id: "node.mute", chord: "Mod+M" }, "Mod+B", false)).toEqual({
      "node.mute": ["Mod+B"],
      "node.bypass": [],
    });
  });
  it("exchanges them", () => {
    const swapped = swap({}, "Mod+M", "Mod+B", false);
    expect(swapped).toEqual({ "node.mute": ["Mod+B"], "node.bypass": ["Mod+M"] });
    expect(swap(swapped, "Mod+M", "Mod+B", false)).toEqual({});
  });
  it("gives its own keys back, from whoever has them by now", () => {
    const taken = bind({}, { id: "node.mute", chord: "Mod+M" }, "Mod+B", false);
    expect(reset(taken, "node.bypass", false)).toEqual({ "node.mute": [] });
    expect(reset(taken, "node.mute", false)).toEqual({ "node.bypass": [] });
  });
});

describe("keys that no command can be given", () => {
  const mute = known("node.mute");
  it.each([
    ["Mod+C", "fixed"],
    ["F11", "fixed"],
    ["Tab", "focus"],
    ["Shift+ArrowLeft", "focus"],
    ["Enter", "focus"],
    ["Shift+F10", "menu"],
    ["Alt+F4", "system"],
  ] as const)("%s: %s", (chord, refusal) => expect(refusalOf(chord, mute, desktop)).toBe(refusal));
  it("are more in a browser, which keeps some for its tabs", () => {
    expect(refusalOf("Mod+T", mute, browser)).toBe("browser");
    expect(refusalOf("Mod+T", mute, desktop)).toBeUndefined();
  });
  it("are more for a command that works while a text is written", () => {
    expect(refusalOf("Mod+A", known("file.save"), desktop)).toBe("text");
    expect(refusalOf("Mod+A", mute, desktop)).toBeUndefined();
  });
  it("are not those that the command comes with", () => {
    expect(refusalOf("Tab", known("node.add"), desktop)).toBeUndefined();
    const refused = knownCommands.filter(
      (command) =>
        command.role === undefined &&
        command.keys.some((chord) => refusalOf(chord, command, browser) !== undefined),
    );
    expect(refused).toEqual([]);
  });
});
