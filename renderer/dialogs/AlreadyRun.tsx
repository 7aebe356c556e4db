import { useTranslation } from "react-i18next";
import { start } from "../app/run.ts";
import { useTarget } from "../app/useTarget.ts";
import { playTakes } from "../player/playTakes.ts";
import { useJobs } from "../stores/jobStore.ts";
import { look, useView } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { closeDialog } from "./closeDialog.ts";

/** Asked before exactly the same request is paid for once more: what it has made is offered first. */
export function AlreadyRun() {
  const { t } = useTranslation(["dialogs", "app"]);
  const { scene } = useTarget();
  const same = useView((view) => view.same);
  const take = useJobs(({ takes }) => takes.get(same?.jobId ?? ""));
  if (same === null) return null;

  const show = (): void => {
    closeDialog();
    if (take !== undefined) playTakes([take.id]);
    else look({ leftPanel: same.take === undefined ? "jobs" : "library" });
  };
  const runAnyway = (): void => {
    closeDialog();
    if (scene !== undefined) void start(scene, "runcomfy", true);
  };
  return (
    <Modal
      title={
        same.take === undefined
          ? t(
              same.state === "unknown" || same.state === "failed"
                ? "alreadyRun.unknown"
                : "alreadyRun.open",
            )
          : t("alreadyRun.take", { number: same.take })
      }
      about={t("alreadyRun.about")}
      width="narrow"
      onClose={closeDialog}
      onConfirm={show}
      footer={
        <>
          <Button look="quiet" onClick={closeDialog}>
            {t("app:cancel")}
          </Button>
          <Button look="quiet" disabled={scene === undefined} onClick={runAnyway}>
            {t("alreadyRun.runAnyway")}
          </Button>
          <Button look="accent" data-focus-first onClick={show}>
            {t(same.take === undefined ? "alreadyRun.showJob" : "alreadyRun.showTake")}
          </Button>
        </>
      }
    />
  );
}
