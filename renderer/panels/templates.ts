import { animaticOf, type AnimaticShot } from "../../shared/animatic/animatic.ts";
import { countedIds } from "../../shared/board/ids.ts";
import { samples } from "../../shared/board/samples/samples.ts";
import { createCompiler } from "../../shared/compile/compile.ts";
import { profiles } from "../../shared/models/profiles.ts";
import type { SampleName } from "../files/sampleBoard.ts";

const sampleNames = Object.keys(samples) as SampleName[];

export interface Template {
  readonly name: SampleName;
  readonly shots: readonly AnimaticShot[];
  readonly seconds: number;
  readonly aspectRatio: "16:9" | "9:16" | "1:1";
}

/** What each sample comes to, found out once. */
export function readTemplates(): readonly Template[] {
  return sampleNames.flatMap((name) => {
    const compiled = createCompiler(profiles)(samples[name](countedIds()));
    const [scene] = compiled.scenes.values();
    if (scene === undefined) return [];
    const { shots, seconds, aspectRatio } = animaticOf(scene);
    return [{ name, shots, seconds, aspectRatio }];
  });
}
