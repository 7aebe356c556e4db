import { Menu, type MenuItemConstructorOptions } from "electron";
import { menuNames, type Command, type MenuName } from "../shared/commands.ts";
import { knownCommands, type Keymap, type KnownCommand } from "../shared/keyboard/keymap.ts";
import { createTitles, type Titles } from "./titles.ts";

export interface MenuParts {
  readonly language: "en" | "pt-BR";
  readonly isMac: boolean;
  readonly keymap: Keymap;
  /** A command was chosen; the window carries it out. */
  readonly onCommand: (id: string) => void;
}

/** Shows the system menu: every command that has a place in it, in the order of the list. */
export function showMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
}

function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const titles = createTitles(parts.language);
  const menus = menuNames.map((name) => ({
    label: titles.menu(name),
    submenu: itemsOf(name, parts, titles),
  }));
  // A Mac's first menu is named after the app, and other programs' commands live there.
  return parts.isMac ? [{ role: "appMenu" }, ...menus, { role: "windowMenu" }] : menus;
}

function itemsOf(name: MenuName, parts: MenuParts, titles: Titles): MenuItemConstructorOptions[] {
  const placed = knownCommands.filter(
    ({ menu, role }) => menu?.name === name && !isElsewhere(role, parts),
  );
  const items = placed.flatMap((command, index) => {
    const isNewGroup = index > 0 && command.menu?.group !== placed[index - 1]?.menu?.group;
    const item = itemOf(command, parts, titles);
    return isNewGroup ? [{ type: "separator" as const }, item] : [item];
  });
  return name === "edit" && parts.isMac ? [...items, pasteWired] : items;
}

/** Elsewhere the page makes a paste of these keys by itself; which kind is asked for, it sees by the Shift key. */
const pasteWired: MenuItemConstructorOptions = {
  role: "pasteAndMatchStyle",
  accelerator: "Cmd+Shift+V",
  visible: false,
  acceleratorWorksWhenHidden: true,
};

const isElsewhere = (role: Command["role"], { isMac }: MenuParts): boolean =>
  isMac && role === "quit";

function itemOf(
  { id, role }: KnownCommand,
  { keymap, isMac, onCommand }: MenuParts,
  titles: Titles,
): MenuItemConstructorOptions {
  const label = titles.command(id);
  if (role) return { role, label };
  const accelerator = acceleratorOf(keymap.get(id)?.[0], isMac);
  return {
    label,
    // Shown here, but pressed in the page: a text field must get its own undo first.
    ...(accelerator !== undefined && { accelerator }),
    registerAccelerator: false,
    click: () => onCommand(id),
  };
}

/** Electron's words for a chord. */
function acceleratorOf(chord: string | undefined, isMac: boolean): string | undefined {
  // A Mac's menu hears its keys whatever is said here, and would take a bare letter out of a text.
  if (chord === undefined || (isMac && !chord.startsWith("Mod+"))) return undefined;
  return chord.replace("Mod", "CmdOrCtrl").replace("Minus", "-").replace("Arrow", "");
}
