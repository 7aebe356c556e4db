import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Slot } from "../../../shared/keyboard/rebind.ts";
import { writeChord } from "../../commands/shortcut.ts";
import { titleOf } from "../../commands/titles.ts";
import { Button } from "../../ui/Button.tsx";
import { focusNew } from "../../ui/focusFirst.ts";
import { exchange, hear, inReturn, leave, take, useRebinding, type Taken } from "./rebinding.ts";

/** Hears every press before anything else in the page does: each of them may be meant for the slot. */
function useEveryPress(listen: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [listen]);
}

/** Waits for the keys that a command is to have. */
export function Listener({ slot }: { readonly slot: Slot }) {
  const { t } = useTranslation("keyboard");
  const [listen] = useState(() => (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) hear(slot, event);
  });
  useEveryPress(listen);
  return (
    <>
      <span className="text-label text-ink-soft">{t("pressAbout")}</span>
      <button
        type="button"
        ref={focusNew}
        aria-label={`${titleOf(slot.id)}: ${t("press")} ${t("pressAbout")}`}
        onBlur={() => useRebinding.getState().now?.step === "listening" && leave()}
        className="h-6 shrink-0 animate-pulse rounded-sm border border-accent-line bg-raised px-2 text-label motion-reduce:animate-none"
      >
        {t("press")}
      </button>
    </>
  );
}

/** Another command has the keys already. */
export function TakenQuestion({ taken }: { readonly taken: Taken }) {
  const { t } = useTranslation("keyboard");
  const { chord, by } = taken;
  const old = inReturn(taken);
  const [onEscape] = useState(() => (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  });
  useEveryPress(onEscape);
  return (
    <div
      role="group"
      aria-labelledby="keys-taken"
      className="mt-1 mb-1.5 flex flex-wrap items-center gap-2 rounded-sm border border-stale/50 bg-raised px-3 py-2"
    >
      <p id="keys-taken" role="alert" className="min-w-0 flex-1">
        {t("taken", { keys: writeChord(chord), command: titleOf(by) })}
      </p>
      {old !== undefined && (
        <Button ref={focusNew} className="h-7!" onClick={() => exchange(taken, old)}>
          {t("swap", { command: titleOf(by), keys: writeChord(old) })}
        </Button>
      )}
      <Button
        ref={old === undefined ? focusNew : undefined}
        className="h-7!"
        onClick={() => take(taken)}
      >
        {t("replace")}
      </Button>
      <Button look="quiet" className="h-7!" onClick={leave}>
        {t("leave")}
      </Button>
    </div>
  );
}
