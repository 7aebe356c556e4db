import type { KeyboardEvent } from "react";
import type { NodeId } from "../../shared/board/schema.ts";
import { doingAt } from "../commands/placeKeys.ts";
import { setLocked } from "../panels/changes.ts";
import { showRight } from "../app/usePanel.ts";
import { select, useView } from "../stores/viewStore.ts";
import { addAfter, removeClip, reorder, trim } from "./edits.ts";
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
  const asked = doingAt("timeline", event);
  const by = asked?.chord.endsWith("ArrowLeft") === true ? -1 : 1;
  switch (asked?.doing) {
    case "go":
      return goTo(clips[index + by]);
    case "goFar":
      return goTo(asked?.chord === "Home" ? clips[0] : clips.at(-1));
    case "length":
    case "cut": {
      const mode = asked?.doing === "cut" ? "roll" : "ripple";
      trim(film, index, clip.seconds + by, mode, `trim:${mode}:${clip.id}`);
      return true;
    }
    case "order":
      reorder(film, index, index + by);
      focusClip(clip.id);
      return true;
    case "lock":
      setLocked([clip.id], !clip.locked);
      return true;
    case "inspect":
      chooseClip(clip);
      showRight("inspector");
      return true;
    case "add":
      focusClip(addAfter(clip.id));
      return true;
    case "remove":
      focusClip(removeClip(clips, index));
      return true;
    default:
      return false;
  }
}

function goTo(clip: Clip | undefined): boolean {
  if (clip === undefined) return true;
  chooseClip(clip);
  focusClip(clip.id);
  return true;
}
