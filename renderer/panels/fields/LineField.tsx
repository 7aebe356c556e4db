import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextInput } from "../../ui/Field.tsx";
import { textIn, type FieldProps } from "./field.ts";
import { FieldFrame } from "./FieldFrame.tsx";

/** A short text. What the param does not take stays in the field, with the reason, until it is mended or left. */
export function LineField(props: FieldProps) {
  const { type, param, held, change } = props;
  const { t } = useTranslation("panels");
  const [draft, setDraft] = useState<string | null>(null);
  const refusal = type === "element" && param.name === "name" ? "name" : "tooLong";
  return (
    <FieldFrame {...props} problem={draft === null ? undefined : t(`fields.refused.${refusal}`)}>
      {(named) => (
        <TextInput
          {...named}
          autoComplete="off"
          spellCheck={false}
          placeholder={held.mixed ? t("fields.mixed") : undefined}
          value={draft ?? textIn(held)}
          aria-invalid={draft !== null}
          onChange={(event) => {
            const { value } = event.target;
            setDraft(change(value) ? null : value);
          }}
          onBlur={() => setDraft(null)}
        />
      )}
    </FieldFrame>
  );
}
