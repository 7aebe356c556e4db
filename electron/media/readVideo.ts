import {
  ALL_FORMATS,
  FilePathSource,
  Input,
  type InputVideoTrack,
  VideoSampleSink,
} from "mediabunny";
import { installCodecs } from "./codecs.ts";
import { pictureOf, type Picture } from "./picture.ts";

/** What a demuxer reads of a video file, without decoding a picture. px and seconds. */
export interface VideoFacts {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  /** "avc", "hevc", "vp9", "av1"…; null when it is none that we know. */
  readonly codec: string | null;
}

/** Throws when the file holds no video. */
export async function probeVideo(file: string): Promise<VideoFacts> {
  return withTrack(file, async (track) => ({
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    seconds: await track.computeDuration(),
    codec: await track.getCodec(),
  }));
}

/** The pictures that stand at these times (seconds, ascending); null where there is none. */
export async function readPictures(
  file: string,
  times: readonly number[],
): Promise<(Picture | null)[]> {
  installCodecs();
  return withTrack(file, async (track) => {
    const first = await track.getFirstTimestamp();
    const pictures: (Picture | null)[] = [];
    const wanted = times.map((time) => Math.max(first, time));
    for await (const sample of new VideoSampleSink(track).samplesAtTimestamps(wanted)) {
      pictures.push(sample === null ? null : await pictureOf(sample));
      sample?.close();
    }
    return pictures;
  });
}

/** Every picture from the first to the last, one at a time. */
export async function eachPicture(
  file: string,
  look: (picture: Picture, seconds: number) => void,
): Promise<void> {
  installCodecs();
  await withTrack(file, async (track) => {
    for await (const sample of new VideoSampleSink(track).samples()) {
      look(await pictureOf(sample), sample.timestamp);
      sample.close();
    }
  });
}

async function withTrack<T>(
  file: string,
  read: (track: InputVideoTrack) => Promise<T>,
): Promise<T> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) });
  // A decoder at work does not keep the process alive by itself: a command would end in the middle.
  const awake = setInterval(() => {}, 60_000);
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null) throw new Error("There is no video in the file.");
    return await read(track);
  } finally {
    clearInterval(awake);
    input.dispose();
  }
}
