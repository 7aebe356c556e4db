import { FileText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  closeTabUnsaved,
  closeWindowUnsaved,
  saveAndClose,
  unsavedTabs,
} from "../files/closing.ts";
import { tabTitle } from "../files/fileName.ts";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { closeDialog } from "./closeDialog.ts";

/** Asked before a tab goes whose work is in no file. */
export function CloseTab() {
  const { t } = useTranslation(["dialogs", "app"]);
  const tab = useBoards(activeTab);
  if (tab === undefined) return null;
  return (
    <Modal
      title={t("close.tabTitle", { title: tabTitle(tab, t("app:untitled")) })}
      about={t("close.tabAbout")}
      width="narrow"
      onClose={closeDialog}
      onConfirm={() => void saveAndClose("tab")}
      footer={
        <Answers
          saveWords={t("close.save")}
          onSave={() => void saveAndClose("tab")}
          onForget={closeTabUnsaved}
        />
      }
    />
  );
}

/** The same for all boards at once, before the window goes. */
export function CloseWindow() {
  const { t } = useTranslation(["dialogs", "app"]);
  // The list that the question is about, whatever is saved while it is answered.
  const [tabs] = useState(unsavedTabs);
  return (
    <Modal
      title={t("close.windowTitle", { count: tabs.length })}
      about={t("close.windowAbout", { count: tabs.length })}
      width="narrow"
      onClose={closeDialog}
      onConfirm={() => void saveAndClose("window")}
      footer={
        <Answers
          saveWords={t(tabs.length > 1 ? "close.saveAll" : "close.save")}
          onSave={() => void saveAndClose("window")}
          onForget={() => void closeWindowUnsaved()}
        />
      }
    >
      <ul className="flex flex-col gap-1.5">
        {tabs.map((tab) => (
          <li key={tab.id} className="flex min-w-0 items-center gap-2">
            <FileText size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-soft" />
            <span className="truncate">{tabTitle(tab, t("app:untitled"))}</span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

interface AnswersProps {
  readonly saveWords: string;
  readonly onSave: () => void;
  readonly onForget: () => void;
}

function Answers({ saveWords, onSave, onForget }: AnswersProps) {
  const { t } = useTranslation(["dialogs", "app"]);
  return (
    <>
      <Button look="danger" onClick={onForget} className="mr-auto">
        {t("close.dontSave")}
      </Button>
      <Button look="quiet" onClick={closeDialog}>
        {t("app:cancel")}
      </Button>
      <Button look="accent" onClick={onSave} data-focus-first>
        {saveWords}
      </Button>
    </>
  );
}
