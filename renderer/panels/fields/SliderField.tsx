import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paramLabel } from "../../nodes/words.ts";
import { TextInput } from "../../ui/Field.tsx";
import { Slider } from "../../ui/Slider.tsx";
import { DefaultSwitch } from "./DefaultSwitch.tsx";
import { numberIn, type FieldProps } from "./field.ts";
import { FieldFrame } from "./FieldFrame.tsx";

/** A number between two others. A typed one is kept as it is, also between the steps of the slider. */
export function SliderField(props: FieldProps) {
  const { type, param, held, change } = props;
  const { t, i18n } = useTranslation("panels");
  const [draft, setDraft] = useState<string | null>(null);
  const { min = 0, max = 1, step = 0.01 } = param.hint;
  const value = numberIn(held);
  const isDefault = !held.mixed && held.value === null;
  const standard = typeof param.standard === "number" ? param.standard : min;
  const shown = value === null ? "" : value.toLocaleString(i18n.language, numberStyle);
  const write = (text: string): void => {
    const number = Number(text.trim().replace(",", "."));
    const taken = text.trim() !== "" && Number.isFinite(number) && change(number);
    setDraft(taken && number.toLocaleString(i18n.language, numberStyle) === text ? null : text);
  };
  const wrong = draft !== null && !param.takes(Number(draft.trim().replace(",", ".") || "x"));
  return (
    <FieldFrame
      {...props}
      problem={wrong ? t("fields.refused.outOfRange", { min, max }) : undefined}
      beside={
        param.nullable && (
          <DefaultSwitch isDefault={isDefault} onChange={(on) => change(on ? null : standard)} />
        )
      }
    >
      {(named) => (
        <div className="flex items-center gap-3">
          <Slider
            label={paramLabel(type, param.name)}
            value={value ?? standard}
            min={min}
            max={max}
            step={step}
            onChange={(next) => {
              setDraft(null);
              // Steps of 0.05 add up to 0.15000000000000002.
              change(Math.round(next * 1e6) / 1e6);
            }}
          />
          <TextInput
            {...named}
            inputMode="decimal"
            autoComplete="off"
            className="w-14! px-1! text-center tabular-nums"
            placeholder={held.mixed ? "…" : "–"}
            value={draft ?? shown}
            aria-invalid={wrong}
            onChange={(event) => write(event.target.value)}
            onBlur={() => setDraft(null)}
          />
        </div>
      )}
    </FieldFrame>
  );
}

const numberStyle = { maximumFractionDigits: 6 } as const;
