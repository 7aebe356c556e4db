/** What is held while a node is dragged, resized or clicked, as the pointer last told. */

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
/** A click adds to the selection, or takes away from it. */
export const addsClick = (): boolean => mod || shift;
