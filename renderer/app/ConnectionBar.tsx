import { Unplug } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useConnection } from "../stores/connectionStore.ts";
import { Button } from "../ui/Button.tsx";
import { useNow } from "../ui/useNow.ts";
import { reloadPage } from "./reloadPage.ts";

/** Says what is wrong with the program behind the page, and what is done about it; over the window, which stays usable. */
export function ConnectionBar() {
  const { t } = useTranslation("errors");
  const connection = useConnection();
  if (connection.state === "open") return null;
  return (
    <div // Beside the notices where the window has no room for both in the middle.
      className="pointer-events-none fixed inset-x-4 bottom-10 z-50 flex justify-center max-[1450px]:right-104 max-[1450px]:justify-start"
    >
      <div
        role="alert"
        className="pointer-events-auto flex items-center gap-3 rounded-md border border-line-strong bg-raised py-2 pr-2 pl-3 shadow-(--shadow)"
      >
        <Unplug size={15} strokeWidth={1.75} aria-hidden className="shrink-0 text-failed" />
        {connection.state === "ended" && <span className="pr-1">{t("sessionEnded")}</span>}
        {connection.state === "lost" && (
          <>
            <span>{t("connection.lost")}</span>
            <NextTry at={connection.nextTryAt} />
            <Button className="h-7" onClick={connection.tryNow}>
              {t("connection.tryNow")}
            </Button>
          </>
        )}
        {connection.state === "outdated" && (
          <>
            <span>{t("outdated")}</span>
            <Button className="h-7" onClick={() => void reloadPage()}>
              {t("reload")}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** Not part of what is read out: it would be said anew every second. */
function NextTry({ at }: { readonly at: number }) {
  const { t } = useTranslation("errors");
  const seconds = Math.max(1, Math.ceil((at - useNow()) / 1000));
  return (
    <span aria-hidden className="whitespace-nowrap text-ink-soft tabular-nums">
      {t("connection.nextTry", { seconds })}
    </span>
  );
}
