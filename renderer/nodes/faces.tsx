import type { ComponentType } from "react";
import type { NodeId } from "../../shared/board/schema.ts";
import type { NodeType } from "../../shared/nodes/registry.ts";
import type { FaceProps } from "./face.ts";
import { ElementBody, ElementMeta } from "./ElementFace.tsx";
import { FrameBody } from "./FrameFace.tsx";
import { ImageBody } from "./ImageFace.tsx";
import { JoinBody } from "./JoinFace.tsx";
import { NoteBody } from "./NoteFace.tsx";
import { PromptBody } from "./PromptFace.tsx";
import { SceneBody, SceneMeta } from "./SceneFace.tsx";
import { SettingsBody, SettingsMeta } from "./SettingsFace.tsx";
import { ShotBody, ShotMeta } from "./ShotFace.tsx";

interface Face {
  readonly Body: ComponentType<FaceProps>;
  /** At the right of the header. */
  readonly Meta?: ComponentType<{ readonly id: NodeId }>;
}

/** What each node type looks like. Its size is in `size.ts`. A reroute has no face, only its dot. */
export const faces: { readonly [T in Exclude<NodeType, "reroute">]: Face } = {
  shot: { Body: ShotBody, Meta: ShotMeta },
  prompt: { Body: PromptBody },
  element: { Body: ElementBody, Meta: ElementMeta },
  join: { Body: JoinBody },
  settings: { Body: SettingsBody, Meta: SettingsMeta },
  image: { Body: ImageBody },
  scene: { Body: SceneBody, Meta: SceneMeta },
  note: { Body: NoteBody },
  frame: { Body: FrameBody },
};
