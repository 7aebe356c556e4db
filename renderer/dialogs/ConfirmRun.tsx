import { useTranslation } from "react-i18next";
import type { CompiledScene } from "../../shared/compile/compiled.ts";
import { start } from "../app/run.ts";
import { useTarget } from "../app/useTarget.ts";
import { priceWords } from "../library/prices.ts";
import { problemSentence } from "../nodes/problemSentence.ts";
import { useInfo } from "../stores/settingsStore.ts";
import { look } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Callout } from "./Callout.tsx";
import { closeDialog } from "./closeDialog.ts";
import { Bill } from "./Bill.tsx";

/** Asked before every run that costs money: what is sent, and at what price. */
export function ConfirmRun() {
  const { t, i18n } = useTranslation(["dialogs", "app"]);
  const { scene, errors, remarks } = useTarget();
  const { token } = useInfo();
  const price = priceWords(scene?.price ?? null, i18n.language);
  const isReady = scene !== undefined && errors.length === 0 && token.present;

  const go = (): void => {
    if (!isReady) return;
    closeDialog();
    void start(scene, "runcomfy");
  };
  return (
    <Modal
      title={t("confirm.title")}
      about={t("confirm.about")}
      onClose={closeDialog}
      onConfirm={go}
      footer={
        <>
          <Button look="quiet" className="mr-auto -ml-3" onClick={() => renderFree(scene)}>
            {t("confirm.free")}
          </Button>
          <Button look="quiet" onClick={closeDialog}>
            {t("app:cancel")}
          </Button>
          {token.present ? (
            <Button look="accent" data-focus-first disabled={!isReady} onClick={go}>
              {t("confirm.run", { price })}
            </Button>
          ) : (
            <Button look="accent" data-focus-first onClick={() => look({ dialog: "settings" })}>
              {t("confirm.toSettings")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {!token.present && <Callout tone="failed">{t("confirm.noToken")}</Callout>}
        {scene === undefined || errors.length > 0 ? (
          <Callout tone="failed">{t("confirm.changed")}</Callout>
        ) : (
          <Bill scene={scene} />
        )}
        {remarks.length > 0 && (
          <div>
            <h3 className="mb-1.5 text-label text-ink-soft">{t("confirm.remarks")}</h3>
            <ul className="flex flex-col gap-1.5">
              {remarks.map((problem) => (
                <li key={`${problem.nodeId ?? ""} ${problem.code} ${problem.field ?? ""}`}>
                  <Callout tone={problem.severity === "warning" ? "warning" : "info"}>
                    {problemSentence(problem)}
                  </Callout>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Modal>
  );
}

function renderFree(scene: CompiledScene | undefined): void {
  closeDialog();
  if (scene !== undefined) void start(scene, "animatic");
}
