import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { attempt } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { Button } from "../ui/Button.tsx";
import { Field, TextInput } from "../ui/Field.tsx";
import { adoptRequest, repeatJob } from "./jobCalls.ts";
import { small, takeFocus } from "./JobButtons.tsx";
import { costWords, estimateOf } from "./prices.ts";

type Choice = "adopt" | "sendAgain";

/** A request that was sent and never answered. Only the user can find out, and only the user may pay again. */
export function UnknownJob({ job }: { readonly job: Job }) {
  const { t } = useTranslation("jobs");
  const [choice, setChoice] = useState<Choice>();
  const close = (): void => setChoice(undefined);
  return (
    <div className="flex flex-col gap-2 pt-0.5">
      <p className="text-node">{t("unknown.ask")}</p>
      {choice === undefined && (
        <div className="flex flex-col items-start gap-1.5">
          <Button
            className={small}
            onClick={() => void attempt(() => call("app.openLink", { link: "generations" }))}
          >
            {t("unknown.look")}
          </Button>
          <Button className={small} onClick={() => setChoice("adopt")}>
            {t("unknown.adopt")}
          </Button>
          <Button look="danger" className={small} onClick={() => setChoice("sendAgain")}>
            {t("unknown.sendAgain")}
          </Button>
        </div>
      )}
      {choice === "adopt" && <Adopt job={job} onClose={close} />}
      {choice === "sendAgain" && <SendAgain job={job} onClose={close} />}
    </div>
  );
}

interface ChoiceProps {
  readonly job: Job;
  readonly onClose: () => void;
}

function Adopt({ job, onClose }: ChoiceProps) {
  const { t } = useTranslation(["jobs", "app"]);
  const [id, setId] = useState("");
  const adopt = async (): Promise<void> => {
    if (id.trim() !== "" && (await adoptRequest(job, id.trim()))) onClose();
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void adopt();
      }}
    >
      <Field label={t("unknown.requestId")} help={t("unknown.requestIdHelp")}>
        {(ids) => (
          <TextInput
            {...ids}
            value={id}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            ref={focus}
            onChange={(event) => setId(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-1.5">
        <Button type="submit" look="accent" className={small} disabled={id.trim() === ""}>
          {t("unknown.takeOver")}
        </Button>
        <Button look="quiet" className={small} onClick={onClose}>
          {t("app:cancel")}
        </Button>
      </div>
    </form>
  );
}

const focus = (input: HTMLInputElement | null): void => input?.focus({ preventScroll: true });

function SendAgain({ job, onClose }: ChoiceProps) {
  const { t, i18n } = useTranslation(["jobs", "app"]);
  const price = costWords(estimateOf(job), i18n.language);
  return (
    <div className="flex flex-col gap-2">
      <p role="alert" className="text-node text-failed">
        {t("unknown.warning")}
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button
          look="danger"
          className={small}
          onClick={() => {
            onClose();
            void repeatJob(job);
          }}
        >
          {t("unknown.sendAnyway", { price })}
        </Button>
        <Button ref={takeFocus} look="quiet" className={small} onClick={onClose}>
          {t("app:cancel")}
        </Button>
      </div>
    </div>
  );
}
