import { setImmediate } from "node:timers/promises";
import type { Canvas } from "@napi-rs/canvas";
import {
  VideoEncoder,
  VideoFrame,
  type EncodedVideoChunk,
  type EncodedVideoChunkMetadata,
} from "@napi-rs/webcodecs";
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from "mediabunny";

export interface VideoWriter {
  /** Takes the canvas as it is now for the next frame. `cut`: a key frame, so that players land on it exactly. */
  add: (canvas: Canvas, cut: boolean) => Promise<void>;
  /** The whole MP4: H.264, 4:2:0, its index in front, no tags. Throws what the encoder threw. */
  finish: () => Promise<Uint8Array>;
  /** Frees the encoder; what was written is lost. */
  close: () => void;
}

/** px (even), frames per second, bits per second. */
export interface VideoPlan {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  readonly bitrate: number;
}

/** Frames are handed over raw, 3.7 MB each at 720p: more of them waiting would only fill the memory. */
const waitingFrames = 4;

/**
 * The encoder turns RGB into BT.601 samples but labels them as RGB, which shifts every colour in a browser. So the
 * file says what the samples are.
 */
const colorSpace = {
  primaries: "bt709",
  transfer: "iec61966-2-1",
  matrix: "smpte170m",
  fullRange: false,
} as const;

interface Encoded {
  readonly packet: EncodedPacket;
  readonly meta: EncodedVideoChunkMetadata | undefined;
}

/** Writes one silent H.264 MP4 in memory. */
export async function createVideoWriter(plan: VideoPlan): Promise<VideoWriter> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const track = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(track, { frameRate: plan.frameRate });
  await output.start();

  const encoded: Encoded[] = [];
  const failures: Error[] = [];
  const encoder = new VideoEncoder({
    output: (chunk, meta) => encoded.push(encodedOf(chunk, meta, plan.frameRate)),
    error: (failure) => failures.push(failure),
  });
  encoder.configure({
    codec: codecFor(plan),
    width: plan.width,
    height: plan.height,
    framerate: plan.frameRate,
    bitrate: plan.bitrate,
    bitrateMode: "variable",
    avc: { format: "avc" },
  });

  const mux = async (): Promise<void> => {
    if (failures[0] !== undefined) throw failures[0];
    for (const { packet, meta } of encoded.splice(0)) await track.add(packet, meta);
  };

  let frames = 0;
  return {
    async add(canvas, cut) {
      const frame = new VideoFrame(canvas, {
        timestamp: Math.round((frames * 1e6) / plan.frameRate),
        duration: Math.round(1e6 / plan.frameRate),
        alpha: "discard",
      });
      encoder.encode(frame, { keyFrame: cut || frames === 0 });
      frame.close();
      frames += 1;
      // The encoder's own `dequeue` event does not keep the process alive, so its queue is looked at instead.
      do await setImmediate();
      while (encoder.encodeQueueSize > waitingFrames && failures.length === 0);
      await mux();
    },
    async finish() {
      await encoder.flush();
      await mux();
      encoder.close();
      await output.finalize();
      if (target.buffer === null) throw new Error("The muxer gave no file.");
      return new Uint8Array(target.buffer);
    },
    close() {
      if (encoder.state !== "closed") encoder.close();
    },
  };
}

/** High profile; level 3.1 holds 720p at 30 frames per second, 4.0 holds 1080p. */
function codecFor({ width, height }: VideoPlan): string {
  return width * height <= 1280 * 720 ? "avc1.64001f" : "avc1.640028";
}

function encodedOf(
  chunk: EncodedVideoChunk,
  meta: EncodedVideoChunkMetadata | undefined,
  frameRate: number,
): Encoded {
  const data = new Uint8Array(chunk.byteLength);
  chunk.copyTo(data);
  // Chunks count in whole microseconds; the file shall count in whole frames.
  const start = Math.round((chunk.timestamp * frameRate) / 1e6) / frameRate;
  const config = meta?.decoderConfig;
  return {
    packet: new EncodedPacket(data, chunk.type, start, 1 / frameRate),
    meta: config === undefined ? meta : { ...meta, decoderConfig: { ...config, colorSpace } },
  };
}
