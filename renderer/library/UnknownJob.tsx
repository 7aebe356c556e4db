import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { attempt } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { Button } from "../ui/Button.tsx";
import { Field, TextInput } from "../ui/Field.tsx";
import { focusNew } from "../ui/focusFirst.ts";
import { adoptRequest } from "./jobCalls.ts";
import { RepeatQuestion } from "./RepeatQuestion.tsx";

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
            small
            onClick={() => void attempt(() => call("app.openLink", { link: "generations" }))}
          >
            {t("unknown.look")}
          </Button>
          <Button small onClick={() => setChoice("adopt")}>
            {t("unknown.adopt")}
          </Button>
          <Button look="danger" small onClick={() => setChoice("sendAgain")}>
            {t("unknown.sendAgain")}
          </Button>
        </div>
      )}
      {choice === "adopt" && <Adopt job={job} onClose={close} />}
      {choice === "sendAgain" && <RepeatQuestion job={job} unknown onClose={close} />}
    </div>
  );
}

interface AdoptProps {
  readonly job: Job;
  readonly onClose: () => void;
}

function Adopt({ job, onClose }: AdoptProps) {
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
            ref={focusNew}
            onChange={(event) => setId(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-1.5">
        <Button type="submit" look="accent" small disabled={id.trim() === ""}>
          {t("unknown.takeOver")}
        </Button>
        <Button look="quiet" small onClick={onClose}>
          {t("app:cancel")}
        </Button>
      </div>
    </form>
  );
}
