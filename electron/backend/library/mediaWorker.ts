import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { FilePathSource, Input, MP4, QTFF, WEBM } from "mediabunny";
import { type Inside, work } from "../../media/inside.ts";
import { writeAtomic } from "../atomicFile.ts";
import type { InspectionMessage, InspectionOrder, VideoFacts } from "./inspection.ts";

/**
 * Reads one video and makes its pictures, in a process of its own: hashing, decoding and JPEG take their time, and a decoder
 * may die of a broken file. The facts come first; whatever happens afterwards costs only pictures.
 */
async function inspect(order: InspectionOrder, { say }: Media): Promise<void> {
  const facts = await readFacts(order.video);
  if (!facts) return say({ kind: "noVideo" });
  say({ kind: "facts", facts });
  if (order.folder !== null) await makePictures(order, order.folder, facts.seconds, say);
}

type Media = Inside<InspectionMessage>;

async function readFacts(video: string): Promise<VideoFacts | undefined> {
  const { size: bytes } = await stat(video);
  const source = new FilePathSource(video);
  const input = new Input({ source, formats: [MP4, QTFF, WEBM] });
  try {
    const track = await input.getPrimaryVideoTrack();
    const seconds = (await track?.computeDuration()) ?? 0;
    if (!track || !(seconds > 0)) return undefined;
    const { displayWidth: width, displayHeight: height } = track;
    return { width, height, seconds, bytes, hash: await hashOf(video) };
  } catch {
    // A demuxer that does not understand the file is the answer to the question.
    return undefined;
  } finally {
    input.dispose();
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

async function makePictures(
  { video, poster, stills }: InspectionOrder,
  folder: string,
  seconds: number,
  say: Media["say"],
): Promise<void> {
  // Only now: a paid take must not be lost where the codecs cannot be loaded.
  const { readPictures } = await import("../../media/readVideo.ts");
  const { jpegOf } = await import("./jpeg.ts");
  const wanted = [{ name: poster, seconds: seconds * 0.1 }, ...stills]
    .map(({ name, seconds: moment }) => ({ name, time: Math.min(moment, seconds - 0.001) }))
    .toSorted((a, b) => a.time - b.time);
  const times = wanted.map(({ time }) => time);
  const pictures = await readPictures(video, times);
  for (const [index, { name }] of wanted.entries()) {
    const picture = pictures[index];
    if (!picture) continue;
    await writeAtomic(join(folder, name), await jpegOf(picture));
    say({ kind: "picture", name });
  }
}

work(inspect);
