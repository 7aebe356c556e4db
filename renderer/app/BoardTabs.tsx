import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { closeTab, newBoard } from "../files/actions.ts";
import { activateTab, isUnsaved, useBoards, type Tab } from "../stores/boardStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { shortcutOf } from "../commands/shortcut.ts";

/** The open boards. A dot marks what is not saved yet. */
export function BoardTabs() {
  const { t } = useTranslation("app");
  const tabs = useBoards((state) => state.tabs);
  const activeId = useBoards((state) => state.activeId);
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <div
        role="tablist"
        aria-label={t("boards")}
        className="flex min-w-0 gap-1 overflow-x-auto [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <BoardTab key={tab.id} tab={tab} active={tab.id === activeId} />
        ))}
      </div>
      <IconButton label={t("newBoard")} shortcut={shortcutOf("file.new")} onClick={newBoard}>
        <Plus size={15} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}

function BoardTab({ tab, active }: { readonly tab: Tab; readonly active: boolean }) {
  const { t } = useTranslation("app");
  const title = tabTitle(tab, t("untitled"));
  const unsaved = isUnsaved(tab);
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
        aria-selected={active}
        title={tab.path ?? title}
        onClick={() => activateTab(tab.id)}
        onAuxClick={(event) => event.button === 1 && void closeTab(tab.id)}
        onKeyDown={(event) => {
          if (event.key !== "Delete") return;
          // Else the selection on the canvas would go too.
          event.preventDefault();
          void closeTab(tab.id);
        }}
        className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-md pr-1 pl-2.5"
      >
        {unsaved && (
          <span
            role="img"
            aria-label={t("unsaved")}
            className="size-1.5 shrink-0 rounded-full bg-accent"
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
        onClick={() => void closeTab(tab.id)}
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

/** The file's name once there is a file, else the board's title. */
export function tabTitle({ path, history }: Tab, untitled: string): string {
  const file = path
    ?.split(/[\\/]/)
    .at(-1)
    ?.replace(/\.shotgraph$/, "");
  return file ?? (history.present.title === "" ? untitled : history.present.title);
}
