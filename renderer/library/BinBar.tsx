import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { focusNew } from "../ui/focusFirst.ts";
import { emptyBin } from "./takeCalls.ts";

/** How much lies in the bin, and the one thing here that cannot be undone: it asks. */
export function BinBar({ count }: { readonly count: number }) {
  const { t } = useTranslation(["jobs", "app"]);
  const [asking, setAsking] = useState(false);
  return (
    <div className="mx-3 mb-2 flex flex-col gap-2 rounded-sm border border-line bg-raised px-2.5 py-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 text-node text-ink-soft tabular-nums">
          {t("bin.about", { count })}
        </span>
        {!asking && (
          <Button small onClick={() => setAsking(true)}>
            {t("bin.empty")}
          </Button>
        )}
      </div>
      {asking && (
        <>
          <p className="text-node">{t("bin.ask")}</p>
          <div className="flex flex-wrap gap-1.5">
            <Button
              look="danger"
              small
              onClick={() => {
                setAsking(false);
                void emptyBin();
              }}
            >
              {t("bin.sure")}
            </Button>
            <Button ref={focusNew} look="quiet" small onClick={() => setAsking(false)}>
              {t("app:cancel")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
