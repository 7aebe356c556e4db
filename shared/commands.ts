/**
 * Every command of the program. The system menu, the palette and the keyboard read this list; a command's title comes
 * from the locales, under its id.
 */

export const menuNames = ["file", "edit", "node", "view", "run", "help"] as const;
export type MenuName = (typeof menuNames)[number];

export interface Command {
  readonly id: string;
  /** The chords (see `keyboard/chord.ts`) that ask for it until the user gives it others, the first one shown. */
  readonly keys: readonly string[];
  /** Those on a Mac, where the system keeps some of the others for itself. */
  readonly macKeys?: readonly string[];
  /** Where it stands in the menu; a change of `group` draws a line. Null: palette and keyboard only. */
  readonly menu: { readonly name: MenuName; readonly group: number } | null;
  /**
   * Done by the system in whatever has the focus. The page hears of it as a `copy`, `cut` or `paste` event, never as a
   * command, so that no permission to read the clipboard is needed.
   */
  readonly role?: "cut" | "copy" | "paste" | "quit" | "togglefullscreen";
}

/** The chords that a command comes with. */
export const usualKeys = (
  { keys, macKeys = keys }: Pick<Command, "keys" | "macKeys">,
  isMac: boolean,
): readonly string[] => (isMac ? macKeys : keys);

const command = <Id extends string>(
  id: Id,
  menu: Command["menu"],
  keys: readonly string[] = [],
  more: Pick<Command, "macKeys" | "role"> = {},
) => ({ id, menu, keys, ...more });

const at = (name: MenuName, group: number): Command["menu"] => ({ name, group });

