import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextArea } from "../../ui/Field.tsx";
import type { FieldProps } from "./field.ts";
import { FieldFrame } from "./FieldFrame.tsx";

const example = '{ "field": "value" }';

/** Fields by name, as JSON. What is not JSON yet stays in the field, with the reason, and changes nothing. */
export function JsonField(props: FieldProps) {
  const { held, change } = props;
  const { t } = useTranslation("panels");
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const write = (text: string): void => {
    setDraft(text);
    setProblem(whyNot(text));
  };
  const whyNot = (text: string): string | undefined => {
    try {
      const value: unknown = text.trim() === "" ? {} : JSON.parse(text);
      return change(value) ? undefined : t("fields.refused.jsonObject", { example });
    } catch (error) {
      // The engine's own words say where it stopped.
      return t("fields.refused.json", { reason: error instanceof Error ? error.message : "" });
    }
  };
  return (
    <FieldFrame {...props} problem={problem}>
      {(named) => (
        <TextArea
          {...named}
          rows={4}
          spellCheck={false}
          className="field-sizing-content max-h-80 min-h-20 resize-none! font-mono text-node"
          placeholder={held.mixed ? t("fields.mixed") : example}
          value={draft ?? (held.mixed ? "" : printed(held.value))}
          aria-invalid={problem !== undefined}
          onChange={(event) => write(event.target.value)}
          onBlur={() => {
            if (problem === undefined) setDraft(null);
          }}
        />
      )}
    </FieldFrame>
  );
}

const printed = (value: unknown): string => {
  const text = JSON.stringify(value, null, 2);
  return text === "{}" ? "" : text;
};
