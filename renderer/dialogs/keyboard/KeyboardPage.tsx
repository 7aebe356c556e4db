import { RotateCcw } from "lucide-react";
import { useDeferredValue, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeymap } from "../../commands/keymap.ts";
import { writeChord } from "../../commands/shortcut.ts";
import { commandGroups, titleOf } from "../../commands/titles.ts";
import { say } from "../../locales/say.ts";
import { useChosen } from "../../stores/settingsStore.ts";
import { Button } from "../../ui/Button.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { find } from "../finding.ts";
import { CommandKeys } from "./CommandKeys.tsx";
import { forgetRebinding, giveAllUsual, undoRebinding, useRebinding } from "./rebinding.ts";

/** Every command with its keys, to be found by either and to be given others. */
export function KeyboardPage() {
  const { t } = useTranslation("keyboard");
  const [search, setSearch] = useState("");
  const groups = useFound(useDeferredValue(search));
  const changed = Object.keys(useChosen().keys).length > 0;
  useEffect(() => forgetRebinding, []);
  return (
    <div className="flex flex-col gap-4">
      <div className="sticky -top-4 z-10 -mt-4 -mb-1 flex flex-wrap items-center gap-3 bg-surface pt-4 pb-1">
        <SearchField
          label={t("search")}
          className="min-w-56"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button disabled={!changed} onClick={giveAllUsual}>
          <RotateCcw size={14} strokeWidth={1.75} aria-hidden />
          {t("allUsual")}
        </Button>
      </div>
      <Done />
      {groups.length === 0 && <p className="py-12 text-center text-ink-soft">{t("nothing")}</p>}
      {groups.map(({ name, commands }) => (
        <section key={name}>
          <h3 className="mb-1 font-semibold">{say(`commands:menu.${name}`)}</h3>
          <ul>
            {commands.map((command) => (
              <CommandKeys key={command.id} command={command} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The groups with what matches the search in them, by its name or by its keys. */
function useFound(search: string): typeof commandGroups {
  const keymap = useKeymap();
  const keys = search.trim().toLowerCase();
  return commandGroups
    .map(({ name, commands }) => {
      const things = commands.map((command) => ({
        command,
        title: titleOf(command.id),
        chords: (keymap.get(command.id) ?? []).map((chord) => writeChord(chord).toLowerCase()),
      }));
      const named = new Set(find(things, search).map(({ command }) => command));
      const found = things.filter(
        ({ command, chords }) => named.has(command) || chords.some((chord) => chord.includes(keys)),
      );
      return { name, commands: found.map(({ command }) => command) };
    })
    .filter(({ commands }) => commands.length > 0);
}

/** What was done last, said aloud too. */
function Done() {
  const { t } = useTranslation("keyboard");
  const done = useRebinding((state) => state.done);
  return (
    <div role="status" className="flex min-h-7 items-center gap-2 text-ink-soft">
      {done === null ? (
        t("about")
      ) : (
        <>
          {done.said}
          <Button className="h-7! px-2!" onClick={undoRebinding}>
            {t("undo")}
          </Button>
        </>
      )}
    </div>
  );
}
