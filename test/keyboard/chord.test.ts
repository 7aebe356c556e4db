import { describe, expect, it } from "vitest";
import { chordsOf, isChord, isHeardInText, isOfFocus } from "../../shared/keyboard/chord.ts";

interface Held {
  readonly ctrl?: boolean;
  readonly meta?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
  readonly altGr?: boolean;
  readonly isMac?: boolean;
}

const chords = (key: string, code: string, held: Held = {}): readonly string[] =>
  chordsOf(
    {
      key,
      code,
      ctrlKey: held.ctrl ?? false,
      metaKey: held.meta ?? false,
      altKey: held.alt ?? false,
      shiftKey: held.shift ?? false,
      getModifierState: () => held.altGr ?? false,
    },
    held.isMac ?? false,
  );

describe("what a press can mean", () => {
  it("knows Ctrl, and Command on a Mac", () => {
    expect(chords("z", "KeyZ", { ctrl: true })).toEqual(["Mod+Z"]);
    expect(chords("z", "KeyZ", { meta: true, isMac: true })).toEqual(["Mod+Z"]);
    expect(chords("z", "KeyZ", { meta: true })).toEqual([]);
    expect(chords("z", "KeyZ", { ctrl: true, isMac: true })).toEqual([]);
  });

  it("tells letters and names apart by Shift, whatever Caps Lock writes", () => {
    expect(chords("Z", "KeyZ", { ctrl: true, shift: true })).toEqual(["Mod+Shift+Z"]);
    expect(chords("Z", "KeyZ", { ctrl: true })).toEqual(["Mod+Z"]);
    expect(chords("ArrowLeft", "ArrowLeft", { alt: true, shift: true })).toEqual([
      "Alt+Shift+ArrowLeft",
    ]);
    expect(chords(" ", "Space")).toEqual(["Space"]);
  });

  it("takes no modifier alone, and nothing from an input method", () => {
    expect(chords("Control", "ControlLeft", { ctrl: true })).toEqual([]);
    expect(chords("Shift", "ShiftLeft", { shift: true })).toEqual([]);
    expect(chords("Process", "KeyC")).toEqual([]);
  });

  it("takes a letter by what the key writes: German, French, Dvorak", () => {
    expect(chords("z", "KeyY", { ctrl: true })).toEqual(["Mod+Z"]);
    expect(chords("y", "KeyZ", { ctrl: true })).toEqual(["Mod+Y"]);
    expect(chords("a", "KeyQ", { ctrl: true })).toEqual(["Mod+A"]);
    expect(chords("s", "Semicolon", { ctrl: true })).toEqual(["Mod+S"]);
  });

  it("takes a key by its place when it writes nothing of ASCII", () => {
    expect(chords("я", "KeyZ", { ctrl: true })).toEqual(["Mod+Z"]);
    expect(chords("с", "KeyC")).toEqual(["C"]);
    expect(chords("ζ", "KeyZ", { ctrl: true })).toEqual(["Mod+Z"]);
    expect(chords("ü", "BracketLeft", { ctrl: true })).toEqual(["Mod+["]);
    expect(chords("ç", "KeyC", { alt: true, isMac: true })).toEqual(["Alt+C"]);
    expect(chords("Dead", "Backquote", { ctrl: true })).toEqual(["Mod+`"]);
  });

  it("takes a digit by its place too, after what the key writes", () => {
    expect(chords("!", "Digit1", { shift: true })).toEqual(["!", "Shift+1"]);
    expect(chords("1", "Digit1", { shift: true })).toEqual(["Shift+1"]);
    expect(chords("&", "Digit1")).toEqual(["&", "1"]);
    expect(chords("-", "Digit6", { ctrl: true })).toEqual(["Mod+Minus", "Mod+6"]);
    expect(chords("1", "Numpad1")).toEqual(["1"]);
  });

  it("takes a sign whatever keys write it", () => {
    expect(chords("?", "Slash", { shift: true })).toEqual(["?"]);
    expect(chords("?", "Minus", { shift: true })).toEqual(["?"]);
    expect(chords("?", "KeyM", { shift: true })).toEqual(["?"]);
    // Brazilian: a key of its own for `/` and `?`, and brackets one place further.
    expect(chords("?", "IntlRo", { shift: true })).toEqual(["?"]);
    expect(chords("[", "BracketRight", { ctrl: true })).toEqual(["Mod+["]);
    expect(chords(";", "Period", { ctrl: true, shift: true })).toEqual(["Mod+;"]);
    // French: the full stop with Shift.
    expect(chords(".", "Comma", { ctrl: true, shift: true })).toEqual(["Mod+."]);
    expect(chords("+", "Equal", { ctrl: true, shift: true })).toEqual(["Mod+Plus"]);
    expect(chords("=", "Equal", { ctrl: true })).toEqual(["Mod+Plus"]);
    expect(chords("-", "NumpadSubtract", { ctrl: true })).toEqual(["Mod+Minus"]);
  });

  it("leaves AltGr to writing, also where it is told as Ctrl and Alt", () => {
    expect(chords("@", "KeyQ", { altGr: true })).toEqual(["@"]);
    expect(chords("@", "KeyQ", { ctrl: true, alt: true })).toEqual(["@"]);
    expect(chords("€", "KeyE", { ctrl: true, alt: true })).toEqual([]);
    expect(chords("ż", "KeyZ", { ctrl: true, alt: true })).toEqual([]);
    expect(chords("ż", "KeyZ", { ctrl: true, alt: true, altGr: true })).toEqual([]);
    expect(chords("[", "Digit8", { ctrl: true, altGr: true })).toEqual(["Mod+["]);
    expect(chords("z", "KeyZ", { ctrl: true, alt: true })).toEqual(["Mod+Alt+Z"]);
    expect(chords("я", "KeyZ", { ctrl: true, alt: true })).toEqual(["Mod+Alt+Z"]);
    expect(chords(".", "Period", { ctrl: true, alt: true })).toEqual(["Mod+Alt+."]);
  });
});

describe("a chord as a text", () => {
  it.each(["Z", "Mod+Shift+Z", "Mod+Alt+Z", "?", "Mod+Plus", "Minus", "Alt+ArrowLeft", "F2"])(
    "%s is one",
    (text) => expect(isChord(text)).toBe(true),
  );
  it.each(["", "z", "Ctrl+Z", "Shift+Mod+Z", "Mod+", "Mod++", "Shift+?", "é", "-", "constructor"])(
    "“%s” is none",
    (text) => expect(isChord(text)).toBe(false),
  );
});

it("only keys that write nothing are heard while a text is written", () => {
  expect(["Mod+S", "Mod+Shift+S", "F2", "Shift+F3"].filter(isHeardInText)).toHaveLength(4);
  expect(["C", "Shift+A", "Alt+C", "?", "Delete", "Tab"].filter(isHeardInText)).toEqual([]);
});

it("letters and digits belong to what has the focus", () => {
  expect(["C", "Shift+A", "Shift+1", "Delete"].filter(isOfFocus)).toHaveLength(4);
  expect(["?", "Mod+C", "Alt+C", "F2", "Alt+ArrowLeft"].filter(isOfFocus)).toEqual([]);
});
