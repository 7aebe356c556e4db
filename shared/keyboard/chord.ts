/**
 * The one rule by which presses of keys become commands, whatever the layout of the keyboard.
 *
 * A chord names keys that are pressed together, such as `Mod+Alt+Shift+Z`: the modifiers in this order, `Mod` being Ctrl
 * or Command on a Mac, then the last key by what it writes or by its name.
 *
 * - A letter is the one that the key writes: undo is where the Z is printed, also on a German keyboard.
 * - A key that writes nothing of ASCII counts by its place on a US keyboard. So Cyrillic, Greek and Hebrew layouts have
 *   every command, and so has a Mac, whose Option makes a `ç` of a `C`.
 * - A digit counts by its place too: French layouts write it with Shift, where others write a sign.
 * - A sign is the same with Shift and without, since layouts differ in which of their signs need it.
 * - AltGr is for writing: what it writes is no shortcut with Alt, nor with the Ctrl that Windows adds to it.
 */

/** What is read of an event of the keyboard. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(key: "AltGraph"): boolean;
}

/**
 * The chords that a press can mean, the likeliest first. None for a modifier alone, for a key that an input method has
 * taken, and with the modifier that is the system's own.
 */
export function chordsOf(press: Press, isMac: boolean): readonly string[] {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (key === "Process" || (isMac ? ctrlKey : metaKey)) return [];
  const writes = press.getModifierState("AltGraph") || (!isMac && isAltGr(press));
  const mod = isMac ? metaKey : ctrlKey && !(writes && altKey);
  const alt = altKey && !writes;
  const chord = (last: string, shift: boolean): string =>
    `${mod ? "Mod+" : ""}${alt ? "Alt+" : ""}${shift ? "Shift+" : ""}${last}`;

  const written = nameOf(key);
  const place = writes ? undefined : placeOf(code);
  const chords = written === undefined ? [] : [chord(written, shiftKey && !isSign(written))];
  if (place !== undefined && (written === undefined || isDigit(place))) {
    const placed = chord(place, shiftKey);
    if (!chords.includes(placed)) chords.push(placed);
  }
  return chords;
}

const spelled: ReadonlyMap<string, string> = new Map([
  [" ", "Space"],
  ["+", "Plus"],
  ["=", "Plus"],
  ["-", "Minus"],
]);

const named: ReadonlySet<string> = new Set(
  [
    "Enter Tab Escape Backspace Delete Insert Home End PageUp PageDown ContextMenu".split(" "),
    ["Left", "Right", "Up", "Down"].map((way) => `Arrow${way}`),
    Array.from({ length: 24 }, (_, i) => `F${i + 1}`),
  ].flat(),
);

/** The last piece of a chord, from the value of an event's `key`; undefined when it writes nothing of ASCII. */
const nameOf = (key: string): string | undefined =>
  spelled.get(key) ?? (/^[!-~]$/.test(key) ? key.toUpperCase() : named.has(key) ? key : undefined);

const isDigit = (last: string): boolean => /^\d$/.test(last);
const isSign = (last: string): boolean =>
  /^[^A-Z0-9]$/.test(last) || last === "Plus" || last === "Minus";

const signs: { readonly [code: string]: string } = {
  Minus: "Minus",
  Equal: "Plus",
  BracketLeft: "[",
  BracketRight: "]",
  Backslash: "\\",
  Semicolon: ";",
  Quote: "'",
  Backquote: "`",
  Comma: ",",
  Period: ".",
  Slash: "/",
};

/** What a US keyboard writes there. */
const placeOf = (code: string): string | undefined =>
  /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? signs[code];

/** Not every browser names AltGr: then it is Ctrl and Alt with a sign or a marked letter, such as `@` or `ż`. */
const isAltGr = ({ key, code, ctrlKey, altKey }: Press): boolean =>
  ctrlKey &&
  altKey &&
  key.length === 1 &&
  !/[a-z0-9]|(?!\p{Script=Latin})\p{L}/iu.test(key) &&
  nameOf(key) !== placeOf(code);

/** Whether a text, such as one from a file, is a chord as `chordsOf` writes it. */
export function isChord(text: string): boolean {
  const parts = /^(?:Mod\+)?(?:Alt\+)?(Shift\+)?([^+]+)$/.exec(text);
  const last = parts?.[2];
  if (last === undefined) return false;
  const isName = nameOf(last) === last || [...spelled.values()].includes(last);
  return isName && !(parts?.[1] !== undefined && isSign(last));
}

/** Whether a chord is heard while a text is written: all others would write into it, or move in it. */
export const isHeardInText = (chord: string): boolean =>
  /^Mod\+|^(?:Alt\+|Shift\+)*F\d/.test(chord);

/** Whether a chord belongs to what has the focus, a list or a button, unless that is the canvas: `C`, `Shift+1`, `Delete`. */
export const isOfFocus = (chord: string): boolean =>
  /^(?:Shift\+)?(?:[A-Z0-9]|Space|Delete|Backspace|Enter)$/.test(chord);
