import { kling3ImageToVideo4k } from "./kling3ImageToVideo4k.ts";
import { kling3ImageToVideoPro } from "./kling3ImageToVideoPro.ts";
import { kling3ImageToVideoStandard } from "./kling3ImageToVideoStandard.ts";
import { kling3TextToVideo4k } from "./kling3TextToVideo4k.ts";
import { kling3TextToVideoPro } from "./kling3TextToVideoPro.ts";
import { kling3TextToVideoStandard } from "./kling3TextToVideoStandard.ts";
import { klingO3ImageToVideo4k } from "./klingO3ImageToVideo4k.ts";
import { klingO3ImageToVideoPro } from "./klingO3ImageToVideoPro.ts";
import { klingO3ImageToVideoStandard } from "./klingO3ImageToVideoStandard.ts";
import { klingO3ReferenceToVideo4k } from "./klingO3ReferenceToVideo4k.ts";
import { klingO3ReferenceToVideoPro } from "./klingO3ReferenceToVideoPro.ts";
import { klingO3ReferenceToVideoStandard } from "./klingO3ReferenceToVideoStandard.ts";
import { klingO3TextToVideo4k } from "./klingO3TextToVideo4k.ts";
import { klingO3TextToVideoPro } from "./klingO3TextToVideoPro.ts";
import { klingO3TextToVideoStandard } from "./klingO3TextToVideoStandard.ts";
import { klingO3VideoToVideoPro } from "./klingO3VideoToVideoPro.ts";
import { klingO3VideoToVideoStandard } from "./klingO3VideoToVideoStandard.ts";
import type { Profile, Profiles } from "./profile.ts";

/** Every model that the program knows, in the order in which they are offered. */
const list: readonly Profile[] = [
  kling3TextToVideoPro,
  kling3TextToVideoStandard,
  kling3TextToVideo4k,
  kling3ImageToVideoPro,
  kling3ImageToVideoStandard,
  kling3ImageToVideo4k,
  klingO3TextToVideoPro,
  klingO3TextToVideoStandard,
  klingO3TextToVideo4k,
  klingO3ImageToVideoPro,
  klingO3ImageToVideoStandard,
  klingO3ImageToVideo4k,
  klingO3ReferenceToVideoPro,
  klingO3ReferenceToVideoStandard,
  klingO3ReferenceToVideo4k,
  klingO3VideoToVideoPro,
  klingO3VideoToVideoStandard,
];

export const profiles: Profiles = new Map(list.map((profile) => [profile.id, profile]));

/** The profile of a model id, or undefined for a model that this version does not know. Case matters. */
export const profileOf = (id: string): Profile | undefined => profiles.get(id);
