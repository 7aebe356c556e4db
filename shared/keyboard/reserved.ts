import { commands, usualKeys, whileWriting, type Command, type CommandId } from "../commands.ts";

/** Keys that no command can be given, each for a reason that a sentence of the locales says. */

/**
 * `fixed`: of a command that the system itself carries out; `focus`: moves and chooses in every list; `menu`: opens menus;
 * `system`: never comes to a program; `browser`: never comes to a page; `text`: edits the text in which it is pressed.
 */
export type Refusal = "fixed" | "focus" | "menu" | "system" | "browser" | "text";

/** Where the window is. */
export interface Place {
  readonly isMac: boolean;
  /** In a tab of a browser, which keeps some keys for its tabs. */
  readonly isBrowser: boolean;
}

const list: readonly Command[] = commands;
const fixed: ReadonlySet<string> = new Set(
  list.flatMap(({ role, keys }) => (role === undefined ? [] : keys)),
);

const focus = /^(?:Shift\+)?(?:Tab|Enter|Escape|Space|Home|End|Page\w+|Arrow\w+)$|^Mod\+Arrow\w+$/;
const menu = /^(?:Shift\+)?(?:F10|ContextMenu)$/;
const system =
  /^(?:Alt\+(?:Shift\+)?(?:Tab|F4|Space|Escape)|Mod\+(?:Alt\+Delete|(?:Shift\+)?Escape))$/;
const macSystem =
  /^Mod\+(?:Shift\+)?(?:Tab|Space|H|M|`)$|^Mod\+Alt\+[HMD]$|^Mod\+Shift\+[345]$|^F11$/;
const browser = /^Mod\+(?:[NTW]|Shift\+[NTW]|(?:Shift\+)?Tab|Page\w+|F4)$/;
const text = /^Mod\+(?:[AZY]|Shift\+Z|(?:Shift\+)?(?:Backspace|Delete|Insert|Home|End))$/;

/** Why a command cannot have a chord; undefined when it can. A command can always have the keys that it comes with. */
export function refusalOf(
  chord: string,
  command: Pick<Command, "keys" | "macKeys"> & { readonly id: CommandId },
  { isMac, isBrowser }: Place,
): Refusal | undefined {
  if (usualKeys(command, isMac).includes(chord)) return undefined;
  if (fixed.has(chord)) return "fixed";
  if (focus.test(chord)) return "focus";
  if (menu.test(chord)) return "menu";
  if (system.test(chord) || (isMac && macSystem.test(chord))) return "system";
  if (isBrowser && isOfBrowser(chord)) return "browser";
  return whileWriting.has(command.id) && text.test(chord) ? "text" : undefined;
}

/** Whether a browser keeps a chord for its tabs and windows, so that a page never hears of it. */
export const isOfBrowser = (chord: string): boolean => browser.test(chord);
