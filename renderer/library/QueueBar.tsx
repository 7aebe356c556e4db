import { Pause, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { attempt } from "../app/notices.ts";
import { changeSettings, useChosen } from "../stores/settingsStore.ts";
import { Button } from "../ui/Button.tsx";
import { small } from "./JobButtons.tsx";

/** Holds back what was not sent yet; what was sent goes on. */
export function QueueBar({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useTranslation("jobs");
  const { queuePaused } = useChosen();
  if (isEmpty && !queuePaused) return null;
  const Icon = queuePaused ? Play : Pause;
  return (
    <div className="flex items-center gap-2 px-1">
      <p role="status" className="min-w-0 flex-1 text-node text-stale">
        {queuePaused ? t("queue.paused") : ""}
      </p>
      <Button
        className={small}
        onClick={() => void attempt(() => changeSettings({ queuePaused: !queuePaused }))}
      >
        <Icon size={13} strokeWidth={1.75} aria-hidden />
        {t(queuePaused ? "queue.resume" : "queue.pause")}
      </Button>
    </div>
  );
}
