// Puts the classes that a browser has where mediabunny looks for them.
import "@napi-rs/webcodecs/polyfill";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { createCanvas, ImageData } from "@napi-rs/canvas";
import {
  FilePathSource,
  Input,
  MP4,
  QTFF,
  VideoSampleSink,
  WEBM,
  type InputVideoTrack,
  type VideoSample,
} from "mediabunny";
import { writeAtomic } from "../atomicFile.ts";
import type { InspectionMessage, InspectionOrder, VideoFacts } from "./inspection.ts";

/**
 * Reads one video and makes its pictures, off the main thread: hashing, decoding and JPEG take their time, and a decoder may
 * die of a broken file. The facts come first; whatever happens afterwards costs only pictures.
 */
const say = (message: InspectionMessage): void => parentPort?.postMessage(message, []);

async function inspect(order: InspectionOrder): Promise<void> {
  const source = new FilePathSource(order.video);
  const input = new Input({ source, formats: [MP4, QTFF, WEBM] });
  try {
    const track = await input.getPrimaryVideoTrack().catch(() => null);
    const facts = track && (await readFacts(track, order.video));
    if (!track || !facts) return say({ kind: "noVideo" });
    say({ kind: "facts", facts });
    if (order.folder !== null) await makePictures(track, facts, order, order.folder);
  } finally {
    input.dispose();
  }
}

async function readFacts(track: InputVideoTrack, video: string): Promise<VideoFacts | undefined> {
  const seconds = await track.computeDuration().catch(() => 0);
  const { displayWidth: width, displayHeight: height } = track;
  if (!(seconds > 0) || width <= 0 || height <= 0) return undefined;
  const { size: bytes } = await stat(video);
  return { width, height, seconds, bytes, hash: await hashOf(video) };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

async function makePictures(
  track: InputVideoTrack,
  { seconds }: VideoFacts,
  { poster, stills }: InspectionOrder,
  folder: string,
): Promise<void> {
  const sink = new VideoSampleSink(track);
  const wanted = [{ name: poster, seconds: seconds * 0.1 }, ...stills];
  for (const { name, seconds: moment } of wanted) {
    const sample = await sink.getSample(Math.min(moment, seconds - 0.001));
    if (sample === null) continue;
    await writeAtomic(join(folder, name), await pictureOf(sample));
    say({ kind: "picture", name });
  }
}

/** px; enough for a node's face and for the library's grid on a dense screen. */
const longestSide = 640;
const quality = 82;

/** The frame as JPEG, upright and not larger than needed. */
async function pictureOf(sample: VideoSample): Promise<Uint8Array> {
  const { codedWidth: width, codedHeight: height } = sample;
  // Named first, since the types of the copying are older than its `format`.
  const asPixels = { rect: { x: 0, y: 0, width, height }, format: "RGBA" };
  const pixels = new Uint8Array(width * height * 4);
  await sample.copyTo(pixels, asPixels);
  const { displayWidth, displayHeight, rotation } = sample;
  sample.close();
  const whole = createCanvas(width, height);
  const data = new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
  whole.getContext("2d").putImageData(data, 0, 0);

  const scale = Math.min(1, longestSide / Math.max(displayWidth, displayHeight));
  const canvas = createCanvas(Math.round(displayWidth * scale), Math.round(displayHeight * scale));
  const context = canvas.getContext("2d");
  const turned = rotation % 180 !== 0;
  const across = turned ? canvas.height : canvas.width;
  const down = turned ? canvas.width : canvas.height;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((rotation * Math.PI) / 180);
  context.drawImage(whole, -across / 2, -down / 2, across, down);
  return canvas.encode("jpeg", quality);
}

const order: InspectionOrder = workerData;
await inspect(order);
say({ kind: "end" });
