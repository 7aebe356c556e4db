import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChosen } from "../../stores/settingsStore.ts";
import { Field, TextInput } from "../../ui/Field.tsx";
import { readUsd } from "../../ui/money.ts";
import { useKeep } from "./useKeep.ts";

/** What may be spent: a run that goes past it is not sent. */
export function SpendingSettings() {
  const { t } = useTranslation("dialogs");
  return (
    <div>
      <div className="grid max-w-72 grid-cols-2 gap-3">
        <CapField cap="capPerRun" />
        <CapField cap="capPerDay" />
      </div>
      <p className="pt-1 text-label text-ink-soft">{t("settings.engine.capHelp")}</p>
    </div>
  );
}

function CapField({ cap }: { readonly cap: "capPerRun" | "capPerDay" }) {
  const { t } = useTranslation("dialogs");
  const kept = useChosen()[cap];
  const { problem, keep } = useKeep();
  const [text, setText] = useState(kept === null ? "" : String(kept));
  const amount = readUsd(text);

  const commit = (): void => {
    if (amount !== undefined && amount !== kept) keep({ [cap]: amount });
  };
  return (
    <Field
      label={t(`settings.engine.${cap}`)}
      problem={amount === undefined ? t("settings.engine.capWrong") : problem}
    >
      {(ids) => (
        <TextInput
          {...ids}
          value={text}
          maxLength={12}
          inputMode="decimal"
          placeholder={t("settings.engine.noCap")}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === "Enter" && commit()}
        />
      )}
    </Field>
  );
}
