import { CallFailure } from "../bridge/call.ts";
import { useTranslation } from "react-i18next";

/** Shown instead of the window when the program behind it does not answer. */
export function BeginFailure({ error }: { readonly error: unknown }) {
  const { t } = useTranslation("errors");
  const ended = error instanceof CallFailure && error.error.code === "sessionEnded";
  return (
    <main className="grid h-full place-content-center gap-3 p-8 text-center">
      <h1 className="text-lg font-semibold">{t("begin.title")}</h1>
      <p className="max-w-md text-ink-soft">{ended ? t("sessionEnded") : t("connectionLost")}</p>
    </main>
  );
}
