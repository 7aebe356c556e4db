export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** The kinds of thing that travel along an edge. A kind has one colour on the canvas. */
export const portKinds = ["text", "shots", "settings", "image", "video"] as const;
export type PortKind = (typeof portKinds)[number];

export interface InputPort {
  readonly kind: PortKind;
  /** Takes several edges, in the order in which they stand from top to bottom on the canvas. */
  readonly many?: boolean;
}
export interface OutputPort {
  readonly kind: PortKind;
}

/** Which param of which node a piece of text or a field came from. */
export interface Source {
  readonly nodeId: string;
  readonly field: string;
}

/** A piece of text with the place it was written in. */
export interface TextPiece {
  readonly text: string;
  readonly source: Source;
}

export interface TextValue {
  readonly kind: "text";
  readonly pieces: readonly TextPiece[];
}

export interface ShotValue {
  readonly nodeId: string;
  readonly title: string | undefined;
  /** Everything the model is told of this shot, in sending order. */
  readonly words: readonly TextPiece[];
  /** What happens in the shot, without camera words: for the animatic and the lists. */
  readonly action: string;
  readonly dialogue: string;
  readonly seconds: number;
  readonly locked: boolean;
  readonly startsPart: boolean;
  readonly camera: {
    readonly size: string;
    readonly angle: string;
    readonly move: string;
    readonly lens: string;
  };
  /** https URL or data URI of the sketch; empty when there is none. */
  readonly sketch: string;
}
export interface ShotsValue {
  readonly kind: "shots";
  readonly shots: readonly ShotValue[];
}

export interface SettingsValue {
  readonly kind: "settings";
  readonly nodeId: string;
  readonly model: string;
  /** "" and null: not sent, the model's own default holds. */
  readonly aspectRatio: string;
  readonly cfgScale: number | null;
  readonly audio: boolean | null;
  readonly shotType: string;
  readonly extra: { readonly [field: string]: Json };
}

export interface ImageValue {
  readonly kind: "image";
  /** https URL or data URI. */
  readonly picture: string;
  readonly source: Source;
}

/** What a scene hands on: which node makes the video. The video itself is a take, in the library. */
export interface VideoValue {
  readonly kind: "video";
  readonly nodeId: string;
}

export interface PortValues {
  text: TextValue;
  shots: ShotsValue;
  settings: SettingsValue;
  image: ImageValue;
  video: VideoValue;
}
export type PortValue = PortValues[PortKind];
