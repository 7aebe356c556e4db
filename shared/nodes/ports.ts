import type { NodeId } from "../board/schema.ts";
import type { Camera } from "./camera.ts";

/** Arrays are not readonly, so that it is the very type that `z.json()` gives. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The kinds of thing that travel along an edge. A kind has one colour on the canvas. */
const portKinds = ["text", "shots", "settings", "image", "video"] as const;
export type PortKind = (typeof portKinds)[number];

/** Two kinds of which one cannot go into the other; undefined when it can, also while one may be any. */
export const kindClash = (
  from: PortKind | undefined,
  to: PortKind | undefined,
): { readonly from: PortKind; readonly to: PortKind } | undefined =>
  from === to || from === undefined || to === undefined ? undefined : { from, to };

export interface InputPort {
  /** `any` takes the kind of what it is wired to. */
  readonly kind: PortKind | "any";
  /** Takes several edges, in the order in which they stand from top to bottom on the canvas. */
  readonly many?: boolean;
}
export interface OutputPort {
  readonly kind: PortKind | "any";
}

/** Which param of which node a piece of text or a field came from. */
export interface Source {
  readonly nodeId: NodeId;
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

const isBlank = (pieces: readonly TextPiece[]): boolean =>
  pieces.every((piece) => piece.text.trim() === "");

/** The texts that say something, one after the other with `between` in between. Each is kept as it was written. */
export function joinTexts(
  texts: readonly (readonly TextPiece[])[],
  between: TextPiece,
): readonly TextPiece[] {
  const joined: TextPiece[] = [];
  for (const pieces of texts) appendText(joined, pieces, between);
  return joined;
}

/** Puts a text that says something behind what is there, with `between` in between. */
export function appendText(
  text: TextPiece[],
  pieces: readonly TextPiece[],
  between: TextPiece,
): void {
  if (isBlank(pieces)) return;
  if (text.length > 0) text.push(between);
  for (const piece of pieces) text.push(piece);
}

/** The words of a text without where they come from. */
export function textOf(pieces: readonly TextPiece[]): string {
  let text = "";
  for (const piece of pieces) text += piece.text;
  return text;
}

export interface ShotValue {
  readonly nodeId: NodeId;
  readonly title: string | undefined;
  /** Everything the model is told of this shot, in sending order. */
  readonly words: readonly TextPiece[];
  /** The same in one. */
  readonly text: string;
  readonly dialogue: string;
  readonly seconds: number;
  readonly locked: boolean;
  readonly startsPart: boolean;
  readonly camera: { readonly [field in keyof Camera]: string };
  /** https URL or data URI of the sketch; empty when there is none. */
  readonly sketch: string;
}

/** A chain by its last shot and the chain before that one: a long chain is not copied at each of its shots. */
export interface ShotsValue {
  readonly kind: "shots";
  readonly last: ShotValue;
  readonly before: ShotsValue | undefined;
}

/** The shots of a chain, first to last. */
export function shotsOf(chain: ShotsValue | undefined): ShotValue[] {
  const shots: ShotValue[] = [];
  for (let at = chain; at !== undefined; at = at.before) shots.push(at.last);
  return shots.toReversed();
}

export interface SettingsValue {
  readonly kind: "settings";
  readonly nodeId: NodeId;
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
interface VideoValue {
  readonly kind: "video";
  readonly nodeId: NodeId;
}

export interface PortValues {
  text: TextValue;
  shots: ShotsValue;
  settings: SettingsValue;
  image: ImageValue;
  video: VideoValue;
}
export type PortValue = PortValues[PortKind];
