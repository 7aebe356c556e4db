import { Popover } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fit } from "../../shared/compile/timing.ts";
import { useShut } from "../app/useShut.ts";
import { Button } from "../ui/Button.tsx";
import { Field, TextInput } from "../ui/Field.tsx";
import { fit } from "./edits.ts";
import type { Film } from "./film.ts";
import { tryFit } from "./tryFit.ts";

/** Brings the shots to a length together, and says beforehand what becomes of them or why it cannot be. */
export function FitTo({ film }: { readonly film: Film }) {
  const { t } = useTranslation("panels");
  const shut = useShut();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button look="quiet" className="h-7! px-2!" disabled={film.clips.length === 0} {...shut}>
          {t("fit.open")}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label={t("fit.title")}
          className="z-50 max-h-(--radix-popover-content-available-height) w-80 overflow-y-auto rounded-md border border-line-strong bg-raised p-4 shadow-(--shadow)"
        >
          <FitForm film={film} onDone={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function FitForm({ film, onDone }: { readonly film: Film; readonly onDone: () => void }) {
  const { t } = useTranslation("panels");
  const { clips, limits, total } = film;
  const [text, setText] = useState(() => String(limits?.total.max ?? total));
  const target = Number(text.trim().replace(",", "."));
  const known = text.trim() !== "" && Number.isFinite(target);
  const result = known ? tryFit(film, target) : undefined;
  const seconds = clips.map((clip) => clip.seconds);
  const same = result?.ok === true && result.seconds.join() === seconds.join();
  const apply = (): void => {
    if (result?.ok !== true || same) return;
    fit(clips, result.seconds);
    onDone();
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div>
        <h3 className="font-semibold">{t("fit.title")}</h3>
        <p className="text-ink-soft">{t("fit.about")}</p>
      </div>
      <div className="flex items-end gap-2">
        <div className="w-20">
          <Field label={t("fit.seconds")}>
            {(named) => (
              <TextInput
                {...named}
                inputMode="numeric"
                autoComplete="off"
                className="tabular-nums"
                value={text}
                onChange={(event) => setText(event.target.value)}
                onFocus={(event) => event.target.select()}
              />
            )}
          </Field>
        </div>
        <Button type="submit" look="accent" disabled={result?.ok !== true || same}>
          {t("fit.apply")}
        </Button>
      </div>
      <div className="min-h-10" aria-live="polite">
        <Outcome result={result} same={same} seconds={seconds} onTake={(s) => setText(String(s))} />
      </div>
    </form>
  );
}

interface OutcomeProps {
  readonly result: Fit | undefined;
  readonly same: boolean;
  readonly seconds: readonly number[];
  readonly onTake: (seconds: number) => void;
}

function Outcome({ result, same, seconds, onTake }: OutcomeProps) {
  const { t } = useTranslation("panels");
  if (result === undefined) return null;
  if (same) return <p className="text-ink-soft">{t("fit.already")}</p>;
  if (result.ok) {
    return (
      <p className="tabular-nums">
        {t("fit.becomes", { from: seconds.join(" + "), to: result.seconds.join(" + ") })}
      </p>
    );
  }
  const { nearest } = result;
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-failed">{t(`fit.${result.reason}`, { ...result.values })}</p>
      {nearest !== null && (
        <Button className="h-7!" onClick={() => onTake(nearest)}>
          {t("fit.use", { seconds: nearest })}
        </Button>
      )}
    </div>
  );
}
