import { Plus, X } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import { closeTab, newBoard } from "../files/actions.ts";
import { tabTitle } from "../files/fileName.ts";
import { activateTab, goToBoard, isUnsaved, useBoards, type Tab } from "../stores/boardStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { doingAt } from "../commands/placeKeys.ts";
import { useShortcuts } from "../commands/shortcut.ts";

/** The open boards. A dot marks what is not saved yet. */
export function BoardTabs() {
  const { t } = useTranslation("app");
  const shortcutOf = useShortcuts();
  const ids = useBoards(useShallow(({ tabs }) => tabs.map(({ id }) => id)));
  return (
    <div className="flex min-w-40 flex-1 items-center gap-1">
      <div
        role="tablist"
        aria-label={t("boards")}
        className="flex min-w-0 gap-1 overflow-x-auto [scrollbar-width:none]"
      >
        {ids.map((id) => (
          <BoardTab key={id} id={id} />
        ))}
      </div>
      <IconButton label={t("newBoard")} shortcut={shortcutOf("file.new")} onClick={newBoard}>
        <Plus size={15} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}

function BoardTab({ id }: { readonly id: string }) {
  const { t } = useTranslation("app");
  // Only what shows: a tab is another one with every letter that is typed.
  const active = useBoards(({ activeId }) => activeId === id);
  const path = useTab(id, (tab) => tab.path);
  const unsaved = useTab(id, isUnsaved) === true;
  const title = useTab(id, (tab) => tabTitle(tab, t("untitled"))) ?? "";
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  return (
    <div
      role="presentation"
      className={classes(
        "group flex h-8 max-w-56 min-w-24 items-center rounded-md border pr-1 transition-colors duration-(--quick)",
        active ? "border-line-strong bg-raised" : "border-transparent text-ink-soft hover:bg-hover",
      )}
    >
      <button
        type="button"
        role="tab"
        ref={element}
        tabIndex={active ? 0 : -1}
        aria-selected={active}
        title={path ?? title}
        onClick={() => activateTab(id)}
        onAuxClick={(event) => event.button === 1 && void closeTab(id)}
        onKeyDown={(event) => {
          const asked = doingAt("fields", event)?.doing;
          if (asked === "tabs") goBeside(event);
          else if (asked === "closeTab") void closeTab(id);
          else return;
          // Else the selection on the canvas would move or go too.
          event.preventDefault();
        }}
        className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-md pr-1 pl-2.5"
      >
        {unsaved && (
          <span
            role="img"
            aria-label={t("unsaved")}
            className="size-1.5 shrink-0 rounded-full bg-accent-line"
          />
        )}
        <span className="truncate">{title}</span>
      </button>
      {/* For the mouse: a list of tabs may hold nothing but tabs, and the keyboard has Delete and Ctrl+W. */}
      <button
        type="button"
        aria-hidden
        tabIndex={-1}
        title={t("closeBoard", { title })}
        onClick={() => void closeTab(id)}
        className={classes(
          "grid size-5 shrink-0 place-content-center rounded-sm text-ink-soft hover:bg-hover hover:text-ink",
          !active && "opacity-0 group-focus-within:opacity-100 group-hover:opacity-100",
        )}
      >
        <X size={13} strokeWidth={1.75} />
      </button>
    </div>
  );
}

/** Shows the tab on that side and brings the focus along. */
function goBeside({ key, currentTarget }: KeyboardEvent<HTMLElement>): void {
  goToBoard(key === "ArrowLeft" ? -1 : 1);
  const { tabs, activeId } = useBoards.getState();
  const at = tabs.findIndex(({ id }) => id === activeId);
  const list = currentTarget.closest("[role=tablist]");
  list?.querySelectorAll<HTMLElement>("[role=tab]").item(at).focus();
}

const useTab = <V,>(id: string, choose: (tab: Tab) => V): V | undefined =>
  useBoards(({ tabs }) => {
    const tab = tabs.find((each) => each.id === id);
    return tab && choose(tab);
  });
