import { useTranslation } from "react-i18next";
import { runCommand } from "../commands/run.ts";
import { useShortcuts } from "../commands/shortcut.ts";
import { stepsOf } from "../commands/steps.ts";
import type { CommandId } from "../../shared/commands.ts";
import { say } from "../locales/say.ts";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { Mark } from "./Mark.tsx";
import { MenuButton } from "./MenuButton.tsx";

const entries: readonly (readonly CommandId[])[] = [
  ["file.new", "file.open", "file.save", "file.saveAs"],
  ["edit.undo", "edit.redo"],
  ["file.pasteRequest"],
  ["run.ledger", "app.settings", "help.shortcuts"],
];

/** The program's mark opens what a browser window has no menu bar for. */
export function AppMenu() {
  const { t } = useTranslation("app");
  const shortcutOf = useShortcuts();
  const undo = useBoards((state) => stepsOf(activeTab(state))["edit.undo"]);
  const redo = useBoards((state) => stepsOf(activeTab(state))["edit.redo"]);
  const steps = { "edit.undo": undo, "edit.redo": redo };
  return (
    <MenuButton
      aria-label={t("menu")}
      className="flex h-8 shrink-0 items-center gap-2 rounded-md px-1.5 font-semibold hover:bg-hover data-[state=open]:bg-hover"
      items={entries.flatMap((group, g) =>
        group.map((id, i) => {
          const isStep = id === "edit.undo" || id === "edit.redo";
          const step = isStep ? steps[id] : undefined;
          const words = say(`commands:${id}`);
          return {
            id,
            label: step === undefined ? words : t("step", { command: words, step }),
            disabled: isStep && step === undefined,
            shortcut: shortcutOf(id),
            separated: g > 0 && i === 0,
            run: () => runCommand(id),
          };
        }),
      )}
    >
      <Mark />
      <span className="max-[1100px]:sr-only">Shotgraph</span>
    </MenuButton>
  );
}
