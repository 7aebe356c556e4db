import { Command } from "cmdk";
import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { labels, type Label } from "../../shared/board/history.ts";
import { say } from "../locales/say.ts";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { goBackThere } from "./cameFrom.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { rank } from "./rank.ts";
import { SearchBox } from "./SearchBox.tsx";
import { goThrough } from "./selecting.ts";
import { centre } from "./surface.ts";

/** Every step that can be undone or redone, newest first; choosing one goes there. */
export function HistoryList() {
  const open = useCanvas((state) => state.history);
  return open ? <List /> : null;
}

interface Entry {
  /** Steps from now: negative is back. */
  readonly steps: number;
  readonly name: string;
  readonly words: string;
}

const entryOf = (steps: number, label: Label): Entry => ({
  steps,
  name: say(`edits:${label.key}`, label.values),
  words: "",
});

function List() {
  const { t } = useTranslation(["canvas", "edits"]);
  const [query, setQuery] = useState("");
  const history = useBoards((state) => activeTab(state)?.history);
  if (history === undefined) return null;
  const { undo, redo } = labels(history);
  const entries: readonly Entry[] = [
    ...redo.map((label, i) => entryOf(i + 1, label)).toReversed(),
    // Each entry is the board as it is after that step.
    ...undo.map((label, i) => entryOf(i === 0 ? 0 : -i, label)),
    { steps: -undo.length, name: t("canvas:history.beginning"), words: "" },
  ];
  const close = (): void => {
    atCanvas({ history: false });
    goBackThere();
  };
  const { x, y } = centre();
  return (
    <SearchBox
      label={t("canvas:history.name")}
      placeholder={t("canvas:history.find")}
      query={query}
      onQuery={setQuery}
      onClose={close}
      at={{ x: x - 160, y: y - 200 }}
      empty={t("canvas:history.none")}
    >
      {rank(query, entries).map(({ steps, name }) => (
        <Command.Item
          key={steps}
          value={String(steps)}
          className="search-item"
          data-ahead={steps > 0 || undefined}
          onSelect={() => {
            goThrough(steps);
            close();
          }}
        >
          <span className="flex-1">{name}</span>
          {steps === 0 && (
            <Check size={14} strokeWidth={1.75} aria-label={t("canvas:history.now")} />
          )}
        </Command.Item>
      ))}
    </SearchBox>
  );
}
