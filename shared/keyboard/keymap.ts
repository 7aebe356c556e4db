import { z } from "zod";
import { commands, usualKeys, type Command, type CommandId } from "../commands.ts";
import { isChord } from "./chord.ts";
import { refusalOf } from "./reserved.ts";

/** Which keys ask for which command: what commands come with, and what the user has changed about it. */

const chordsSchema = z.array(z.string().max(40).refine(isChord)).max(4);

/** By command, its chords, the one that is shown first; a command that is not named has its own. */
export const keyChangesSchema = z.record(z.string().max(64), chordsSchema);
export type KeyChanges = z.infer<typeof keyChangesSchema>;

/** As they are read from a file: null for a command about which it says what nobody can press. */
export const readKeyChangesSchema = z.record(z.string(), chordsSchema.nullable().catch(null));
export type ReadKeyChanges = z.infer<typeof readKeyChangesSchema>;

export type KnownCommand = Command & { readonly id: CommandId };
export const knownCommands: readonly KnownCommand[] = commands;

/** The chords of every command, in the order of the list. */
export type Keymap = ReadonlyMap<CommandId, readonly string[]>;

/** Keys that never reach a command say nothing against it where they do, so the place does not count here. */
const anywhere = { isMac: false, isBrowser: false };

const isUsable = (
  command: KnownCommand,
  chords: readonly string[] | null,
): chords is readonly string[] =>
  command.role === undefined &&
  chords !== null &&
  chords.every((chord) => refusalOf(chord, command, anywhere) === undefined);

export const keymapOf = (changes: ReadKeyChanges, isMac: boolean): Keymap =>
  new Map(
    knownCommands.map((command) => {
      const chords = changes[command.id];
      const usable = chords !== undefined && isUsable(command, chords);
      return [command.id, usable ? chords : usualKeys(command, isMac)];
    }),
  );

/** The commands whose entry could not be used, so that they have the keys that they come with. */
export const unusable = (changes: ReadKeyChanges): readonly CommandId[] =>
  knownCommands
    .filter((command) => {
      const chords = changes[command.id];
      return chords !== undefined && !isUsable(command, chords);
    })
    .map(({ id }) => id);

/** The command of each chord. Where two have the same one, the first of the list has it. */
export function commandsByChord(keymap: Keymap): ReadonlyMap<string, KnownCommand> {
  const found = new Map<string, KnownCommand>();
  for (const command of knownCommands) {
    for (const chord of keymap.get(command.id) ?? []) {
      if (!found.has(chord)) found.set(chord, command);
    }
  }
  return found;
}
