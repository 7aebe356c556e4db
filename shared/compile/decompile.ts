import { z } from "zod";
import { addNode, connect, type Point } from "../board/edits.ts";
import { emptyBoard } from "../board/empty.ts";
import { faceSizes, gap } from "../board/faces.ts";
import type { Ids } from "../board/ids.ts";
import type { Board, NodeId } from "../board/schema.ts";
import { fieldOf, type Profile } from "../models/profile.ts";
import { profileOf } from "../models/profiles.ts";
import type { Json } from "../nodes/ports.ts";
import { nodeDefinitions, type NodeType } from "../nodes/registry.ts";
import type { RequestInput } from "./compiled.ts";

/** The way back: from the body of a request to a board that compiles to it. */

export interface ModelRequest {
  readonly model: string;
  readonly input: RequestInput;
}

const shotShape = nodeDefinitions.shot.params.shape;
const settingsShape = nodeDefinitions.settings.params.shape;

/** A text without words is not sent by a board; a request that has one keeps it in `extra`. */
const textSchema = nodeDefinitions.prompt.params.shape.text
  .unwrap()
  .refine((text) => text.trim() !== "");
const pictureSchema = nodeDefinitions.image.params.shape.picture.unwrap().min(1);
const secondsSchema = nodeDefinitions.scene.params.shape.seconds.unwrap();
const segmentsSchema = z
  .array(
    z.strictObject({
      prompt: shotShape.prompt.unwrap(),
      duration: shotShape.seconds.unwrap().optional(),
    }),
  )
  .min(1);
type Segments = z.infer<typeof segmentsSchema>;

/** Holds for a model that this version does not know. */
const usualSegmentSeconds = 5;
const segmentSeconds = (profile: Profile | undefined): number =>
  (profile && fieldOf(profile, "multi_prompt", "segments"))?.defaultSeconds ?? usualSegmentSeconds;

/**
 * The form of a request that compiling gives back: every segment says its seconds, and an empty list of segments or an
 * empty negative prompt is not there. Nothing else differs from the request.
 */
export function normalizeRequest(profile: Profile | undefined, input: RequestInput): RequestInput {
  const { multi_prompt: list, negative_prompt: negative, ...rest } = input;
  const segments = segmentsSchema.safeParse(list);
  const filled = segments.success
    ? segments.data.map(({ prompt, duration }) => ({
        prompt,
        duration: duration ?? segmentSeconds(profile),
      }))
    : list;
  const isEmpty = Array.isArray(filled) && filled.length === 0;
  return {
    ...rest,
    ...(negative === undefined || negative === "" ? {} : { negative_prompt: negative }),
    ...(filled === undefined || isEmpty ? {} : { multi_prompt: filled }),
  };
}

/** What a request says, each thing in the param that it will have; what has no home of its own is in `extra`. */
interface Pieces {
  readonly prompt: string | undefined;
  readonly negative: string | undefined;
  readonly segments: Segments | undefined;
  readonly seconds: number | undefined;
  readonly aspectRatio: string | undefined;
  readonly cfgScale: number | undefined;
  readonly audio: boolean | undefined;
  readonly shotType: string | undefined;
  readonly startImage: string | undefined;
  readonly endImage: string | undefined;
  readonly extra: { readonly [field: string]: Json };
}

