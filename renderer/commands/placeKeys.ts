import { chordsOf, type Press } from "../../shared/keyboard/chord.ts";
import { isMac } from "./isMac.ts";

/**
 * What keys and the hand do in one place of the window only, so that it is no command. The sheet of shortcuts shows all
 * of it, and handlers ask here which key does what. A way is a chord, or a gesture with what is held: `Shift+drag`.
 */
export const placeKeys = {
  canvas: {
    add: ["doubleClick"],
    move: ["arrows"],
    moveFar: ["Shift+arrows"],
    moveFine: ["Mod+arrows"],
    copy: ["Alt+drag"],
    snap: ["Mod+drag"],
    write: ["Enter", "doubleClick"],
    choose: ["Shift+Enter", "Mod+click"],
    box: ["Mod+drag"],
    boxMore: ["Shift+drag"],
    leave: ["Escape"],
    pan: ["Space+drag", "middleDrag"],
    cut: ["Mod+rightDrag"],
    reroute: ["Shift+rightDrag"],
    rerouteHere: ["doubleClick"],
  },
  timeline: {
    play: ["Space"],
    go: ["ArrowLeft", "ArrowRight"],
    goFar: ["Home", "End"],
    length: ["Shift+ArrowLeft", "Shift+ArrowRight"],
    cut: ["Mod+Shift+ArrowLeft", "Mod+Shift+ArrowRight"],
    order: ["Alt+ArrowLeft", "Alt+ArrowRight"],
    lock: ["L"],
    inspect: ["Enter"],
    add: ["Shift+Enter"],
    remove: ["Delete", "Backspace"],
    trim: ["drag"],
    roll: ["Shift+drag"],
    playhead: ["ArrowLeft", "ArrowRight"],
    playheadFar: ["Shift+ArrowLeft", "Shift+ArrowRight"],
  },
  table: {
    go: ["arrows"],
    row: ["Home", "End"],
    column: ["PageUp", "PageDown"],
    corner: ["Mod+Home", "Mod+End"],
    write: ["Enter", "F2"],
    next: ["Tab", "Shift+Tab"],
    breakLine: ["Shift+Enter"],
    drop: ["Escape"],
  },
  player: {
    play: ["Space"],
    shuttleBack: ["J"],
    stop: ["K"],
    shuttleForward: ["L"],
    frameBack: [","],
    frameForward: ["."],
    secondBack: ["ArrowLeft"],
    secondForward: ["ArrowRight"],
    previousShot: ["Shift+ArrowLeft"],
    nextShot: ["Shift+ArrowRight"],
    start: ["Home"],
    end: ["End"],
    loop: ["R"],
    mute: ["M"],
    fullScreen: ["F"],
    star: ["S"],
    edit: ["N"],
    close: ["Escape"],
  },
  fields: {
    number: ["ArrowUp", "ArrowDown"],
    complete: ["@"],
    leave: ["Escape"],
    confirm: ["Mod+Enter"],
    find: ["Enter", "Shift+Enter"],
    tabs: ["ArrowLeft", "ArrowRight"],
    closeTab: ["Delete"],
  },
} as const satisfies {
  readonly [place: string]: { readonly [doing: string]: readonly string[] };
};

type PlaceKeys = typeof placeKeys;
export type PlaceName = keyof PlaceKeys;
export type Doing<P extends PlaceName> = keyof PlaceKeys[P] & string;

/** What a press does in a place, and the chord that it is; undefined when it does nothing there. */
export function doingAt<P extends PlaceName>(
  place: P,
  press: Press,
): { readonly doing: Doing<P>; readonly chord: string } | undefined {
  const chords = chordsOf(press, isMac);
  const ways: { readonly [doing: string]: readonly string[] } = placeKeys[place];
  for (const [doing, keys] of Object.entries(ways)) {
    const chord = chords.find((each) => keys.includes(each));
    // The entries of the place are its doings.
    if (chord !== undefined) return { doing: doing as Doing<P>, chord };
  }
  return undefined;
}
