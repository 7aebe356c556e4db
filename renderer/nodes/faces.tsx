import type { ComponentType } from "react";
import type { NodeId } from "../../shared/board/schema.ts";
import type { NodeType } from "../../shared/nodes/registry.ts";
import type { AfarProps, FaceProps } from "./face.ts";
import { ElementAfar, ElementBody, ElementMeta } from "./ElementFace.tsx";
import { FrameAfar, FrameBody } from "./FrameFace.tsx";
import { ImageAfar, ImageBody } from "./ImageFace.tsx";
import { JoinBody } from "./JoinFace.tsx";
import { NoteAfar, NoteBody } from "./NoteFace.tsx";
import { PromptAfar, PromptBody } from "./PromptFace.tsx";
import { SceneAfar, SceneBody, SceneMeta } from "./SceneFace.tsx";
import { SettingsBody, SettingsMeta } from "./SettingsFace.tsx";
import { ShotAfar, ShotBody, ShotMeta } from "./ShotFace.tsx";

export interface Face {
  readonly Body: ComponentType<FaceProps>;
  /** At the right of the header. */
  readonly Meta?: ComponentType<{ readonly id: NodeId }>;
  /** All that is drawn of the node from where nobody could read it, besides its outline in the colour of its kind. */
  readonly Afar?: ComponentType<AfarProps>;
}

/** What each node type looks like. Its size is in `size.ts`. A reroute has no face, only its dot. */
export const faces: { readonly [T in Exclude<NodeType, "reroute">]: Face } = {
  shot: { Body: ShotBody, Meta: ShotMeta, Afar: ShotAfar },
  prompt: { Body: PromptBody, Afar: PromptAfar },
  element: { Body: ElementBody, Meta: ElementMeta, Afar: ElementAfar },
  join: { Body: JoinBody },
  settings: { Body: SettingsBody, Meta: SettingsMeta },
  image: { Body: ImageBody, Afar: ImageAfar },
  scene: { Body: SceneBody, Meta: SceneMeta, Afar: SceneAfar },
  note: { Body: NoteBody, Afar: NoteAfar },
  frame: { Body: FrameBody, Afar: FrameAfar },
};
