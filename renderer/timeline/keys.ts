import type { KeyboardEvent } from "react";
import type { NodeId } from "../../shared/board/schema.ts";
import { chordsOf } from "../../shared/keyboard/chord.ts";
import { isMac } from "../commands/shortcut.ts";
import { setLocked } from "../panels/changes.ts";
import { showRight } from "../app/usePanel.ts";
import { select, useView } from "../stores/viewStore.ts";
import { removeClip, reorder, trim } from "./edits.ts";
import type { Clip, Film } from "./film.ts";
import { seek } from "./playback.ts";

/** The timeline by keyboard. */

/** Once the page shows what the edit has made. */
export function focusClip(id: NodeId | undefined): void {
  if (id === undefined) return;
  requestAnimationFrame(() => {
    const clip = document.querySelector(`[data-clip="${id}"]`);
    if (clip instanceof HTMLElement) clip.focus();
  });
}

/** Selects a clip everywhere, and brings the playhead to it unless it stands there already. */
export function chooseClip({ id, start, seconds }: Clip, add: boolean = false): void {
  const { selectedNodes, playhead } = useView.getState();
  if (!add) select([id]);
  else if (selectedNodes.has(id)) select([...selectedNodes].filter((other) => other !== id));
  else select([...selectedNodes, id]);
  if (playhead < start || playhead >= start + seconds) seek(start);
}

/** True when the key did something. */
export function onClipKey(event: KeyboardEvent, film: Film): boolean {
  const { clips } = film;
  const target = event.target instanceof HTMLElement ? event.target.dataset["clip"] : undefined;
  const index = clips.findIndex(({ id }) => id === target);
  const clip = clips[index];
  if (clip === undefined) return false;
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (by !== undefined) return goOrChange(event, film, { index, by });
  switch (event.key) {
    case "Home":
    case "End":
      return goTo(event.key === "Home" ? clips[0] : clips.at(-1));
    case "Delete":
    case "Backspace":
      focusClip(removeClip(clips, index));
      return true;
    case "Enter":
      chooseClip(clip);
      showRight("inspector");
      return true;
    default:
      if (!chordsOf(event, isMac).includes("L")) return false;
      setLocked([clip.id], !clip.locked);
      return true;
  }
}

function goTo(clip: Clip | undefined): boolean {
  if (clip === undefined) return true;
  chooseClip(clip);
  focusClip(clip.id);
  return true;
}

/** Arrows go on; with Shift they change the length, with Ctrl too they move the cut, with Alt the whole shot. */
function goOrChange(
  { shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  film: Film,
  { index, by }: { readonly index: number; readonly by: number },
): boolean {
  const clip = film.clips[index];
  if (clip === undefined) return false;
  if (altKey) {
    reorder(film, index, index + by);
    focusClip(clip.id);
  } else if (shiftKey) {
    const mode = ctrlKey || metaKey ? "roll" : "ripple";
    trim(film, index, clip.seconds + by, mode, `trim:${mode}:${clip.id}`);
  } else return goTo(film.clips[index + by]);
  return true;
}
