import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { VideoEncoder, VideoFrame } from "@napi-rs/webcodecs";
import type { VideoDecoderConfigOutput } from "@napi-rs/webcodecs";
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import { createInOrder } from "../../electron/backend/inOrder.ts";

/** What a video must look like: seconds of each shot in order, and the size in pixels. */
export type VideoPlan = { readonly shots: readonly number[]; readonly size: Size };
type Size = { readonly width: number; readonly height: number };

export const framesPerSecond = 10;

/** Flat colours (RGB) of shot 1, 2, …, repeated after the last; far apart, so that a cut is seen. */
export const shotColours = [
  [196, 52, 60],
  [38, 110, 196],
  [46, 148, 82],
  [214, 158, 36],
  [126, 66, 176],
  [32, 150, 160],
] as const;

const sizes: Readonly<Record<string, Size>> = {
  "16:9": { width: 320, height: 180 },
  "9:16": { width: 180, height: 320 },
  "1:1": { width: 240, height: 240 },
};

/** Size in px for an aspect ratio; 16:9 where the start image would decide. */
export const sizeFor = (aspectRatio: unknown): Size =>
  sizes[String(aspectRatio)] ?? { width: 320, height: 180 };

export const colourOf = (shot: number): readonly [number, number, number] =>
  shotColours[shot % shotColours.length] ?? shotColours[0];

/** A playable H.264 MP4, made once for each plan. */
export const videoFor = (plan: VideoPlan): Promise<Uint8Array<ArrayBuffer>> => {
  const key = JSON.stringify(plan);
  const made = videos.get(key) ?? makeVideo(plan);
  videos.set(key, made);
  return made;
};

const videos = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

const inTurn = createInOrder();

const makeVideo = async (plan: VideoPlan): Promise<Uint8Array<ArrayBuffer>> => {
  const packets = await inTurn(() => encode(plan));
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const source = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  await output.start();
  for (const { packet, meta } of packets) await source.add(packet, meta);
  await output.finalize();
  if (target.buffer === null) throw new Error("the muxer gave no file");
  return new Uint8Array(target.buffer);
};

type Encoded = { packet: EncodedPacket; meta: EncodedVideoChunkMetadata };

const encode = async (plan: VideoPlan): Promise<Encoded[]> => {
  const packets: Encoded[] = [];
  const failures: unknown[] = [];
  const encoder = new VideoEncoder({
    output: (chunk, meta) => {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      const packet = new EncodedPacket(
        data,
        chunk.type,
        chunk.timestamp / 1e6,
        1 / framesPerSecond,
      );
      packets.push({ packet, meta: metaOf(meta?.decoderConfig) });
    },
    error: (failure) => failures.push(failure),
  });
  encoder.configure({
    codec: "avc1.42001f",
    ...plan.size,
    framerate: framesPerSecond,
    bitrate: 300_000,
    avc: { format: "avc" },
  });
  drawFrames(plan, encoder);
  await encoder.flush();
  encoder.close();
  if (failures.length > 0) throw failures[0];
  return packets;
};

// The two packages know different words for colour spaces; flat colours need none.
const metaOf = (config: VideoDecoderConfigOutput | undefined): EncodedVideoChunkMetadata => {
  if (config === undefined) return {};
  const { colorSpace: _unused, rotation: _upright, flip: _plain, ...rest } = config;
  return { decoderConfig: rest };
};

const drawFrames = (plan: VideoPlan, encoder: VideoEncoder): void => {
  const canvas = createCanvas(plan.size.width, plan.size.height);
  const context = canvas.getContext("2d");
  let index = 0;
  for (const [shot, seconds] of plan.shots.entries()) {
    const count = Math.round(seconds * framesPerSecond);
    for (let within = 0; within < count; within += 1, index += 1) {
      drawFrame(context, plan.size, shot, within / count);
      const frame = new VideoFrame(canvas, {
        timestamp: Math.round((index * 1e6) / framesPerSecond),
        duration: Math.round(1e6 / framesPerSecond),
      });
      encoder.encode(frame, { keyFrame: within === 0 });
      frame.close();
    }
  }
};

/** `progress` is 0 at the cut and nears 1 at the next: a bar at the foot, so that time is seen. */
const drawFrame = (
  context: SKRSContext2D,
  { width, height }: Size,
  shot: number,
  progress: number,
): void => {
  context.fillStyle = `rgb(${colourOf(shot).join(" ")})`;
  context.fillRect(0, 0, width, height);
  context.fillStyle = "white";
  context.font = `bold ${Math.round(Math.min(width, height) * 0.5)}px sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(String(shot + 1), width / 2, height / 2);
  context.fillRect(0, height - 6, Math.round(width * progress), 6);
};

/** The same video in a file of at least `bytes`: an MP4 may end in a `free` box that players skip. */
export const padVideo = (
  video: Uint8Array<ArrayBuffer>,
  bytes: number,
): Uint8Array<ArrayBuffer> => {
  const missing = bytes - video.length;
  if (missing <= 0) return video;
  const size = Math.max(8, missing);
  const padded = new Uint8Array(video.length + size);
  padded.set(video);
  new DataView(padded.buffer).setUint32(video.length, size);
  padded.set(new TextEncoder().encode("free"), video.length + 4);
  return padded;
};
