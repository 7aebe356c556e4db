import { useTranslation } from "react-i18next";
import { choiceName } from "../../nodes/words.ts";
import { Choice } from "../../ui/Field.tsx";
import { textIn, type FieldProps } from "./field.ts";
import { FieldFrame } from "./FieldFrame.tsx";

/** Shown while the nodes differ; no choice has this value. */
const several = "\u0000";

export function ChoiceField(props: FieldProps) {
  const { type, param, held, change } = props;
  const { t } = useTranslation("panels");
  const options = (param.hint.choices ?? []).map((value) => ({
    value,
    label: choiceName(type, param.name, value),
  }));
  return (
    <FieldFrame {...props}>
      {(named) => (
        <Choice
          {...named}
          value={held.mixed ? several : textIn(held)}
          options={
            held.mixed ? [{ value: several, label: t("fields.mixed") }, ...options] : options
          }
          onChoose={(value) => value !== several && change(value)}
        />
      )}
    </FieldFrame>
  );
}
