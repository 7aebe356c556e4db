import { usualKeys, type CommandId } from "../commands.ts";
import {
  keymapOf,
  knownCommands,
  type KeyChanges,
  type Keymap,
  type ReadKeyChanges,
} from "./keymap.ts";

/** What a user does to the keys of commands. Every change gives all changes that hold from then on. */

/** One chord of a command; without a chord, the place for another one. */
export interface Slot {
  readonly id: CommandId;
  readonly chord?: string;
}

/** Another command that has a chord already. */
export const holderOf = (keymap: Keymap, chord: string, id: CommandId): CommandId | undefined =>
  knownCommands.find((other) => other.id !== id && keymap.get(other.id)?.includes(chord))?.id;

/** Puts a chord into a slot, and takes it from whoever had it. */
export const bind = (
  changes: ReadKeyChanges,
  slot: Slot,
  chord: string,
  isMac: boolean,
): KeyChanges =>
  change(changes, isMac, (keymap) => {
    const rid = without(keymap, chord);
    const chords = rid.get(slot.id) ?? [];
    const next =
      slot.chord === undefined || !chords.includes(slot.chord)
        ? [...chords, chord]
        : chords.map((each) => (each === slot.chord ? chord : each));
    return new Map([...rid, [slot.id, next]]);
  });

/** Exchanges two chords: whoever had the one has the other. */
export const swap = (
  changes: ReadKeyChanges,
  one: string,
  other: string,
  isMac: boolean,
): KeyChanges =>
  change(changes, isMac, (keymap) => {
    const instead = new Map([
      [one, other],
      [other, one],
    ]);
    return new Map(
      [...keymap].map(([id, chords]) => [id, chords.map((each) => instead.get(each) ?? each)]),
    );
  });

export const unbind = (
  changes: ReadKeyChanges,
  { id, chord }: Required<Slot>,
  isMac: boolean,
): KeyChanges =>
  change(changes, isMac, (keymap) => {
    const left = (keymap.get(id) ?? []).filter((each) => each !== chord);
    return new Map([...keymap, [id, left]]);
  });

/** Gives a command the keys that it came with, and takes them from whoever has them by now. */
export const reset = (changes: ReadKeyChanges, id: CommandId, isMac: boolean): KeyChanges =>
  change(changes, isMac, (keymap) => {
    const command = knownCommands.find((each) => each.id === id);
    const own = command === undefined ? [] : usualKeys(command, isMac);
    return new Map([...own.reduce(without, keymap), [id, own]]);
  });

const without = (keymap: Keymap, chord: string): Keymap =>
  new Map([...keymap].map(([id, chords]) => [id, chords.filter((each) => each !== chord)]));

/** Only what differs from the list is kept, so that a later version can give better keys to the others. */
function change(
  changes: ReadKeyChanges,
  isMac: boolean,
  make: (keymap: Keymap) => Keymap,
): KeyChanges {
  const keymap = make(keymapOf(changes, isMac));
  const kept = knownCommands.flatMap<[string, string[]]>((command) => {
    const chords = keymap.get(command.id) ?? [];
    const own = usualKeys(command, isMac);
    return chords.join(" ") === own.join(" ") ? [] : [[command.id, [...chords]]];
  });
  return { ...ofOthers(changes), ...Object.fromEntries(kept) };
}

/** What holds, without what nobody can press. */
export const usableChanges = (changes: ReadKeyChanges, isMac: boolean): KeyChanges =>
  change(changes, isMac, (all) => all);

/** What another version of the program knows the commands of. */
const ofOthers = (changes: ReadKeyChanges): KeyChanges =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([id, chords]) =>
      chords === null || knownCommands.some((command) => command.id === id)
        ? []
        : [[id, [...chords]]],
    ),
  );
