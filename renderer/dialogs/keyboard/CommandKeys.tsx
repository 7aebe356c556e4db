import { Plus, RotateCcw } from "lucide-react";
import { useEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { usualKeys } from "../../../shared/commands.ts";
import { unusable, type KnownCommand } from "../../../shared/keyboard/keymap.ts";
import { isOfBrowser } from "../../../shared/keyboard/reserved.ts";
import { heldKeys, useKeymap } from "../../commands/keymap.ts";
import { isMac } from "../../commands/isMac.ts";
import { writeChord } from "../../commands/shortcut.ts";
import { titleOf } from "../../commands/titles.ts";
import { useChosen } from "../../stores/settingsStore.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Tip } from "../../ui/Tip.tsx";
import { giveUsual, listenFor, placeNow, useRebinding } from "./rebinding.ts";
import { Listener, TakenQuestion } from "./Listener.tsx";

/** More than anybody remembers. */
const mostChords = 4;

/** One command and the keys that ask for it. */
export function CommandKeys({ command }: { readonly command: KnownCommand }) {
  const { t } = useTranslation("keyboard");
  const { id, role } = command;
  const chords = useKeymap().get(id) ?? [];
  const now = useRebinding((state) => (state.now?.slot.id === id ? state.now : null));
  const row = useFocusBack(now !== null);
  const title = titleOf(id);
  const listening = now?.step === "listening" ? now : undefined;
  const isChanged = chords.join(" ") !== usualKeys(command, isMac).join(" ");
  return (
    <li ref={row} tabIndex={-1} className="border-t border-line py-1.5 outline-none">
      <div className="flex min-h-7 items-center gap-2">
        <span className="min-w-0 flex-1">{title}</span>
        {role === undefined ? (
          <>
            {chords.map((chord) =>
              listening?.slot.chord === chord ? (
                <Listener key={chord} slot={listening.slot} />
              ) : (
                <button
                  key={chord}
                  type="button"
                  aria-label={t("change", { keys: writeChord(chord), command: title })}
                  onClick={() => listenFor({ id, chord })}
                  className={`${key} hover:border-accent-line`}
                >
                  {writeChord(chord)}
                </button>
              ),
            )}
            {listening !== undefined && listening.slot.chord === undefined && (
              <Listener slot={listening.slot} />
            )}
            <IconButton
              label={t("add", { command: title })}
              disabled={chords.length >= mostChords}
              onClick={() => listenFor({ id })}
            >
              <Plus size={14} strokeWidth={1.75} />
            </IconButton>
            <IconButton
              label={t("usual", { command: title })}
              className={isChanged ? "" : "invisible"}
              onClick={() => giveUsual(id)}
            >
              <RotateCcw size={14} strokeWidth={1.75} />
            </IconButton>
          </>
        ) : (
          <Fixed chords={chords} />
        )}
      </div>
      <Remarks command={command} chords={chords} />
      {listening?.refused !== undefined && (
        <p role="alert" className="text-right text-label text-failed">
          {t(`refused.${listening.refused.why}`, { keys: writeChord(listening.refused.chord) })}
        </p>
      )}
      {now?.step === "taken" && <TakenQuestion taken={now} />}
    </li>
  );
}

/** What listens or asks goes away with the focus: the row has it then, so that Tab goes on from there. */
function useFocusBack(isAsking: boolean): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isAsking) return undefined;
    const { current } = row;
    return () => {
      const { activeElement } = document;
      if (activeElement === document.body || activeElement?.role === "dialog") current?.focus();
    };
  }, [isAsking]);
  return row;
}

const key =
  "h-6 shrink-0 rounded-sm border border-line-strong bg-raised px-2 text-label transition-colors duration-(--quick)";

function Fixed({ chords }: { readonly chords: readonly string[] }) {
  const { t } = useTranslation("keyboard");
  return (
    <Tip text={t("fixed")} side="left">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- says on focus, too, why it cannot be changed */}
      <span tabIndex={0} className="mr-18 flex gap-2 opacity-60">
        {chords.map((chord) => (
          <kbd key={chord} className={`${key} flex items-center font-sans`}>
            {writeChord(chord)}
          </kbd>
        ))}
      </span>
    </Tip>
  );
}

/** What a user should know of these keys. */
function Remarks({
  command: { id },
  chords,
}: {
  readonly command: KnownCommand;
  readonly chords: readonly string[];
}) {
  const { t } = useTranslation("keyboard");
  const changes = useChosen().keys;
  const { byChord } = heldKeys();
  const remarks = chords.flatMap((chord) => {
    const said = { keys: writeChord(chord) };
    const first = byChord.get(chord);
    return [
      ...(placeNow().isBrowser && isOfBrowser(chord) ? [t("ofBrowser", said)] : []),
      ...(first !== undefined && first.id !== id
        ? [t("shared", { ...said, command: titleOf(first.id) })]
        : []),
    ];
  });
  if (unusable(changes).includes(id)) remarks.push(t("unusable"));
  return remarks.map((remark) => (
    <p key={remark} className="max-w-[60ch] text-label text-ink-soft">
      {remark}
    </p>
  ));
}
