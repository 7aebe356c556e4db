import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useInfo } from "../stores/settingsStore.ts";
import { Modal } from "../ui/Modal.tsx";
import { AppearanceSettings } from "./settings/AppearanceSettings.tsx";
import { EngineSettings } from "./settings/EngineSettings.tsx";
import { FolderSettings } from "./settings/FolderSettings.tsx";
import { NotificationSettings } from "./settings/NotificationSettings.tsx";
import { SpendingSettings } from "./settings/SpendingSettings.tsx";
import { TokenSettings } from "./settings/TokenSettings.tsx";
import { closeDialog } from "./closeDialog.ts";

/** Every change is kept at once: there is nothing to confirm. */
export function SettingsDialog() {
  const { t } = useTranslation("dialogs");
  const { version } = useInfo();
  return (
    <Modal title={t("settings.title")} width="large" onClose={closeDialog}>
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
    </Modal>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid grid-cols-[148px_minmax(0,1fr)] gap-x-6 border-b border-line py-5 first:pt-1 max-[640px]:grid-cols-1 max-[640px]:gap-y-3">
      <h3 className="font-semibold">{title}</h3>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}
