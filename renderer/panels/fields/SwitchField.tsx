import { useTranslation } from "react-i18next";
import { choiceName, paramHelp, paramLabel } from "../../nodes/words.ts";
import { Switch } from "../../ui/Field.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import type { FieldProps } from "./field.ts";
import { FieldFrame, Lit } from "./FieldFrame.tsx";

const states = ["true", "false", ""] as const;
const values = { true: true, false: false, "": null } as const;

/** On or off; with a third state for the model's own default where the param may be null. */
export function SwitchField(props: FieldProps) {
  return props.param.nullable ? <ThreeWay {...props} /> : <TwoWay {...props} />;
}

function ThreeWay(props: FieldProps) {
  const { type, param, held, change } = props;
  const { t } = useTranslation("panels");
  const name = (state: (typeof states)[number]): string =>
    state === "" ? t("fields.modelDefault") : choiceName(type, param.name, state);
  return (
    <FieldFrame {...props}>
      {({ id }) => (
        <Segmented
          id={id}
          label={paramLabel(type, param.name)}
          value={held.mixed ? undefined : states.find((state) => values[state] === held.value)}
          options={states.map((state) => ({ value: state, label: name(state) }))}
          onChoose={(state) => change(values[state])}
        />
      )}
    </FieldFrame>
  );
}

function TwoWay({ ids, type, param, held, change }: FieldProps) {
  const { t } = useTranslation("panels");
  return (
    <Lit ids={ids} param={param}>
      <Switch
        label={paramLabel(type, param.name)}
        help={held.mixed ? t("fields.mixed") : paramHelp(type, param.name)}
        checked={!held.mixed && held.value === true}
        onChange={change}
      />
    </Lit>
  );
}
