import i18next from "i18next";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { RequestInput } from "../../shared/compile/compiled.ts";
import type {
  RequestFailure,
  RequestNote,
  RequestReading,
} from "../../shared/formats/requestJson.ts";
import { profileOf, profiles } from "../../shared/models/profiles.ts";
import { say } from "../locales/say.ts";
import { Choice, Field } from "../ui/Field.tsx";
import { byteSize } from "../ui/time.ts";
import { Callout } from "./Callout.tsx";

export function requestFailureSentence({ code, values }: RequestFailure): string {
  const limit = values["limit"];
  return say(`errors:request.${code}${code === "notJson" && "line" in values ? "Line" : ""}`, {
    ...values,
    ...(typeof limit === "number" && { limit: byteSize(limit, i18next.language) }),
  });
}

interface RecognisedProps {
  readonly reading: Extract<RequestReading, { ok: true }>;
  readonly onModel: (model: string) => void;
}

/** What was understood, before it becomes a board. */
export function Recognised({ reading, onModel }: RecognisedProps) {
  const { t } = useTranslation("dialogs");
  const { request, notes } = reading;
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <ModelChoice model={request.model} onChoose={onModel} />
        <p className="flex h-8 items-center gap-2">
          <CircleCheck size={15} strokeWidth={1.75} aria-hidden className="text-done" />
          <span className="sr-only">{t("paste.found")}</span>
          <span className="tabular-nums">{useContents(request.input)}</span>
        </p>
      </div>
      {notes.map((note) => (
        <Callout key={`${note.code} ${note.values["field"] ?? ""}`} tone={toneOf(note)}>
          {noteSentence(note)}
        </Callout>
      ))}
    </>
  );
}

const toneOf = ({ code }: RequestNote) => (code === "modelAssumed" ? "info" : "warning");

function noteSentence({ code, values }: RequestNote): string {
  const model = values["model"];
  const name = typeof model === "string" ? (profileOf(model)?.name ?? model) : "";
  return say(`dialogs:paste.notes.${code}`, { ...values, model: name });
}

const segments = z.array(z.object({ duration: z.number().optional() })).min(1);

function useContents(input: RequestInput): string {
  const { t } = useTranslation("dialogs");
  const shots = segments.safeParse(input["multi_prompt"]).data ?? [];
  const duration = input["duration"];
  const sum = shots.reduce((total, shot) => total + (shot.duration ?? 0), 0);
  const seconds = sum > 0 ? sum : typeof duration === "number" ? duration : undefined;
  return [
    shots.length === 0 ? t("paste.noShots") : t("paste.shots", { count: shots.length }),
    ...(seconds === undefined ? [] : [t("paste.seconds", { seconds })]),
  ].join(" · ");
}

interface ModelChoiceProps {
  readonly model: string | undefined;
  readonly onChoose: (model: string) => void;
}

export function ModelChoice({ model, onChoose }: ModelChoiceProps) {
  const { t } = useTranslation("dialogs");
  const known = [...profiles.values()].map(({ id, name }) => ({ value: id, label: name }));
  const other =
    model === undefined
      ? [{ value: "", label: t("paste.chooseModel") }]
      : profiles.has(model)
        ? []
        : [{ value: model, label: t("paste.unknownModel", { model }) }];
  return (
    <div className="w-72">
      <Field label={t("paste.model")}>
        {(ids) => (
          <Choice
            {...ids}
            value={model ?? ""}
            options={[...other, ...known]}
            onChoose={(value) => value !== "" && onChoose(value)}
          />
        )}
      </Field>
    </div>
  );
}
