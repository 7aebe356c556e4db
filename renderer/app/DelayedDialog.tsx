import { useTranslation } from "react-i18next";
import { closeDialog } from "../dialogs/closeDialog.ts";
import { Button } from "../ui/Button.tsx";
import { focusNew } from "../ui/focusFirst.ts";
import { useDelay } from "./late.tsx";

/** In the place of a dialog that cannot be loaded yet: it would keep the keys to itself without being seen. */
export function DelayedDialog() {
  const { t } = useTranslation("app");
  const delay = useDelay();
  if (delay === undefined) return null;
  return (
    <div
      role="dialog"
      aria-label={delay}
      className="fixed top-[12vh] left-1/2 z-40 flex w-max max-w-[calc(100vw-32px)] -translate-x-1/2 items-center gap-4 rounded-md border border-line-strong bg-surface py-3 pr-3 pl-5 shadow-(--shadow)"
    >
      <p>{delay}</p>
      <Button
        ref={focusNew}
        onClick={closeDialog}
        onKeyDown={({ key }) => key === "Escape" && closeDialog()}
      >
        {t("close")}
      </Button>
    </div>
  );
}
