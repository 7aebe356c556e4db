import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field, TextArea, TextInput } from "../ui/Field.tsx";
import { markRun } from "./takeCalls.ts";
import type { TakenRun } from "./takeGroups.ts";

/** Has the focus while it is there, and gives it back to what had it. */
function borrowFocus(input: HTMLInputElement | null): (() => void) | undefined {
  if (input === null) return undefined;
  const before = document.activeElement;
  input.focus();
  return () => {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
}

interface TakeEditorProps {
  readonly run: TakenRun;
  readonly onClose: () => void;
}

/** The name and the note of a take, under its card. */
export function TakeEditor({ run, onClose }: TakeEditorProps) {
  const { t } = useTranslation(["jobs", "app"]);
  const first = run.takes[0];
  const [title, setTitle] = useState(first?.title ?? "");
  const [note, setNote] = useState(first?.note ?? "");
  const save = async (): Promise<void> => {
    if (await markRun(run, { title: title.trim(), note: note.trim() })) onClose();
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      className="flex flex-col gap-2 rounded-sm border border-line bg-raised p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t("edit.name")}>
        {(ids) => (
          <TextInput
            {...ids}
            ref={borrowFocus}
            maxLength={200}
            value={title}
            onKeyDown={leave}
            placeholder={t("take", { number: run.number })}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("edit.note")}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={3}
            maxLength={5000}
            value={note}
            onKeyDown={leave}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-1.5">
        <Button type="submit" look="accent" small onKeyDown={leave}>
          {t("edit.save")}
        </Button>
        <Button look="quiet" small onKeyDown={leave} onClick={onClose}>
          {t("app:cancel")}
        </Button>
      </div>
    </form>
  );
}
