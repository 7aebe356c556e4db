import { useTranslation } from "react-i18next";
import { overwrite, saveBoardAs } from "../files/actions.ts";
import { closeAfter } from "../files/closing.ts";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { baseName } from "../files/fileName.ts";
import { look } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { closeDialog } from "./closeDialog.ts";

/** The file is not what it was when it was read: nobody's work goes without a word. */
export function ChangedOnDisk() {
  const { t } = useTranslation(["dialogs", "app"]);
  const path = useBoards((state) => activeTab(state)?.path);
  const file = baseName(path ?? "");
  const answer = (save: () => Promise<boolean>): void => {
    look({ dialog: null });
    void closeAfter(save());
  };
  return (
    <Modal
      title={t("changed.title", { file })}
      about={t("changed.about")}
      width="narrow"
      onClose={closeDialog}
      footer={
        <>
          <Button look="danger" className="mr-auto" onClick={() => answer(overwrite)}>
            {t("changed.overwrite")}
          </Button>
          <Button look="quiet" onClick={closeDialog}>
            {t("app:cancel")}
          </Button>
          <Button look="accent" data-focus-first onClick={() => answer(saveBoardAs)}>
            {t("changed.saveAs")}
          </Button>
        </>
      }
    />
  );
}
