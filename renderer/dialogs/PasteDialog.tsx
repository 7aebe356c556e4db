import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { parseRequest } from "../../shared/formats/requestJson.ts";
import { decompile } from "../../shared/compile/decompile.ts";
import { makeIds } from "../../shared/board/ids.ts";
import { openAsNew } from "../files/actions.ts";
import { openLooseFile } from "../files/loose.ts";
import { Button } from "../ui/Button.tsx";
import { Field, TextArea } from "../ui/Field.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Callout } from "./Callout.tsx";
import { closeDialog } from "./closeDialog.ts";
import { ModelChoice, Recognised, requestFailureSentence } from "./Recognised.tsx";
import { inItsPlace, withoutToken } from "./withoutToken.ts";

/** A request in any form that the program knows becomes a board that compiles to it. */
export function PasteDialog() {
  const { t } = useTranslation(["dialogs", "app"]);
  const [text, setText] = useState("");
  const [tokenDropped, setTokenDropped] = useState(false);
  const [model, setModel] = useState<string>();
  const reading = useMemo(() => parseRequest(text, model), [text, model]);

  const take = (given: string): void => {
    const { text: clean, dropped } = withoutToken(given);
    setText(clean);
    setModel(undefined);
    setTokenDropped((before) => dropped || (before && clean.includes(inItsPlace)));
  };
  useEffect(() => {
    void readRequest().then((clip) => setText((written) => (written === "" ? clip : written)));
  }, []);

  const create = (): void => {
    if (!reading.ok) return;
    openAsNew(decompile(reading.request, makeIds(Math.random)), true);
    closeDialog();
  };
  const isBoard = !reading.ok && reading.failure.code === "isABoard";

  return (
    <Modal
      title={t("paste.title")}
      about={t("paste.about")}
      width="large"
      onClose={closeDialog}
      onConfirm={create}
      footer={
        <>
          <Button look="quiet" onClick={closeDialog}>
            {t("app:cancel")}
          </Button>
          {isBoard ? (
            <Button
              look="accent"
              onClick={() => void openLooseFile(new File([text], t("paste.title")))}
            >
              {t("paste.openBoard")}
            </Button>
          ) : (
            <Button look="accent" disabled={!reading.ok} onClick={create}>
              {t("paste.create")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("paste.label")}>
          {(ids) => (
            <TextArea
              {...ids}
              data-focus-first
              rows={10}
              value={text}
              spellCheck={false}
              autoComplete="off"
              placeholder={t("paste.placeholder")}
              className="min-h-40 font-mono text-node"
              onChange={(event) => take(event.target.value)}
            />
          )}
        </Field>
        {tokenDropped && <Callout tone="warning">{t("paste.notes.tokenDropped")}</Callout>}
        {text.trim() !== "" &&
          (reading.ok ? (
            <Recognised reading={reading} onModel={setModel} />
          ) : (
            <>
              <Callout tone={isBoard ? "info" : "failed"}>
                {requestFailureSentence(reading.failure)}
              </Callout>
              {(reading.failure.code === "modelNeeded" ||
                reading.failure.code === "wrongModel") && (
                <ModelChoice model={undefined} onChoose={setModel} />
              )}
            </>
          ))}
      </div>
    </Modal>
  );
}

/** What the clipboard holds, if that is a request and reading it was permitted before: opening a dialog asks nothing. */
async function readRequest(): Promise<string> {
  try {
    // The DOM's types lack the name that Chromium knows.
    const name = "clipboard-read" as PermissionName;
    const { state } = await navigator.permissions.query({ name });
    if (state !== "granted") return "";
    const { text } = withoutToken(await navigator.clipboard.readText());
    return parseRequest(text).ok ? text : "";
  } catch {
    return "";
  }
}
