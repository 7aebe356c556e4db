import { Pause, Play, Receipt } from "lucide-react";
import { useTranslation } from "react-i18next";
import { attempt } from "../app/notices.ts";
import { changeSettings, useChosen } from "../stores/settingsStore.ts";
import { look } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";

/** What was spent; and the queue's brake, which holds back what was not sent yet, while what was sent goes on. */
export function QueueBar({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useTranslation("jobs");
  const { queuePaused } = useChosen();
  const Icon = queuePaused ? Play : Pause;
  return (
    <div className="px-1">
      <div className="flex flex-wrap items-center gap-1.5">
        {(!isEmpty || queuePaused) && (
          <Button
            small
            onClick={() => void attempt(() => changeSettings({ queuePaused: !queuePaused }))}
          >
            <Icon size={13} strokeWidth={1.75} aria-hidden />
            {t(queuePaused ? "queue.resume" : "queue.pause")}
          </Button>
        )}
        <Button look="quiet" small className="ml-auto" onClick={() => look({ dialog: "ledger" })}>
          <Receipt size={13} strokeWidth={1.75} aria-hidden />
          {t("ledger.title")}
        </Button>
      </div>
      <p role="status" className="text-node text-stale not-empty:mt-2">
        {queuePaused ? t("queue.paused") : ""}
      </p>
    </div>
  );
}
