/** What is held while a node is dragged or resized, as the pointer last told. */

let mod = false;
let alt = false;

export const noteHeld = ({
  ctrlKey,
  metaKey,
  altKey,
}: Pick<MouseEvent, "ctrlKey" | "metaKey" | "altKey">): void => {
  mod = ctrlKey || metaKey;
  alt = altKey;
};

/** Ctrl or Command does the opposite of what the setting says about the grid. */
export const snapsOtherwise = (): boolean => mod;
/** Alt leaves the nodes where they are and drags a copy. */
export const dragsCopy = (): boolean => alt;
