import { Lock, LockOpen, Minus, Plus } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { nodeOf } from "../../../shared/board/graph.ts";
import { storableSeconds } from "../../../shared/nodes/seconds.ts";
import { paramLabel } from "../../nodes/words.ts";
import { activeBoard, useBoards } from "../../stores/boardStore.ts";
import { IconButton } from "../../ui/Button.tsx";
import { TextInput } from "../../ui/Field.tsx";
import { Slider } from "../../ui/Slider.tsx";
import { setLocked } from "../changes.ts";
import { useSecondsLimits } from "../limits.ts";
import { DefaultSwitch } from "./DefaultSwitch.tsx";
import { numberIn, type FieldProps } from "./field.ts";
import { FieldFrame } from "./FieldFrame.tsx";
import { readSeconds } from "./seconds.ts";

/** Whole seconds, by slider within what the model takes, by steps, or typed: nothing is rounded in silence. */
export function SecondsField(props: FieldProps) {
  const { ids, type, param, held, change } = props;
  const { t } = useTranslation("panels");
  const [draft, setDraft] = useState<string | null>(null);
  const limits = useSecondsLimits(ids, {
    min: param.hint.min ?? storableSeconds.min,
    max: param.hint.max ?? storableSeconds.max,
  });
  const seconds = numberIn(held);
  const isDefault = !held.mixed && held.value === null;
  const typed = draft === null ? undefined : readSeconds(draft, storableSeconds);
  const problem =
    typed === undefined || typed.ok
      ? undefined
      : t(`fields.refused.${typed.reason}`, { ...typed, ...storableSeconds });

  const write = (text: string): void => {
    const read = readSeconds(text, storableSeconds);
    setDraft(text);
    if (read.ok) change(read.seconds);
  };
  const step = (by: number): void => {
    const next = (seconds ?? limits.min) + by;
    setDraft(null);
    if (next >= storableSeconds.min && next <= storableSeconds.max) change(next);
  };
  const key = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      step(by);
    }
    if (event.key === "Escape" || event.key === "Enter") setDraft(null);
  };

  return (
    <FieldFrame
      {...props}
      problem={problem}
      help={t("fields.modelTakes", { ...limits })}
      beside={
        param.nullable ? (
          <DefaultSwitch isDefault={isDefault} onChange={(on) => change(on ? null : limits.min)} />
        ) : (
          <LockButton {...props} />
        )
      }
    >
      {(named) => (
        <div className="flex items-center gap-2">
          <Slider
            label={paramLabel(type, param.name)}
            value={seconds ?? limits.min}
            min={limits.min}
            max={limits.max}
            step={1}
            said={seconds === null ? t("fields.mixed") : t("timeline.seconds", { seconds })}
            onChange={(value) => {
              setDraft(null);
              change(value);
            }}
          />
          <div className="flex shrink-0 items-center">
            <IconButton label={t("fields.less")} className="size-6!" onClick={() => step(-1)}>
              <Minus size={14} strokeWidth={1.75} />
            </IconButton>
            <TextInput
              {...named}
              inputMode="numeric"
              autoComplete="off"
              className="w-12! px-1! text-center tabular-nums"
              placeholder={held.mixed ? "…" : isDefault ? "–" : undefined}
              value={draft ?? (seconds === null ? "" : String(seconds))}
              aria-invalid={problem !== undefined}
              onChange={(event) => write(event.target.value)}
              onBlur={() => setDraft(null)}
              onKeyDown={key}
            />
            <IconButton label={t("fields.more")} className="size-6!" onClick={() => step(1)}>
              <Plus size={14} strokeWidth={1.75} />
            </IconButton>
          </div>
        </div>
      )}
    </FieldFrame>
  );
}

/** A shot's length can be locked against the timing solver. */
function LockButton({ ids, type }: FieldProps) {
  const { t } = useTranslation("panels");
  const locked = useBoards((state) => {
    const board = activeBoard(state);
    return ids.every((id) => board && nodeOf(board, id)?.params["locked"] === true);
  });
  if (type !== "shot") return null;
  const Icon = locked ? Lock : LockOpen;
  return (
    <IconButton
      label={t(locked ? "fields.unlock" : "fields.lock")}
      aria-pressed={locked}
      className={locked ? "size-6! text-accent-ink!" : "size-6!"}
      onClick={() => setLocked(ids, !locked)}
    >
      <Icon size={14} strokeWidth={1.75} />
    </IconButton>
  );
}
