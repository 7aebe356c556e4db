import { useTranslation } from "react-i18next";
import { useInfo } from "../../stores/settingsStore.ts";
import { AppearanceSettings } from "./AppearanceSettings.tsx";
import { EngineSettings } from "./EngineSettings.tsx";
import { FolderSettings } from "./FolderSettings.tsx";
import { NotificationSettings } from "./NotificationSettings.tsx";
import { Section } from "./Section.tsx";
import { SpendingSettings } from "./SpendingSettings.tsx";
import { TokenSettings } from "./TokenSettings.tsx";

export function GeneralPage() {
  const { t } = useTranslation("dialogs");
  const { version } = useInfo();
  return (
    <div className="flex flex-col">
      <Section title={t("settings.sections.engine")}>
        <EngineSettings />
        <SpendingSettings />
      </Section>
      <Section title={t("settings.sections.token")}>
        <TokenSettings />
      </Section>
      <Section title={t("settings.sections.folders")}>
        <FolderSettings />
      </Section>
      <Section title={t("settings.sections.notifications")}>
        <NotificationSettings />
      </Section>
      <Section title={t("settings.sections.appearance")}>
        <AppearanceSettings />
      </Section>
      <p className="pt-4 text-label text-ink-soft">{t("settings.version", { version })}</p>
    </div>
  );
}
