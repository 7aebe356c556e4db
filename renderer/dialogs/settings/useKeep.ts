import i18next from "i18next";
import { useState } from "react";
import type { SettingsPatch } from "../../../shared/ipc/settings.ts";
import { CallFailure } from "../../bridge/call.ts";
import { failureSentence } from "../../bridge/sentence.ts";
import { changeSettings } from "../../stores/settingsStore.ts";

/** The sentence of what could not be done, for beside the control that asked for it. */
export const sentenceOf = (error: unknown): string =>
  error instanceof CallFailure ? failureSentence(error.error) : i18next.t("errors:bug");

/** Keeps a change of the settings at once; what goes wrong is a sentence. */
export function useKeep(): {
  readonly problem: string | undefined;
  readonly keep: (patch: SettingsPatch) => void;
} {
  const [problem, setProblem] = useState<string>();
  const keep = (patch: SettingsPatch): void => {
    changeSettings(patch).then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(sentenceOf(error)),
    );
  };
  return { problem, keep };
}
