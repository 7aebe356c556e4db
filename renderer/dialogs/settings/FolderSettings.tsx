import { FolderOpen, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { call } from "../../bridge/call.ts";
import { loadTakesAgain } from "../../library/loadTakes.ts";
import { useChosen } from "../../stores/settingsStore.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Field, TextInput } from "../../ui/Field.tsx";
import { useKeep } from "./useKeep.ts";

const keys = { library: "libraryFolder", boards: "boardsFolder" } as const;

/** Where takes and boards live. */
export function FolderSettings() {
  return (
    <>
      <FolderField folder="boards" />
      <FolderField folder="library" />
      <Rebuild />
    </>
  );
}

/** For takes that were copied into the folder, or moved within it, behind the program's back. */
function Rebuild() {
  const { t } = useTranslation("dialogs");
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const rebuild = async (): Promise<void> => {
    setBusy(true);
    const done = await attempt(() => call("library.rebuild", {}));
    await attempt(loadTakesAgain);
    setBusy(false);
    if (done !== undefined) {
      const count = done.added + done.found;
      setSaid(
        count === 0
          ? t("settings.folders.rebuiltNothing")
          : t("settings.folders.rebuilt", { count }),
      );
    }
  };
  return (
    <div className="flex flex-col items-start gap-1.5">
      <Button disabled={busy} onClick={() => void rebuild()}>
        {t("settings.folders.rebuild")}
      </Button>
      <p role="status" className="text-label text-ink-soft">
        {said === "" ? t("settings.folders.rebuildHelp") : said}
      </p>
    </div>
  );
}

const isWholePath = (path: string): boolean => /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path);

function FolderField({ folder }: { readonly folder: keyof typeof keys }) {
  const { t } = useTranslation("dialogs");
  const key = keys[folder];
  const kept = useChosen()[key];
  const { problem, keep } = useKeep();
  const [text, setText] = useState(kept ?? "");
  const isWrong = text.trim() !== "" && !isWholePath(text.trim());

  const commit = (path: string): void => {
    const next = path.trim() === "" ? null : path.trim();
    if (next === kept || (next !== null && !isWholePath(next))) return;
    keep({ [key]: next });
  };
  return (
    <Field
      label={t(`settings.folders.${folder}`)}
      help={t(`settings.folders.${folder}Help`)}
      problem={isWrong ? t("settings.folders.absolute") : problem}
    >
      {(ids) => (
        <div className="flex items-center gap-1">
          <TextInput
            {...ids}
            value={text}
            maxLength={4096}
            spellCheck={false}
            placeholder={t("settings.folders.usual")}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => commit(text)}
            onKeyDown={(event) => event.key === "Enter" && commit(text)}
          />
          <IconButton
            label={t("settings.folders.useUsual")}
            className="size-8"
            disabled={text === ""}
            onClick={() => {
              setText("");
              commit("");
            }}
          >
            <RotateCcw size={14} strokeWidth={1.75} />
          </IconButton>
          <IconButton
            label={t("settings.folders.show")}
            className="size-8"
            onClick={() => void attempt(() => call("app.showFolder", { folder }))}
          >
            <FolderOpen size={15} strokeWidth={1.75} />
          </IconButton>
        </div>
      )}
    </Field>
  );
}
