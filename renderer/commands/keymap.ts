import { commandsByChord, keymapOf, type Keymap } from "../../shared/keyboard/keymap.ts";
import { isMac } from "./isMac.ts";
import { useSettings } from "../stores/settingsStore.ts";

/** The keys that hold now, which are those of the settings. */

interface Held {
  readonly keymap: Keymap;
  readonly byChord: ReturnType<typeof commandsByChord>;
}

const none = {};
let made: { readonly from: object; readonly held: Held } | undefined;

function heldIn({ info }: ReturnType<typeof useSettings.getState>): Held {
  const from = info?.settings.keys ?? none;
  if (made?.from !== from) {
    const keymap = keymapOf(from, isMac);
    made = { from, held: { keymap, byChord: commandsByChord(keymap) } };
  }
  return made.held;
}

export const heldKeys = (): Held => heldIn(useSettings.getState());
export const useKeymap = (): Keymap => useSettings((state) => heldIn(state).keymap);
