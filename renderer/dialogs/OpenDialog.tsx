import { Command } from "cmdk";
import { FileUp, FileVideo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import { attempt } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { openPath } from "../files/actions.ts";
import { boardExtension } from "../files/fileName.ts";
import { openLooseFile } from "../files/loose.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { dateWords, whenWords } from "../ui/when.ts";
import { useNow } from "../ui/useNow.ts";
import { closeDialog } from "./closeDialog.ts";
import { find } from "./finding.ts";
import { SearchRow } from "./SearchRow.tsx";

type Entry = CallOutput<"boards.recent">[number];
interface Files {
  readonly folder: string;
  readonly boards: readonly Entry[];
  /** Recently open, and not in the folder. */
  readonly recent: readonly Entry[];
}

/** For a host that has no file dialog: what lies in the boards folder, what was open, and a way to one's own disk. */
export function OpenDialog() {
  const { t } = useTranslation("dialogs");
  const files = useFiles();
  const [search, setSearch] = useState("");
  const open = (path: string): void => {
    closeDialog();
    void openPath(path);
  };
  const findable = (entries: readonly Entry[]) =>
    find(
      entries.map((entry) => ({ title: entry.name, words: entry.path, entry })),
      search,
    ).map(({ entry }) => entry);
  const isEmpty = files !== undefined && files.boards.length + files.recent.length === 0;
  return (
    <Modal title={t("open.title")} onClose={closeDialog} footer={<FromDisk />}>
      {isEmpty ? (
        <div className="h-72">
          <NoBoards folder={files.folder} />
        </div>
      ) : (
        <Command shouldFilter={false} label={t("open.title")} loop>
          <SearchRow
            query={search}
            onQuery={setSearch}
            placeholder={t("open.search")}
            className="h-9 gap-2 rounded-sm border border-line bg-field px-2.5 focus-within:border-focus"
          />
          <Command.List label={t("open.title")} className="mt-3 h-72 overflow-auto">
            {files !== undefined && (
              <>
                <Command.Empty className="py-12 text-center text-ink-soft">
                  {t("open.notFound")}
                </Command.Empty>
                <Entries
                  heading={t("open.inFolder", { folder: files.folder })}
                  entries={findable(files.boards)}
                  onOpen={open}
                />
                <Entries
                  heading={t("open.recent")}
                  entries={findable(files.recent)}
                  onOpen={open}
                  withFolder
                />
              </>
            )}
          </Command.List>
        </Command>
      )}
    </Modal>
  );
}

function useFiles(): Files | undefined {
  const [files, setFiles] = useState<Files>();
  // What is on the disk is read when the dialog opens, and only then.
  useEffect(() => {
    void attempt(async () => {
      const [{ folder, boards }, recent] = await Promise.all([
        call("boards.list", {}),
        call("boards.recent", {}),
      ]);
      const listed = new Set(boards.map(({ path }) => path));
      setFiles({ folder, boards, recent: recent.filter(({ path }) => !listed.has(path)) });
    });
  }, []);
  return files;
}

interface EntriesProps {
  readonly heading: string;
  readonly entries: readonly Entry[];
  readonly onOpen: (path: string) => void;
  readonly withFolder?: boolean;
}

function Entries({ heading, entries, onOpen, withFolder = false }: EntriesProps) {
  const { i18n } = useTranslation();
  const now = useNow();
  if (entries.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:truncate [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-label [&_[cmdk-group-heading]]:text-ink-soft"
    >
      {entries.map(({ path, name, modifiedAt }) => (
        <Command.Item
          key={path}
          value={path}
          onSelect={() => onOpen(path)}
          title={path}
          className="flex h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2 data-[selected=true]:bg-hover"
        >
          <FileVideo2
            size={15}
            strokeWidth={1.75}
            aria-hidden
            className="shrink-0 text-kind-shots"
          />
          <span className="truncate">{name}</span>
          <span className="min-w-0 flex-1 truncate text-node text-ink-soft">
            {withFolder && path.replace(/[\\/][^\\/]*$/, "")}
          </span>
          <time
            dateTime={modifiedAt}
            title={dateWords(modifiedAt, i18n.language)}
            className="shrink-0 text-node text-ink-soft tabular-nums"
          >
            {whenWords(modifiedAt, now, i18n.language)}
          </time>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function NoBoards({ folder }: { readonly folder: string }) {
  const { t } = useTranslation("dialogs");
  return (
    <div className="grid h-full place-content-center gap-1.5 px-8 text-center">
      <p className="break-words">{t("open.none", { folder })}</p>
      <p className="text-ink-soft">{t("open.noneAbout")}</p>
    </div>
  );
}

function FromDisk() {
  const { t } = useTranslation("dialogs");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <span className="mr-auto min-w-0 text-node text-ink-soft">{t("open.orDrop")}</span>
      <input
        ref={input}
        type="file"
        accept={boardExtension}
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void openLooseFile(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <FileUp size={14} strokeWidth={1.75} aria-hidden />
        {t("open.fromDisk")}
      </Button>
    </>
  );
}
