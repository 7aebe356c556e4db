import {
  EncodedVideoChunk,
  VideoColorSpace,
  VideoDecoder,
  VideoEncoder,
  VideoFrame,
} from "@napi-rs/webcodecs";

const classes = { EncodedVideoChunk, VideoColorSpace, VideoDecoder, VideoEncoder, VideoFrame };

/**
 * Gives mediabunny the WebCodecs classes that it looks for on `globalThis`. Node has none; where a host has its own,
 * those stay. Call it before anything of mediabunny decodes.
 */
export function installCodecs(): void {
  for (const [name, value] of Object.entries(classes)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, writable: true });
  }
}
