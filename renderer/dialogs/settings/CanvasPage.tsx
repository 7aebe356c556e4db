import { useState } from "react";
import { useTranslation } from "react-i18next";
import { gridSteps, pointingSchema } from "../../../shared/ipc/settings.ts";
import { writeChord } from "../../commands/shortcut.ts";
import { useChosen } from "../../stores/settingsStore.ts";
import { Field, Switch, TextInput } from "../../ui/Field.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";
import { Section } from "./Section.tsx";
import { useKeep } from "./useKeep.ts";

/** How the canvas is moved, and what nodes keep to on it. */
export function CanvasPage() {
  const { t } = useTranslation("dialogs");
  return (
    <div className="flex flex-col">
      <Section title={t("settings.sections.pointing")}>
        <Pointing />
      </Section>
      <Section title={t("settings.sections.grid")}>
        <StepField />
        <Snap />
      </Section>
    </div>
  );
}

function Pointing() {
  const { t } = useTranslation("dialogs");
  const { pointing } = useChosen();
  const { problem, keep } = useKeep();
  return (
    <>
      <RadioCards
        label={t("settings.sections.pointing")}
        value={pointing}
        options={pointingSchema.options.map((value) => ({
          value,
          label: t(`settings.pointing.${value}.name`),
          about: t(`settings.pointing.${value}.about`),
        }))}
        onChoose={(value) => keep({ pointing: value })}
      />
      <p className="text-label text-ink-soft">{problem ?? t("settings.pointing.always")}</p>
    </>
  );
}

/** Undefined for what is no step. */
function readStep(text: string): number | undefined {
  const step = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return step >= gridSteps.least && step <= gridSteps.most ? step : undefined;
}

function StepField() {
  const { t } = useTranslation("dialogs");
  const { grid } = useChosen();
  const { problem, keep } = useKeep();
  const [text, setText] = useState(String(grid.step));
  const isWrong = readStep(text) === undefined;
  const write = (next: string): void => {
    setText(next);
    const step = readStep(next);
    if (step !== undefined) keep({ grid: { ...grid, step } });
  };
  return (
    <Field
      label={t("settings.grid.step")}
      problem={isWrong ? t("settings.grid.stepWrong", { ...gridSteps }) : problem}
    >
      {(ids) => (
        <TextInput
          {...ids}
          inputMode="numeric"
          maxLength={4}
          className="w-20! tabular-nums"
          value={text}
          aria-invalid={isWrong}
          onChange={(event) => write(event.target.value)}
        />
      )}
    </Field>
  );
}

function Snap() {
  const { t } = useTranslation("dialogs");
  const { grid } = useChosen();
  const { problem, keep } = useKeep();
  return (
    <Switch
      label={t("settings.grid.snap")}
      help={problem ?? t("settings.grid.snapAbout", { ctrl: writeChord("Mod") })}
      checked={grid.snap}
      onChange={(snap) => keep({ grid: { ...grid, snap } })}
    />
  );
}
