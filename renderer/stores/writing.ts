import { atPause } from "./pause.ts";

/**
 * What is being written on a node: it stays in its field until the hand pauses, as a drag stays with React Flow until it
 * ends. So a letter costs the same on a board of ten nodes and of two thousand. Whatever changes or saves a board has it
 * written first.
 */
let edit: (() => void) | undefined;

const waiting = atPause(() => {
  const write = edit;
  edit = undefined;
  write?.();
});

/** Takes the place of an edit that waits already: a field gives all of its text each time. */
export function writeSoon(write: () => void): void {
  edit = write;
  waiting.soon();
}

/** For whoever needs the board with the last letter in it. */
export const writeNow = waiting.now;
