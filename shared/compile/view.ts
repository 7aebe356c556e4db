import type { NodeId } from "../board/schema.ts";
import type { Profile, Profiles } from "../models/profile.ts";
import { joinTexts, shotsOf } from "../nodes/ports.ts";
import type {
  ImageValue,
  PortKind,
  PortValues,
  SettingsValue,
  ShotValue,
  Source,
  TextPiece,
} from "../nodes/ports.ts";
import type { ParamsOf } from "../nodes/registry.ts";
import { defaultSettings } from "../nodes/settings.ts";
import type { Elements } from "./elements.ts";
import type { Values } from "./evaluate.ts";

/** A scene with everything that is wired into it, as the rules and the request read it. */
export interface SceneView {
  readonly nodeId: NodeId;
  readonly title: string | undefined;
  readonly params: ParamsOf<"scene">;
  readonly shots: readonly ShotValue[];
  /** Something is wired to the port of the shots, whether or not it hands any on. */
  readonly hasChain: boolean;
  /** What is wired in, then the summary. */
  readonly prompt: readonly TextPiece[];
  readonly negative: readonly TextPiece[];
  readonly settings: Omit<SettingsValue, "nodeId">;
  /** Undefined when none is wired and the defaults hold. */
  readonly settingsNode: NodeId | undefined;
  readonly startImage: ImageValue | undefined;
  readonly endImage: ImageValue | undefined;
  readonly elements: Elements;
  readonly profiles: Profiles;
}

/** A scene whose model is known. */
export interface KnownScene extends SceneView {
  readonly profile: Profile;
}

interface SceneAsk {
  readonly nodeId: NodeId;
  readonly title: string | undefined;
  readonly params: ParamsOf<"scene">;
  readonly values: Values;
  readonly hasChain: boolean;
  readonly summary: readonly TextPiece[];
  readonly elements: Elements;
  readonly profiles: Profiles;
}

export function viewOf(scene: SceneAsk): SceneView {
  const { nodeId, values } = scene;
  const all = <K extends PortKind>(port: string, kind: K): PortValues[K][] =>
    (values[port] ?? []).filter((value): value is PortValues[K] => value.kind === kind);
  const texts = (port: string): (readonly TextPiece[])[] =>
    all(port, "text").map((value) => value.pieces);
  const between = (field: string): TextPiece => ({ text: " ", source: { nodeId, field } });
  const settings = all("settings", "settings")[0];
  return {
    nodeId,
    title: scene.title,
    params: scene.params,
    shots: shotsOf(all("shots", "shots")[0]),
    hasChain: scene.hasChain,
    prompt: joinTexts([...texts("prompt"), scene.summary], between("prompt")),
    negative: joinTexts(texts("negative"), between("negative")),
    settings: settings ?? defaultSettings,
    settingsNode: settings?.nodeId,
    startImage: all("startImage", "image")[0],
    endImage: all("endImage", "image")[0],
    elements: scene.elements,
    profiles: scene.profiles,
  };
}

/** Where a setting is written: a param of the settings node, or the scene's empty port. */
export const settingPlace = (view: SceneView, param: string): Source =>
  view.settingsNode === undefined
    ? { nodeId: view.nodeId, field: "settings" }
    : { nodeId: view.settingsNode, field: param };

const samePieces = (a: readonly TextPiece[], b: readonly TextPiece[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every(({ text, source }, i) => {
      const other = b[i];
      return (
        other?.text === text &&
        other.source.nodeId === source.nodeId &&
        other.source.field === source.field
      );
    }));

/** Whether two views of a scene differ in their shots at most. */
export const sameButShots = (a: KnownScene, b: KnownScene): boolean =>
  a.nodeId === b.nodeId &&
  a.params === b.params &&
  a.profile === b.profile &&
  a.settings === b.settings &&
  a.settingsNode === b.settingsNode &&
  a.startImage === b.startImage &&
  a.endImage === b.endImage &&
  a.elements === b.elements &&
  samePieces(a.prompt, b.prompt) &&
  samePieces(a.negative, b.negative);
