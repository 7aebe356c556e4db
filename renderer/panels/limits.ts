import { useMemo } from "react";
import type { NodeId } from "../../shared/board/schema.ts";
import type { CompiledScene } from "../../shared/compile/compiled.ts";
import { allowedSeconds, partLimits } from "../../shared/compile/limits.ts";
import type { PartLimits } from "../../shared/compile/plan.ts";
import type { ShotLimits } from "../../shared/compile/timing.ts";
import { profileOf } from "../../shared/models/profiles.ts";
import { useFacts } from "../nodes/facts.ts";
import { useCompiled } from "../stores/compiled.ts";

/** What the model of a scene takes, in whole seconds. */

const modelOf = (scene: CompiledScene | undefined) => profileOf(scene?.parts[0]?.model ?? "");

/** What one request of the scene may be; undefined without a known model or for one that takes no shots. */
export function limitsOf(scene: CompiledScene | undefined): PartLimits | undefined {
  const profile = modelOf(scene);
  return profile && partLimits(profile);
}

/** Of one shot, or of a scene without shots. */
function secondsLimits(scene: CompiledScene | undefined, id: NodeId): ShotLimits | undefined {
  const profile = modelOf(scene);
  if (scene === undefined || profile === undefined) return undefined;
  if (scene.nodeId !== id) return partLimits(profile)?.shot;
  const allowed = allowedSeconds(profile);
  const [min, max] = [allowed?.[0], allowed?.at(-1)];
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** The limits that hold for the first of the nodes, else `otherwise`. */
export function useSecondsLimits(ids: readonly NodeId[], otherwise: ShotLimits): ShotLimits {
  const [id] = ids;
  const sceneId = useFacts((state) =>
    id === undefined ? undefined : state.facts.get(id)?.sceneId,
  );
  const scene = useCompiled((state) =>
    sceneId === undefined ? undefined : state.scenes.get(sceneId),
  );
  const found = useMemo(
    () => (id === undefined ? undefined : secondsLimits(scene, id)),
    [scene, id],
  );
  return found ?? otherwise;
}
