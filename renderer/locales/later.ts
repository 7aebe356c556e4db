import i18next from "i18next";
import dialogs from "./en/dialogs.json" with { type: "json" };
import keyboard from "./en/keyboard.json" with { type: "json" };
import search from "./en/search.json" with { type: "json" };

/** English words of what opens later than the window: they come with it, and not before the first picture. */
const later = { dialogs, keyboard, search };
export type Later = typeof later;

export function learnLater(): void {
  for (const [namespace, words] of Object.entries(later)) {
    i18next.addResourceBundle("en", namespace, words);
  }
}
