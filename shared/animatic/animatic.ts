import type { CompiledScene, Part } from "../compile/compiled.ts";
import { profileOf } from "../models/profiles.ts";
import {
  anglePhrases,
  type Camera,
  lensPhrases,
  movePhrases,
  sizePhrases,
} from "../nodes/camera.ts";
import type { ShotValue } from "../nodes/ports.ts";
import { actionOf } from "../nodes/shot.ts";
import type { FrameSize } from "./canvas2d.ts";

/** A storyboard that runs in time. Times are seconds. */
export interface Animatic {
  readonly aspectRatio: CompiledScene["aspectRatio"];
  readonly shots: readonly AnimaticShot[];
  readonly seconds: number;
  /** Shots of the whole scene, of which these may be a part. */
  readonly shotCount: number;
}

export interface AnimaticShot {
  /** Of the scene, counted from 1. */
  readonly number: number;
  readonly start: number;
  readonly seconds: number;
  readonly action: string;
  readonly dialogue: string;
  /** What happened in the shots before, the latest first: it still rains when a shot does not say so. */
  readonly setting: readonly string[];
  readonly camera: Camera;
  /** https URL or data URI, a key of the pictures that a drawing is given; empty when there is none. */
  readonly sketch: string;
}

/** Pictures in a second. */
export const frameRate = 24;

/** px */
export const frameSizes: Record<CompiledScene["aspectRatio"], FrameSize> = {
  "16:9": { width: 1280, height: 720 },
  "9:16": { width: 720, height: 1280 },
  "1:1": { width: 960, height: 960 },
};

/** What an animatic takes where nobody has said how long a scene is. */
const secondsUnsaid = 5;

/** The whole scene. A scene that has only a prompt becomes one shot. */
export function animaticOf(scene: CompiledScene): Animatic {
  const [part] = scene.parts;
  if (scene.shots.length === 0) return animaticFrom(scene, [promptShot(part, scene.seconds)]);
  return animaticFrom(scene, startingWith(startPictureOf(part), shotsOf(scene.shots)));
}

/** One request of the scene; its shots keep the numbers that they have in the scene. */
export function animaticOfPart(scene: CompiledScene, partIndex: number): Animatic {
  const part = scene.parts[partIndex];
  if (part === undefined) return animaticOf(scene);
  const numbered = shotsOf(scene.shots);
  const shots = part.shots.flatMap(({ nodeId, start, seconds }) => {
    const found = numbered[scene.shots.findIndex((shot) => shot.nodeId === nodeId)];
    return found === undefined ? [] : [{ ...found, start, seconds }];
  });
  if (shots.length === 0) return animaticFrom(scene, [promptShot(part, part.seconds)]);
  return animaticFrom(scene, startingWith(startPictureOf(part), shots));
}

/** The video begins with the request's start image: so does a first shot that has no sketch of its own. */
function startingWith(picture: string, shots: readonly AnimaticShot[]): AnimaticShot[] {
  return shots.map((shot, i) =>
    i === 0 && shot.sketch === "" ? { ...shot, sketch: picture } : shot,
  );
}

function startPictureOf(part: Part | undefined): string {
  const field = part && profileOf(part.model)?.startImageField;
  return textOf(field ? part.input[field] : undefined);
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** A shot in its place among the others of `shots`. */
function shotOf(
  shots: readonly ShotValue[],
  shot: ShotValue,
  number: number,
  start: number,
): AnimaticShot {
  const before = shots.slice(0, number - 1).map(actionOf);
  const { size, angle, move, lens } = shot.camera;
  return {
    number,
    start,
    seconds: shot.seconds,
    action: actionOf(shot),
    dialogue: shot.dialogue,
    setting: before.toReversed(),
    camera: {
      size: isKey(sizePhrases, size) ? size : "",
      angle: isKey(anglePhrases, angle) ? angle : "",
      move: isKey(movePhrases, move) ? move : "",
      lens: isKey(lensPhrases, lens) ? lens : "",
    },
    sketch: shot.sketch,
  };
}

/** Frames that the animatic has, at 24 in a second. */
export function frameCountOf(animatic: Animatic): number {
  return Math.round(animatic.seconds * frameRate);
}

/** The shot that is seen at `time`; the last one stays after the end. */
export function shotAt(animatic: Animatic, time: number): AnimaticShot | undefined {
  return animatic.shots.findLast((shot) => shot.start <= time + 1e-6) ?? animatic.shots[0];
}

function animaticFrom(scene: CompiledScene, shots: readonly AnimaticShot[]): Animatic {
  return {
    aspectRatio: scene.aspectRatio,
    shots,
    seconds: shots.reduce((end, shot) => Math.max(end, shot.start + shot.seconds), 0),
    shotCount: Math.max(scene.shots.length, shots.length),
  };
}

/** Shots in order, the last one of a chain with what came before it: the panels of a board. */
export function shotsOf(values: readonly ShotValue[]): AnimaticShot[] {
  let start = 0;
  return values.map((value, i) => {
    const shot = shotOf(values, value, i + 1, start);
    start += value.seconds;
    return shot;
  });
}

function promptShot(part: Part | undefined, seconds: number | null): AnimaticShot {
  return {
    number: 1,
    start: 0,
    seconds: seconds ?? secondsUnsaid,
    action: textOf(part?.input["prompt"]),
    dialogue: "",
    setting: [],
    camera: { size: "", angle: "", move: "", lens: "" },
    sketch: startPictureOf(part),
  };
}

function isKey<T extends object>(record: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(record, key);
}
