import { commands, type Command, type CommandId } from "../../shared/commands.ts";

/** How keys are written for people: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */

export const isMac = /mac/i.test(navigator.platform);

const macSigns: Record<string, string> = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Ctrl: "⌃" };
const names: Record<string, string> = {
  Plus: "+",
  Minus: "−",
  Delete: "Del",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

export function writeKeys(keys: string): string {
  const parts = keys === "+" ? ["+"] : keys.split("+");
  const said = parts.map((part) => names[part] ?? part);
  if (!isMac) return said.map((part) => (part === "Mod" ? "Ctrl" : part)).join("+");
  return said.map((part) => macSigns[part] ?? part).join("");
}

/** The first keys of a command as people read them; undefined when it has none. */
export function shortcutOf(id: CommandId): string | undefined {
  const found: Command | undefined = commands.find((command) => command.id === id);
  const keys = found?.keys[0];
  return keys === undefined ? undefined : writeKeys(keys);
}