export const commands = [
  command("file.new", at("file", 0), ["Mod+N"]),
  command("file.open", at("file", 0), ["Mod+O"]),
  command("file.save", at("file", 1), ["Mod+S"]),
  command("file.saveAs", at("file", 1), ["Mod+Shift+S"]),
  command("file.pasteRequest", at("file", 2), ["Mod+Alt+V"]),
  command("file.closeTab", at("file", 3), ["Mod+W"]),
  command("app.settings", at("file", 4), ["Mod+,"]),
  command("app.quit", at("file", 5), ["Mod+Q"], { role: "quit" }),

  command("edit.undo", at("edit", 0), ["Mod+Z"]),
  command("edit.redo", at("edit", 0), ["Mod+Shift+Z", "Mod+Y"]),
  command("edit.cut", at("edit", 1), ["Mod+X"], { role: "cut" }),
  command("edit.copy", at("edit", 1), ["Mod+C"], { role: "copy" }),
  command("edit.paste", at("edit", 1), ["Mod+V"], { role: "paste" }),
  command("edit.pasteWired", null, ["Mod+Shift+V"], { role: "paste" }),
  command("edit.duplicate", at("edit", 1), ["Mod+D"]),
  command("edit.duplicateWired", null, ["Mod+Shift+D"]),
  command("edit.delete", at("edit", 1), ["Delete", "Backspace"]),
  command("edit.selectAll", at("edit", 2), ["Mod+A"]),
  // Many keyboards write brackets with AltGr, which is heard as no shortcut together with Ctrl.
  command("edit.selectUpstream", at("edit", 2), ["Mod+[", "Shift+U"]),
  command("edit.selectDownstream", at("edit", 2), ["Mod+]", "Shift+D"]),
  command("edit.invertSelection", at("edit", 2), ["Mod+I"]),
  command("edit.find", at("edit", 3), ["Mod+F"]),
  command("edit.history", at("edit", 3), ["Mod+Alt+Z"]),
  command("edit.goLeft", null, ["Alt+ArrowLeft"]),
  command("edit.goRight", null, ["Alt+ArrowRight"]),
  command("edit.goUp", null, ["Alt+ArrowUp"]),
  command("edit.goDown", null, ["Alt+ArrowDown"]),

  command("node.add", at("node", 0), ["Tab", "Shift+A"]),
  command("node.connectTo", at("node", 0), ["C"]),
  command("node.reroute", at("node", 0), ["R"]),
  command("node.disconnect", at("node", 0), ["Shift+C"]),
  command("node.insert", at("node", 0), ["Shift+I"]),
  command("node.menu", at("node", 0), ["Shift+M"]),
  command("node.rename", at("node", 0), ["F2"]),
  command("node.arrange", at("node", 1), ["Mod+Shift+L"]),
  command("node.frame", at("node", 1), ["Mod+G"]),
  command("node.unframe", at("node", 1), ["Mod+Shift+G"]),
  command("node.fitFrame", at("node", 1)),
  command("node.bypass", at("node", 2), ["Mod+B"]),
  command("node.mute", at("node", 2), ["Mod+M"], { macKeys: ["M"] }),
  command("node.collapse", at("node", 2), ["Alt+C"]),
  command("node.pin", at("node", 2), ["P"]),
  command("node.alignLeft", null),
  command("node.alignCenter", null),
  command("node.alignRight", null),
  command("node.alignTop", null),
  command("node.alignMiddle", null),
  command("node.alignBottom", null),
  command("node.spreadAcross", null),
  command("node.spreadDown", null),
  command("node.wider", null, ["Alt+Shift+ArrowRight"]),
  command("node.narrower", null, ["Alt+Shift+ArrowLeft"]),
  command("node.taller", null, ["Alt+Shift+ArrowDown"]),
  command("node.shorter", null, ["Alt+Shift+ArrowUp"]),
  command("node.colorRed", null),
  command("node.colorOrange", null),
  command("node.colorYellow", null),
  command("node.colorGreen", null),
  command("node.colorBlue", null),
  command("node.colorIndigo", null),
  command("node.colorViolet", null),
  command("node.colorNone", null),

  command("view.palette", at("view", 0), ["Mod+K"]),
  command("view.zoomIn", at("view", 1), ["Mod+Plus"]),
  command("view.zoomOut", at("view", 1), ["Mod+Minus"]),
  command("view.zoomFit", at("view", 1), ["Shift+1"]),
  command("view.zoomSelection", at("view", 1), ["Shift+2", "."]),
  command("view.zoomActual", at("view", 1), ["Shift+0"]),
  command("view.nextArea", null, ["F6"]),
  command("view.previousArea", null, ["Shift+F6"]),
  command("view.addNodes", at("view", 2)),
  command("view.templates", at("view", 2)),
  command("view.outline", at("view", 2)),
  command("view.library", at("view", 2)),
  command("view.jobs", at("view", 2)),
  command("view.problems", at("view", 2)),
  command("view.inspector", at("view", 2)),
  command("view.request", at("view", 2)),
  command("view.timeline", at("view", 2)),
  command("view.shotTable", at("view", 2)),
  command("view.miniMap", at("view", 2), ["Alt+Shift+M"]),
  command("view.select", at("view", 3), ["V"]),
  command("view.hand", at("view", 3), ["H"]),
  command("view.snap", at("view", 3)),
  command("view.theme", at("view", 3)),
  command("view.fullScreen", at("view", 3), ["F11"], { macKeys: [], role: "togglefullscreen" }),
  // A browser keeps the usual keys for tabs of its own.
  command("view.nextBoard", at("view", 4), ["Mod+Tab", "Mod+PageDown", "Alt+PageDown"], {
    macKeys: ["Mod+Alt+ArrowRight", "Alt+PageDown"],
  }),
  command("view.previousBoard", at("view", 4), ["Mod+Shift+Tab", "Mod+PageUp", "Alt+PageUp"], {
    macKeys: ["Mod+Alt+ArrowLeft", "Alt+PageUp"],
  }),

  command("run.start", at("run", 0), ["Mod+Enter"]),
  command("run.cancel", at("run", 0), ["Mod+."]),
  command("run.repeat", at("run", 0)),
  command("run.showTakes", at("run", 1)),
  command("run.ledger", at("run", 1)),
  command("run.generations", at("run", 1)),

  command("help.shortcuts", at("help", 0), ["?"]),
  command("help.keyboard", at("help", 0)),
  command("help.models", at("help", 0)),
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]["id"];

/** Commands that work while a text is being written: everything else belongs to the text. */
export const whileWriting: ReadonlySet<CommandId> = new Set<CommandId>([
  "file.new",
  "file.open",
  "file.save",
  "file.saveAs",
  "file.closeTab",
  "view.palette",
  "view.nextArea",
  "view.previousArea",
  "view.nextBoard",
  "view.previousBoard",
  "edit.find",
  "run.start",
  "run.cancel",
  "app.settings",
]);
