import i18next from "i18next";
import dialogs from "./en/dialogs.json" with { type: "json" };
import keyboard from "./en/keyboard.json" with { type: "json" };
import panels from "./en/panels.json" with { type: "json" };
import player from "./en/player.json" with { type: "json" };
import search from "./en/search.json" with { type: "json" };

/** English words of what stands around the board or opens later: known once this is loaded, after the first picture. */
const later = { dialogs, keyboard, panels, player, search };
export type Later = typeof later;

for (const [namespace, words] of Object.entries(later)) {
  i18next.addResourceBundle("en", namespace, words);
}
