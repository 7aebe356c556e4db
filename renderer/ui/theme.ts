import type { Settings } from "../../shared/ipc/settings.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen: Settings["theme"] = "system";

const show = (): void => {
  const theme = chosen === "system" ? (dark.matches ? "dark" : "light") : chosen;
  document.documentElement.dataset["theme"] = theme;
};
dark.addEventListener("change", show);

/** Follows the system until the user has chosen. */
export function showTheme(theme: Settings["theme"]): void {
  chosen = theme;
  show();
}
