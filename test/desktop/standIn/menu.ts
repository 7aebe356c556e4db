export interface MenuItem {
  readonly label: string;
  readonly accelerator: string;
  readonly role: string;
  readonly submenu: { readonly items: MenuItem[] } | undefined;
  readonly click: () => void;
}

interface Template {
  readonly label?: string;
  readonly type?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly submenu?: readonly Template[];
  readonly click?: () => void;
}

const roles = new Set([
  "appMenu",
  "windowMenu",
  "cut",
  "copy",
  "paste",
  "quit",
  "togglefullscreen",
]);
const modifiers = new Set(["CmdOrCtrl", "Shift", "Alt"]);
const keyPattern =
  /^([!-*,-`{-~]|F\d{1,2}|Plus|Tab|Delete|Insert|Backspace|Enter|Space|Home|End|Page(Up|Down)|Left|Right|Up|Down)$/;

/** Builds a menu as Electron does, and refuses what Electron would pass over in silence. */
export function menuOf(template: readonly Template[]): { items: MenuItem[] } {
  return { items: template.map(itemOf) };
}

function itemOf({ label, type, role, accelerator, submenu, click }: Template): MenuItem {
  if (type !== "separator" && label === undefined && role === undefined) {
    throw new Error("A menu item has neither a label nor a role");
  }
  if (role !== undefined && !roles.has(role)) throw new Error(`Unknown role ${role}`);
  if (accelerator !== undefined && !isAccelerator(accelerator)) {
    throw new Error(`Unknown accelerator ${accelerator}`);
  }
  return {
    label: label ?? "",
    accelerator: accelerator ?? "",
    role: role ?? "",
    submenu: submenu && menuOf(submenu),
    click: click ?? (() => undefined),
  };
}

function isAccelerator(text: string): boolean {
  const keys = text.split("+");
  const last = keys.pop() ?? "";
  return keys.every((key) => modifiers.has(key)) && keyPattern.test(last);
}
