import type { NodeId } from "../../shared/board/schema.ts";
import { stillOf } from "../nodes/stills.ts";
import { useJobs } from "../stores/jobStore.ts";
import { useSettings } from "../stores/settingsStore.ts";

/** Address of a shot's picture: its frame of the newest take, else its sketch; empty for none. */
export function usePictureOf(id: NodeId, sceneId: NodeId | undefined, sketch: string): string {
  const still = useJobs((state) =>
    sceneId === undefined ? undefined : stillOf(state.takesByScene.get(sceneId), id),
  );
  const mediaBase = useSettings((state) => state.info?.mediaBase ?? "");
  return still === undefined ? sketch : `${mediaBase}${still}`;
}
