import { useTranslation } from "react-i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { Button } from "../ui/Button.tsx";
import { focusNew } from "../ui/focusFirst.ts";
import { repeatJob } from "./jobCalls.ts";
import { costWords, estimateOf } from "./prices.ts";

interface RepeatQuestionProps {
  readonly job: Job;
  /** Nobody knows whether it was carried out: it may be paid twice. */
  readonly unknown?: boolean;
  readonly onClose: () => void;
}

/** Stands in the place of the button that would send a request again; the harmless answer has the focus. */
export function RepeatQuestion({ job, unknown = false, onClose }: RepeatQuestionProps) {
  const { t, i18n } = useTranslation(["jobs", "app"]);
  const price = costWords(estimateOf(job), i18n.language);
  return (
    <div className="flex flex-col gap-2 pt-0.5">
      {unknown ? (
        <p role="alert" className="text-node text-failed">
          {t("unknown.warning")}
        </p>
      ) : (
        <p className="text-node">{t("again.ask", { price })}</p>
      )}
      <div className="flex flex-wrap gap-1.5">
        <Button
          look={unknown ? "danger" : "accent"}
          small
          onClick={() => {
            onClose();
            void repeatJob(job);
          }}
        >
          {t(unknown ? "unknown.sendAnyway" : "again.send", { price })}
        </Button>
        <Button ref={focusNew} look="quiet" small onClick={onClose}>
          {t("app:cancel")}
        </Button>
      </div>
    </div>
  );
}
