import i18next from "i18next";
import { menuNames, type MenuName } from "../../shared/commands.ts";
import { knownCommands, type KnownCommand } from "../../shared/keyboard/keymap.ts";
import { lackOf } from "../commands/reasons.ts";
import { runCommand } from "../commands/run.ts";
import { shortcutOf } from "../commands/shortcut.ts";
import { situationNow } from "../commands/situation.ts";
import { stepsOf } from "../commands/steps.ts";
import { say } from "../locales/say.ts";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { useSettings } from "../stores/settingsStore.ts";
import type { MenuItem } from "../ui/Menu.tsx";

/** Every command that has a place in a menu, as the system shows them where the program has a menu bar. */
export const programMenu = (): readonly MenuItem[] =>
  menuNames.map((name) => ({
    id: name,
    label: i18next.t(`commands:menu.${name}`),
    items: () => itemsOf(name),
  }));

function itemsOf(name: MenuName): readonly MenuItem[] {
  const isDesktop = useSettings.getState().info?.host === "desktop";
  const placed = knownCommands.filter(
    ({ id, menu }) => menu?.name === name && (isDesktop || id !== "app.quit"),
  );
  const situation = situationNow();
  const steps: { readonly [id: string]: string | undefined } = stepsOf(
    activeTab(useBoards.getState()),
  );
  return placed.map(({ id, menu }, i) => ({
    id,
    label: labelOf(id, steps[id]),
    disabled: lackOf(id, situation) !== undefined,
    shortcut: shortcutOf(id),
    separated: i > 0 && menu?.group !== placed[i - 1]?.menu?.group,
    run: () => runCommand(id),
  }));
}

/** With what undo and redo would take back or bring. */
function labelOf(id: KnownCommand["id"], step: string | undefined): string {
  const command = say(`commands:${id}`);
  return step === undefined ? command : i18next.t("app:step", { command, step });
}
