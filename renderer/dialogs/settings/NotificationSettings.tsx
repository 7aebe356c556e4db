import { useState } from "react";
import { useTranslation } from "react-i18next";
import { askToNotify, noticePermission } from "../../app/browserNotice.ts";
import { useInfo } from "../../stores/settingsStore.ts";
import { Button } from "../../ui/Button.tsx";
import { Switch } from "../../ui/Field.tsx";
import { useKeep } from "./useKeep.ts";

/** Whether the system says that a job has ended, while another window is in front. */
export function NotificationSettings() {
  const { t } = useTranslation("dialogs");
  const { host, settings } = useInfo();
  const { problem, keep } = useKeep();
  return (
    <>
      <Switch
        label={t("settings.notifications.ends")}
        help={problem ?? t("settings.notifications.endsHelp")}
        checked={settings.notifications}
        onChange={(notifications) => keep({ notifications })}
      />
      {host === "serve" && settings.notifications && <BrowserPermission />}
    </>
  );
}

/** A browser asks its user itself, and only at the press of a button. */
function BrowserPermission() {
  const { t } = useTranslation("dialogs");
  const [permission, setPermission] = useState(noticePermission);
  const ask = async (): Promise<void> => setPermission(await askToNotify());
  if (permission === "granted") return null;
  return (
    <div className="flex items-center gap-3">
      <p role="status" className="min-w-0 flex-1 text-label text-ink-soft">
        {t(`settings.notifications.permission.${permission}`)}
      </p>
      {permission === "default" && (
        <Button onClick={() => void ask()}>{t("settings.notifications.allow")}</Button>
      )}
    </div>
  );
}
