import { EncodedVideoChunk, VideoDecoder } from "@napi-rs/webcodecs";
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from "mediabunny";
import { describe, expect, test } from "vitest";
import { framesPerSecond, padVideo, shotColours, sizeFor, videoFor } from "./video.ts";

const trackOf = async (video: Uint8Array<ArrayBuffer>) => {
  const input = new Input({ source: new BufferSource(video), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error("no video track");
  return { input, track };
};

/** Mean colour of the upper left corner of every frame: it is flat and free of the number. */
const cornersOf = async (video: Uint8Array<ArrayBuffer>): Promise<number[][]> => {
  const { track } = await trackOf(video);
  const config = await track.getDecoderConfig();
  if (config === null) throw new Error("the track does not say how to decode it");
  const corners: Promise<number[]>[] = [];
  const decoder = new VideoDecoder({
    output: (frame) => {
      const pixels = new Uint8Array(frame.allocationSize({ format: "RGBA" }));
      corners.push(
        frame.copyTo(pixels, { format: "RGBA" }).then(() => {
          frame.close();
          return [...pixels.subarray(0, 3)];
        }),
      );
    },
    error: (failure) => {
      throw failure;
    },
  });
  decoder.configure({
    codec: config.codec,
    codedWidth: config.codedWidth ?? 0,
    codedHeight: config.codedHeight ?? 0,
    ...(config.description instanceof Uint8Array ? { description: config.description } : {}),
  });
  for await (const packet of new EncodedPacketSink(track).packets())
    decoder.decode(
      new EncodedVideoChunk({
        type: packet.type,
        timestamp: packet.microsecondTimestamp,
        data: packet.data,
      }),
    );
  await decoder.flush();
  decoder.close();
  return Promise.all(corners);
};

const nearest = (colour: readonly number[]): number => {
  const distances = shotColours.map((other) =>
    other.reduce((sum, value, index) => sum + Math.abs(value - (colour[index] ?? 0)), 0),
  );
  return distances.indexOf(Math.min(...distances));
};

describe("a simulated video", () => {
  test("has the length and size of its request", async () => {
    const { input, track } = await trackOf(
      await videoFor({ shots: [5, 4, 3], size: sizeFor("9:16") }),
    );
    expect(await input.computeDuration()).toBeCloseTo(12, 6);
    expect([track.displayWidth, track.displayHeight]).toEqual([180, 320]);
    expect(track.codec).toBe("avc");
    expect((await track.computePacketStats()).packetCount).toBe(12 * framesPerSecond);
  });

  test("changes its colour at each cut and nowhere else", async () => {
    const corners = await cornersOf(await videoFor({ shots: [5, 4, 3], size: sizeFor("16:9") }));
    const shots = corners.map(nearest);
    const cuts = shots.flatMap((shot, frame) =>
      frame > 0 && shot !== shots[frame - 1] ? [frame] : [],
    );
    expect(cuts).toEqual([5 * framesPerSecond, 9 * framesPerSecond]);
    expect(new Set(shots)).toEqual(new Set([0, 1, 2]));
  });

  test("stays playable when it is filled up", async () => {
    const video = await videoFor({ shots: [3], size: sizeFor("1:1") });
    const filled = padVideo(video, 1_000_000);
    expect(filled).toHaveLength(1_000_000);
    expect(await (await trackOf(filled)).input.computeDuration()).toBeCloseTo(3, 6);
    expect(padVideo(video, 10)).toBe(video);
  });
});
