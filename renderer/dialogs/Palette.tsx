import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { loadPart } from "../app/late.tsx";
import { languages, learnWords, type Language } from "../locales/i18n.ts";
import { focusFirst, giveBackFocus } from "../ui/focusFirst.ts";
import { Keys } from "../ui/Tip.tsx";
import { closeDialog } from "./closeDialog.ts";
import { find } from "./finding.ts";
import {
  boardEntries,
  commandEntries,
  nodeEntries,
  typeEntries,
  type Entry,
} from "./paletteEntries.ts";
import { SearchRow } from "./SearchRow.tsx";

/** More than anybody reads; a board can have thousands of nodes. */
const mostShown = 40;
const mostAtFirst = 6;

/** Every command, node and open board, found by any word of any language. */
export function Palette() {
  const { t } = useTranslation("dialogs");
  const [search, setSearch] = useState("");
  const entries = useEntries();
  const searching = search.trim() !== "";
  const shown = (list: readonly Entry[], first: number): readonly Entry[] =>
    find(list, search).slice(0, searching ? mostShown : first);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-(--scrim)" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={giveBackFocus}
          className="fixed top-[12vh] left-1/2 z-40 w-[min(640px,calc(100vw-32px))] -translate-x-1/2 overflow-hidden rounded-md border border-line-strong bg-surface shadow-(--shadow)"
        >
          <Dialog.Title className="sr-only">{t("palette.title")}</Dialog.Title>
          <Command shouldFilter={false} loop label={t("palette.title")}>
            <SearchRow
              query={search}
              onQuery={setSearch}
              placeholder={t("palette.placeholder")}
              className="h-12 gap-3 border-b border-line px-4 text-[15px]"
            />
            <Command.List
              label={t("palette.title")}
              className="h-[min(420px,60vh)] overflow-auto p-1.5"
            >
              <Command.Empty className="py-16 text-center text-ink-soft">
                {t("palette.nothing")}
              </Command.Empty>
              <Group
                heading={t("palette.commands")}
                entries={shown(entries.commands, Number.POSITIVE_INFINITY)}
              />
              <Group heading={t("palette.nodes")} entries={shown(entries.nodes, mostAtFirst)} />
              <Group heading={t("palette.boards")} entries={shown(entries.boards, mostAtFirst)} />
              <Group heading={t("palette.types")} entries={shown(entries.types, 0)} />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** As things stand when it opens. */
function useEntries() {
  const { t } = useTranslation("app");
  const [known, setKnown] = useState<readonly Language[]>([]);
  useEffect(() => {
    void loadPart(() => Promise.all(languages.map(learnWords))).then(() => setKnown(languages));
  }, []);
  return useMemo(
    () => ({
      commands: commandEntries(known),
      nodes: nodeEntries(),
      boards: boardEntries(t("untitled")),
      types: typeEntries(),
    }),
    [t, known],
  );
}

function Group({ heading, entries }: { heading: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-label [&_[cmdk-group-heading]]:text-ink-soft"
    >
      {entries.map(({ id, title, aside, keys, run, icon: Icon, ink, lack }) => (
        <Command.Item
          key={id}
          value={id}
          onSelect={() => {
            // What it lacks can be read beside it; the next word may find what helps.
            if (lack !== undefined) return;
            closeDialog();
            run();
          }}
          data-lacking={lack !== undefined || undefined}
          className="group flex h-9 cursor-pointer items-center gap-3 rounded-sm px-2.5 data-lacking:cursor-default data-[selected=true]:bg-hover"
        >
          <Icon size={14} strokeWidth={1.75} aria-hidden className={`shrink-0 ${ink}`} />
          <span className="min-w-0 truncate group-data-lacking:text-ink-soft">{title}</span>
          <span className="min-w-0 flex-1 truncate text-node text-ink-soft">{lack ?? aside}</span>
          {keys !== undefined && <Keys keys={keys} />}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
