import { describe, expect, it } from "vitest";
import { commandOf } from "../../../renderer/commands/keyboard.ts";
import { commands } from "../../../shared/commands.ts";

const press = (key: string, rest: Partial<Parameters<typeof commandOf>[0]> = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...rest,
});

describe("which command a key press asks for", () => {
  it("knows Ctrl, and Command on a Mac", () => {
    expect(commandOf(press("z", { ctrlKey: true }), false)).toBe("edit.undo");
    expect(commandOf(press("z", { metaKey: true }), true)).toBe("edit.undo");
    expect(commandOf(press("z", { metaKey: true }), false)).toBeUndefined();
  });

  it("tells undo from redo by Shift, and knows both forms of redo", () => {
    expect(commandOf(press("Z", { ctrlKey: true, shiftKey: true }), false)).toBe("edit.redo");
    expect(commandOf(press("y", { ctrlKey: true }), false)).toBe("edit.redo");
  });

  it("finds digits by their place where Shift writes another sign", () => {
    expect(commandOf(press("!", { code: "Digit1", shiftKey: true }), false)).toBe("view.zoomFit");
    expect(commandOf(press('"', { code: "Digit2", shiftKey: true }), false)).toBe(
      "view.zoomSelection",
    );
  });

  it("finds signs by what they write, whatever keys that takes", () => {
    expect(commandOf(press("?", { code: "Minus", shiftKey: true }), false)).toBe("help.shortcuts");
    expect(commandOf(press("+", { ctrlKey: true, shiftKey: true }), false)).toBe("view.zoomIn");
    expect(commandOf(press("=", { ctrlKey: true }), false)).toBe("view.zoomIn");
  });

  it("leaves to the system what the system does itself", () => {
    expect(commandOf(press("c", { ctrlKey: true }), false)).toBeUndefined();
  });

  it("has no two commands on the same keys", () => {
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
