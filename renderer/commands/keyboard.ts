import { whileWriting, type CommandId } from "../../shared/commands.ts";
import { chordsOf, isHeardInText, isOfFocus, type Press } from "../../shared/keyboard/chord.ts";
import { isInCanvas } from "../canvas/surface.ts";
import { heldKeys } from "./keymap.ts";
import { isMac } from "./isMac.ts";

export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["button", "checkbox", "range"].includes(target.type)));

/**
 * A key that an input method has taken is for nobody else: the Enter that confirms a word sends no form, and the Escape
 * that drops it closes nothing. Browsers tell by one of the two.
 */
function keepFromComposing(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
}

/** Where nothing else has the focus, but for a part of the window as a whole, the canvas has it. */
const isAtCanvas = (target: EventTarget | null): boolean =>
  target === document.body ||
  isInCanvas(target) ||
  (target instanceof Element && target.matches("[data-area]"));

/** The command that a press asks for where it is made; undefined when the press belongs to what has the focus. */
function commandAt(event: KeyboardEvent): CommandId | undefined {
  const { byChord } = heldKeys();
  const chord = chordsOf(event, isMac).find((each) => byChord.has(each));
  const command = chord === undefined ? undefined : byChord.get(chord);
  // What the system does itself comes as an event of its own.
  if (chord === undefined || command === undefined || command.role !== undefined) return undefined;
  if (isWriting(event.target)) {
    return whileWriting.has(command.id) && isHeardInText(chord) ? command.id : undefined;
  }
  return isOfFocus(chord) && !isAtCanvas(event.target) ? undefined : command.id;
}

/**
 * For the keydown of a field that stands within what hears keys itself: they stay in the field, but for those of a
 * command that works while one writes. Says whether the key is the field's.
 */
export function keepInField(
  event: Pick<KeyboardEvent, "stopPropagation"> & { readonly nativeEvent: KeyboardEvent },
): boolean {
  if (commandAt(event.nativeEvent) !== undefined) return false;
  event.stopPropagation();
  return true;
}

/** Listens for as long as `signal` is not aborted. */
export function followKeyboard(
  run: (id: CommandId, press: Press) => boolean,
  signal: AbortSignal,
): void {
  // Before anything else in the page.
  window.addEventListener("keydown", keepFromComposing, { capture: true, signal });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.defaultPrevented) return;
      const id = commandAt(event);
      if (id !== undefined && run(id, event)) event.preventDefault();
    },
    { signal },
  );
}
