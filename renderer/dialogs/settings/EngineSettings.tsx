import { useTranslation } from "react-i18next";
import { engineIdSchema } from "../../../shared/jobs/job.ts";
import { useChosen } from "../../stores/settingsStore.ts";
import { Choice, Field } from "../../ui/Field.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";
import { useKeep } from "./useKeep.ts";

const atOnce = Array.from({ length: 10 }, (_, i) => ({
  value: String(i + 1),
  label: String(i + 1),
}));

/** What Run does, and how much of it at once. */
export function EngineSettings() {
  const { t } = useTranslation(["dialogs", "app"]);
  const { engine, concurrency } = useChosen();
  const { problem, keep } = useKeep();
  return (
    <>
      <RadioCards
        label={t("dialogs:settings.sections.engine")}
        value={engine}
        options={engineIdSchema.options.map((id) => ({
          value: id,
          label: t(`app:engines.${id}.name`),
          about: t(`app:engines.${id}.about`),
        }))}
        onChoose={(id) => keep({ engine: id })}
      />
      <div className="max-w-72">
        <Field
          label={t("dialogs:settings.engine.concurrency")}
          help={t("dialogs:settings.engine.concurrencyHelp")}
          problem={problem}
        >
          {(ids) => (
            <Choice
              {...ids}
              className="w-20!"
              value={String(concurrency)}
              options={atOnce}
              onChoose={(value) => keep({ concurrency: Number(value) })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