function piecesOf(request: ModelRequest, profile: Profile | undefined): Pieces {
  const extra: Record<string, Json> = { ...normalizeRequest(profile, request.input) };
  /** Takes a field out when its param can hold the value. */
  const take = <T>(field: string | null | undefined, schema: z.ZodType<T>): T | undefined => {
    if (field === null || field === undefined || !Object.hasOwn(extra, field)) return undefined;
    const parsed = schema.safeParse(extra[field]);
    if (!parsed.success) return undefined;
    delete extra[field];
    return parsed.data;
  };
  const segments = take("multi_prompt", segmentsSchema);
  const sum = segments?.reduce((total, { duration }) => total + (duration ?? 0), 0);
  return {
    prompt: take("prompt", textSchema),
    negative: take("negative_prompt", textSchema),
    segments,
    // Where there are segments their sum is sent; a duration that says something else cannot be one that was accepted.
    seconds: take("duration", sum === undefined ? secondsSchema.unwrap() : z.literal(sum)),
    aspectRatio: take("aspect_ratio", settingsShape.aspectRatio.unwrap().exclude([""])),
    cfgScale: take("cfg_scale", settingsShape.cfgScale.unwrap().unwrap()),
    audio: take(profile?.audioField, z.boolean()),
    shotType: take("shot_type", settingsShape.shotType.unwrap().exclude([""])),
    startImage: take(profile?.startImageField, pictureSchema),
    endImage: take(profile?.endImageField, pictureSchema),
    extra,
  };
}

/**
 * A board of one scene, laid out from left to right, whose compiled request is this one in the form of
 * `normalizeRequest`. Fields of the request that no param can hold stand in the settings' `extra`, so that nothing is
 * lost, whatever the request.
 */
export function decompile(request: ModelRequest, ids: Ids): Board {
  const profile = profileOf(request.model);
  const pieces = piecesOf(request, profile);
  const { segments = [], endImage } = pieces;
  let board = emptyBoard();
  const add = (type: NodeType, at: Point, params: { readonly [field: string]: unknown }) => {
    const id = ids.node();
    board = addNode(board, { id, type, params, at });
    return id;
  };
  const wire = (from: NodeId, output: string, to: NodeId, input: string): void => {
    board = connect(board, ids.edge(), { node: from, port: output }, { node: to, port: input });
  };

  const step = faceSizes.shot.w + gap;
  const sceneX = Math.max(1, segments.length) * step;
  const scene = add(
    "scene",
    { x: sceneX, y: 0 },
    {
      summary: segments.length > 0 ? (pieces.prompt ?? "") : "",
      seconds: pieces.seconds ?? null,
      allowEndImage:
        segments.length > 0 &&
        (endImage !== undefined || Object.hasOwn(pieces.extra, profile?.endImageField ?? "")),
    },
  );
  let previous: NodeId | undefined;
  for (const [i, { prompt, duration }] of segments.entries()) {
    const shot = add("shot", { x: i * step, y: 0 }, { prompt, seconds: duration });
    if (previous) wire(previous, "shots", shot, "previous");
    previous = shot;
  }
  if (previous) wire(previous, "shots", scene, "shots");

  const feeds = [
    segments.length === 0 && pieces.prompt !== undefined
      ? (["prompt", "text", "prompt", { text: pieces.prompt }] as const)
      : undefined,
    ["settings", "settings", "settings", settingsOf(request.model, pieces)] as const,
    pieces.negative === undefined
      ? undefined
      : (["prompt", "text", "negative", { text: pieces.negative }] as const),
    pieces.startImage === undefined
      ? undefined
      : (["image", "image", "startImage", { picture: pieces.startImage }] as const),
    endImage === undefined
      ? undefined
      : (["image", "image", "endImage", { picture: endImage }] as const),
  ];
  let y = segments.length > 0 ? faceSizes.shot.h + gap : 0;
  for (const feed of feeds) {
    if (!feed) continue;
    const [type, output, input, params] = feed;
    wire(add(type, { x: sceneX - step, y }, params), output, scene, input);
    y += faceSizes[type].h + gap;
  }
  return board;
}

/** "" and null: what the request does not say is not said by the board either. */
const settingsOf = (model: string, pieces: Pieces) => ({
  model,
  aspectRatio: pieces.aspectRatio ?? "",
  cfgScale: pieces.cfgScale ?? null,
  audio: pieces.audio ?? null,
  shotType: pieces.shotType ?? "",
  extra: pieces.extra,
});
