import { FileVideo2, Folder } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import { attempt } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { write } from "../files/actions.ts";
import {
  fileNameFor,
  tabTitle,
  boardExtension,
  flawOfName,
  pathIn,
  sameName,
} from "../files/fileName.ts";
import { closeAfter } from "../files/closing.ts";
import { activeTab, useBoards, type Tab } from "../stores/boardStore.ts";
import { look } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { Field, TextInput } from "../ui/Field.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Callout } from "./Callout.tsx";
import { closeDialog } from "./closeDialog.ts";

type Listing = CallOutput<"boards.list">;
const formId = "save-board";

/** For a host that has no file dialog: a name in the boards folder. */
export function SaveDialog() {
  const tab = useBoards(activeTab);
  const [listing, setListing] = useState<Listing>();
  useEffect(() => {
    void attempt(async () => setListing(await call("boards.list", {})));
  }, []);
  return tab === undefined ? null : <SaveForm tab={tab} listing={listing} />;
}

interface SaveFormProps {
  readonly tab: Tab;
  readonly listing: Listing | undefined;
}

function SaveForm({ tab, listing }: SaveFormProps) {
  const { t } = useTranslation(["dialogs", "app"]);
  const [name, setName] = useState(() => fileNameFor(tabTitle(tab, t("app:untitled"))));
  const [asking, setAsking] = useState(false);
  const [touched, setTouched] = useState(false);
  const flaw = flawOfName(name);
  const taken = listing?.boards.find((board) => sameName(board.name, name));

  const save = (): void => {
    setTouched(true);
    if (flaw !== undefined || listing === undefined) return;
    if (taken !== undefined && !asking) return setAsking(true);
    look({ dialog: null });
    void closeAfter(write(tab, taken?.path ?? pathIn(listing.folder, name), null));
  };
  const choose = (next: string): void => {
    setName(next);
    setAsking(false);
  };

  return (
    <Modal
      title={t("save.title")}
      onClose={closeDialog}
      footer={
        <>
          <Button look="quiet" onClick={closeDialog}>
            {t("app:cancel")}
          </Button>
          <Button look="accent" type="submit" form={formId} disabled={listing === undefined}>
            {t(asking ? "save.replace" : "save.save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={t("save.name")}
          problem={
            flaw !== undefined && (touched || flaw !== "nameNeeded") ? t(`save.${flaw}`) : undefined
          }
        >
          {(ids) => (
            <div className="relative">
              <TextInput
                {...ids}
                data-focus-first
                value={name}
                maxLength={120}
                spellCheck={false}
                className="pr-24"
                onFocus={(event) => event.target.select()}
                onChange={(event) => choose(event.target.value)}
              />
              <span className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-soft">
                {boardExtension}
              </span>
            </div>
          )}
        </Field>
        <p className="flex min-w-0 items-center gap-2 text-ink-soft" title={listing?.folder}>
          <Folder size={14} strokeWidth={1.75} aria-label={t("save.folder")} className="shrink-0" />
          <span className="truncate">{listing?.folder ?? "…"}</span>
        </p>
        {asking && (
          <div role="alert">
            <Callout tone="warning">{t("save.exists", { name: taken?.name ?? name })}</Callout>
          </div>
        )}
        <Existing listing={listing} onChoose={choose} />
      </form>
    </Modal>
  );
}

function Existing({
  listing,
  onChoose,
}: {
  readonly listing: Listing | undefined;
  readonly onChoose: (name: string) => void;
}) {
  const { t } = useTranslation(["dialogs", "app"]);
  if (listing === undefined || listing.boards.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 text-label text-ink-soft">{t("save.existing")}</h3>
      <ul className="max-h-44 overflow-auto rounded-sm border border-line p-1">
        {listing.boards.map(({ path, name }) => (
          <li key={path}>
            <button
              type="button"
              onClick={() => onChoose(name)}
              className="flex h-8 w-full items-center gap-2 rounded-sm px-2 text-left text-ink-soft hover:bg-hover hover:text-ink"
            >
              <FileVideo2 size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
              <span className="truncate">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
