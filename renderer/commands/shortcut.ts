import type { CommandId } from "../../shared/commands.ts";
import type { Keymap } from "../../shared/keyboard/keymap.ts";
import { isMac } from "./isMac.ts";
import { heldKeys, useKeymap } from "./keymap.ts";

/** How chords are written for people: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */

const macSigns: Record<string, string> = { Mod: "⌘", Shift: "⇧", Alt: "⌥" };
const names: Record<string, string> = {
  Plus: "+",
  Minus: "−",
  Delete: "Del",
  Escape: "Esc",
  PageUp: "PgUp",
  PageDown: "PgDn",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** A chord as people read it. */
export function writeChord(chord: string): string {
  const said = chord.split("+").map((part) => names[part] ?? part);
  if (!isMac) return said.map((part) => (part === "Mod" ? "Ctrl" : part)).join("+");
  return said.map((part) => macSigns[part] ?? part).join("");
}

function firstOf(keymap: Keymap, id: CommandId): string | undefined {
  const chord = keymap.get(id)?.[0];
  return chord === undefined ? undefined : writeChord(chord);
}

/** The first keys of a command, as they are now; undefined when it has none. */
export const shortcutOf = (id: CommandId): string | undefined => firstOf(heldKeys().keymap, id);

/** The same for what stays on the screen when keys change. */
export function useShortcuts(): (id: CommandId) => string | undefined {
  const keymap = useKeymap();
  return (id) => firstOf(keymap, id);
}
