import { commands, type Command, type CommandId } from "../../shared/commands.ts";
import { isMac } from "./shortcut.ts";

/**
 * Which command a key press asks for. Letters are matched by what the key writes, digits also by where it is, so that
 * `Shift+1` works on layouts whose first key writes something else.
 */

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const named: Record<string, string> = { "+": "PLUS", "=": "PLUS", "-": "MINUS", " ": "SPACE" };

function matches(press: Press, keys: string, mac: boolean): boolean {
  const parts = keys.split("+");
  const last = (parts.at(-1) ?? "").toUpperCase();
  const wants = (part: string): boolean => parts.slice(0, -1).includes(part);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wants("Mod") || other || press.altKey !== wants("Alt")) return false;
  // A sign such as `?` is written with Shift on most layouts: there the sign alone decides.
  const isSign = /^[^A-Z0-9]$/.test(last) || last === "PLUS" || last === "MINUS";
  if (!isSign && press.shiftKey !== wants("Shift")) return false;
  const written = named[press.key] ?? press.key.toUpperCase();
  return written === last || press.code === `Digit${last}`;
}

/** The command of a key press; undefined when there is none, or when the system does it itself. */
export function commandOf(press: Press, mac: boolean = isMac): CommandId | undefined {
  const list: readonly (Command & { readonly id: CommandId })[] = commands;
  return list.find(
    ({ keys, role }) => role === undefined && keys.some((each) => matches(press, each, mac)),
  )?.id;
}

/** Commands that work while a text is being written: everything else belongs to the text. */
const whileWriting: ReadonlySet<CommandId> = new Set<CommandId>([
  "file.new",
  "file.open",
  "file.save",
  "file.saveAs",
  "file.closeTab",
  "view.palette",
  "edit.find",
  "run.start",
  "run.cancel",
  "app.settings",
]);

export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["button", "checkbox", "range"].includes(target.type)));

/** Listens for as long as `signal` is not aborted. Does nothing while an input method is composing a character. */
export function followKeyboard(
  run: (id: CommandId, press: Press) => boolean,
  signal: AbortSignal,
): void {
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const id = commandOf(event);
      if (id === undefined) return;
      if (isWriting(event.target) && !whileWriting.has(id)) return;
      if (run(id, event)) event.preventDefault();
    },
    { signal },
  );
}
