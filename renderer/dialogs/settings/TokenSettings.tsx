import { ExternalLink, KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { call } from "../../bridge/call.ts";
import { learn, useInfo, useSettings } from "../../stores/settingsStore.ts";
import { Button } from "../../ui/Button.tsx";
import { usd } from "../../ui/money.ts";
import { Callout } from "../Callout.tsx";
import { TokenForm } from "./TokenForm.tsx";
import { sentenceOf } from "./useKeep.ts";

type Outcome = { readonly tone: "info" | "done" | "failed"; readonly words: string };

/** The token goes in and never comes out: this window only knows whether there is one, and where. */
export function TokenSettings() {
  const { t, i18n } = useTranslation("dialogs");
  const { token } = useInfo();
  const [outcome, setOutcome] = useState<Outcome>();

  const test = async (): Promise<void> => {
    setOutcome({ tone: "info", words: t("settings.token.testing") });
    try {
      const { usd: amount } = await call("token.test", {});
      useSettings.setState({ balance: amount });
      const words =
        amount === null
          ? t("settings.token.worksNoBalance")
          : t("settings.token.works", { amount: usd(amount, i18n.language) });
      setOutcome({ tone: "done", words });
    } catch (error) {
      setOutcome({ tone: "failed", words: sentenceOf(error) });
    }
  };

  const remove = async (): Promise<void> => {
    try {
      learn({ token: await call("token.remove", {}) });
      useSettings.setState({ balance: null });
      setOutcome({ tone: "info", words: t("settings.token.removed") });
    } catch (error) {
      setOutcome({ tone: "failed", words: sentenceOf(error) });
    }
  };

  const status = token.storage === "none" || !token.present ? "none" : token.storage;
  return (
    <>
      <p className="text-ink-soft">{t("settings.token.about")}</p>
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <KeyRound
          size={15}
          strokeWidth={1.75}
          aria-hidden
          className={token.present ? "text-done" : "text-ink-soft"}
        />
        <span className="min-w-40 flex-1">{t(`settings.token.${status}`)}</span>
        {token.present && <Button onClick={() => void test()}>{t("settings.token.test")}</Button>}
        {token.present && token.storage !== "environment" && (
          <Button look="danger" onClick={() => void remove()}>
            {t("settings.token.remove")}
          </Button>
        )}
        {!token.present && (
          <Button
            look="quiet"
            onClick={() => void attempt(() => call("app.openLink", { link: "apiKeys" }))}
          >
            <ExternalLink size={14} strokeWidth={1.75} aria-hidden />
            {t("settings.token.getOne")}
          </Button>
        )}
      </div>
      <div aria-live="polite" className="empty:hidden">
        {outcome !== undefined && <Callout tone={outcome.tone}>{outcome.words}</Callout>}
      </div>
      {token.storage !== "environment" && (
        <TokenForm
          onKept={() => void test()}
          onFailed={(words) => setOutcome({ tone: "failed", words })}
        />
      )}
    </>
  );
}
