import { RadioGroup } from "radix-ui";
import { useTranslation } from "react-i18next";
import { engineIdSchema, type EngineId } from "../../../shared/jobs/job.ts";
import { useChosen } from "../../stores/settingsStore.ts";
import { Choice, Field } from "../../ui/Field.tsx";
import { useKeep } from "./useKeep.ts";

const atOnce = Array.from({ length: 10 }, (_, i) => ({
  value: String(i + 1),
  label: String(i + 1),
}));

/** What Run does, and how much of it at once. */
export function EngineSettings() {
  const { t } = useTranslation("dialogs");
  const { engine, concurrency } = useChosen();
  const { problem, keep } = useKeep();
  return (
    <>
      <RadioGroup.Root
        aria-label={t("settings.sections.engine")}
        value={engine}
        onValueChange={(value) => keep({ engine: engineIdSchema.parse(value) })}
        className="flex flex-col gap-2"
      >
        {engineIdSchema.options.map((id) => (
          <Engine key={id} id={id} />
        ))}
      </RadioGroup.Root>
      <div className="max-w-72">
        <Field
          label={t("settings.engine.concurrency")}
          help={t("settings.engine.concurrencyHelp")}
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

function Engine({ id }: { readonly id: EngineId }) {
  const { t } = useTranslation("app");
  return (
    <RadioGroup.Item
      value={id}
      className="group flex items-start gap-2.5 rounded-sm border border-line px-3 py-2.5 text-left transition-colors duration-(--quick) hover:border-line-strong data-[state=checked]:border-accent"
    >
      <span className="mt-0.5 grid size-4 shrink-0 place-content-center rounded-full border border-line-strong bg-field group-data-[state=checked]:border-accent">
        <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
      </span>
      <span className="min-w-0">
        <span className="font-medium">{t(`engines.${id}.name`)}</span>
        <span className="block text-node text-ink-soft">{t(`engines.${id}.about`)}</span>
      </span>
    </RadioGroup.Item>
  );
}
