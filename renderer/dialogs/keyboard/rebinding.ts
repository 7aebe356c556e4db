import i18next from "i18next";
import { create } from "zustand";
import type { CommandId } from "../../../shared/commands.ts";
import { chordsOf, type Press } from "../../../shared/keyboard/chord.ts";
import { knownCommands, type KeyChanges } from "../../../shared/keyboard/keymap.ts";
import {
  bind,
  holderOf,
  reset,
  swap,
  unbind,
  usableChanges,
  type Slot,
} from "../../../shared/keyboard/rebind.ts";
import { refusalOf, type Place, type Refusal } from "../../../shared/keyboard/reserved.ts";
import { attempt } from "../../app/notices.ts";
import { heldKeys } from "../../commands/keymap.ts";
import { isMac } from "../../commands/isMac.ts";
import { writeChord } from "../../commands/shortcut.ts";
import { titleOf } from "../../commands/titles.ts";
import { changeSettings, useSettings } from "../../stores/settingsStore.ts";

/** Giving keys to a command: what is asked now, and what was done last. Gone with the page. */

interface Listening {
  readonly step: "listening";
  readonly slot: Slot;
  readonly refused?: { readonly chord: string; readonly why: Refusal };
}

export interface Taken {
  readonly step: "taken";
  readonly slot: Slot;
  readonly chord: string;
  readonly by: CommandId;
}

interface RebindingState {
  readonly now: Listening | Taken | null;
  readonly done: { readonly said: string; readonly before: KeyChanges } | null;
}

const quiet: RebindingState = { now: null, done: null };
export const useRebinding = create<RebindingState>()(() => quiet);

export const forgetRebinding = (): void => useRebinding.setState(quiet);
export const leave = (): void => useRebinding.setState({ now: null });
export const listenFor = (slot: Slot): void =>
  useRebinding.setState({ now: { step: "listening", slot } });

export const placeNow = (): Place => ({
  isMac,
  isBrowser: useSettings.getState().info?.host === "serve",
});

const mayHave = (id: CommandId, chord: string): Refusal | undefined => {
  const command = knownCommands.find((each) => each.id === id);
  return command && refusalOf(chord, command, placeNow());
};

/** A press while a slot listens. */
export function hear(slot: Slot, press: Press): void {
  const { byChord, keymap } = heldKeys();
  const chords = chordsOf(press, isMac);
  if (chords.includes("Escape")) return leave();
  if (chords.includes("Backspace")) return slot.chord === undefined ? leave() : clear(slot);
  // The one that would be taken for a command by now, else the digit rather than the sign above it.
  const chord = chords.find((each) => byChord.has(each)) ?? chords.at(-1);
  if (chord === undefined) return;
  if (keymap.get(slot.id)?.includes(chord)) return leave();
  const why = mayHave(slot.id, chord);
  const by = holderOf(keymap, chord, slot.id);
  if (why !== undefined) {
    useRebinding.setState({ now: { step: "listening", slot, refused: { chord, why } } });
  } else if (by === undefined) give(slot, chord);
  else useRebinding.setState({ now: { step: "taken", slot, chord, by } });
}

const changesNow = () => useSettings.getState().info?.settings.keys ?? {};

function keep(keys: KeyChanges, said: string): void {
  const before = usableChanges(changesNow(), isMac);
  leave();
  void attempt(async () => {
    await changeSettings({ keys });
    useRebinding.setState({ done: { said, before } });
  });
}

function give(slot: Slot, chord: string): void {
  const values = { command: titleOf(slot.id), keys: writeChord(chord) };
  keep(bind(changesNow(), slot, chord, isMac), i18next.t("keyboard:said.bound", values));
}

function clear(slot: Slot & { readonly chord?: string }): void {
  const { id, chord } = slot;
  if (chord === undefined) return;
  const values = { command: titleOf(id), keys: writeChord(chord) };
  keep(unbind(changesNow(), { id, chord }, isMac), i18next.t("keyboard:said.unbound", values));
}

/** The other command loses the keys. */
export function take({ slot, chord, by }: Taken): void {
  const values = { command: titleOf(slot.id), keys: writeChord(chord), other: titleOf(by) };
  keep(bind(changesNow(), slot, chord, isMac), i18next.t("keyboard:said.taken", values));
}

/** The keys that the other command would get; undefined when it cannot have them. */
export const inReturn = ({ slot, by }: Taken): string | undefined =>
  slot.chord === undefined || mayHave(by, slot.chord) !== undefined ? undefined : slot.chord;

export function exchange({ slot, chord, by }: Taken, old: string): void {
  const values = {
    command: titleOf(slot.id),
    keys: writeChord(chord),
    other: titleOf(by),
    otherKeys: writeChord(old),
  };
  keep(swap(changesNow(), old, chord, isMac), i18next.t("keyboard:said.swapped", values));
}

export const giveUsual = (id: CommandId): void =>
  keep(reset(changesNow(), id, isMac), i18next.t("keyboard:said.usual", { command: titleOf(id) }));
export const giveAllUsual = (): void => keep({}, i18next.t("keyboard:said.allUsual"));

/** Takes back what was done last. */
export function undoRebinding(): void {
  const before = useRebinding.getState().done?.before;
  if (before === undefined) return;
  useRebinding.setState({ done: null });
  void attempt(() => changeSettings({ keys: before }));
}
