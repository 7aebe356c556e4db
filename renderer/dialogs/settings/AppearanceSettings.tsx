import { useTranslation } from "react-i18next";
import type { Settings } from "../../../shared/ipc/settings.ts";
import { loadPart } from "../../app/late.tsx";
import { languageFor, languages, speak, type Language } from "../../locales/i18n.ts";
import { useInfo } from "../../stores/settingsStore.ts";
import { Choice, Field } from "../../ui/Field.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import { showTheme } from "../../ui/theme.ts";
import { useKeep } from "./useKeep.ts";

const themes = ["system", "dark", "light"] as const satisfies readonly Settings["theme"][];

/** Each language is named in itself, so that whoever is lost finds the way home. */
const names: Record<Language, string> = { en: "English", "pt-BR": "Português (Brasil)" };

/** Both are shown at once, before they are kept. */
export function AppearanceSettings() {
  const { t } = useTranslation("dialogs");
  const { settings } = useInfo();
  const { problem, keep } = useKeep();
  const choose = (language: Settings["language"]): void => {
    void loadPart(() => speak(languageFor(language, navigator.language)));
    keep({ language });
  };
  return (
    <>
      <Field label={t("settings.appearance.theme")} problem={problem}>
        {({ id }) => (
          <Segmented
            id={id}
            label={t("settings.appearance.theme")}
            className="w-full max-w-88"
            value={settings.theme}
            options={themes.map((theme) => ({
              value: theme,
              label: t(`settings.appearance.themes.${theme}`),
            }))}
            onChoose={(theme) => {
              showTheme(theme);
              keep({ theme });
            }}
          />
        )}
      </Field>
      <Field label={t("settings.appearance.language")}>
        {(ids) => (
          <Choice
            {...ids}
            className="w-60!"
            value={settings.language}
            options={[
              { value: "system", label: t("settings.appearance.systemLanguage") },
              ...languages.map((language) => ({ value: language, label: names[language] })),
            ]}
            onChoose={(value) => choose(languages.find((known) => known === value) ?? "system")}
          />
        )}
      </Field>
    </>
  );
}
