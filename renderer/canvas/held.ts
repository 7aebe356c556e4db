/** What is held while a node is dragged or resized, or a box is begun, as the pointer last told. */

let mod = false;
let alt = false;
let shift = false;

export const noteHeld = ({
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<MouseEvent, "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): void => {
  mod = ctrlKey || metaKey;
  alt = altKey;
  shift = shiftKey;
};

/** Ctrl or Command does the opposite of what the setting says about the grid. */
export const snapsOtherwise = (): boolean => mod;
/** Alt leaves the nodes where they are and drags a copy. */
export const dragsCopy = (): boolean => alt;
/** Shift selects what a box touches besides what is selected already. */
export const addsBox = (): boolean => shift;
