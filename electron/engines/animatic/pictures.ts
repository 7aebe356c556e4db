import { Image } from "@napi-rs/canvas";
import type { Pictures } from "../../../shared/animatic/draw.ts";

const megabyte = 1024 ** 2;
const largestPicture = 50 * megabyte;
/** Milliseconds for one picture from the network: an animatic does not wait for it, it draws a card instead. */
const longestWait = 6_000;
/** px; a decoded picture takes four bytes for each. */
const mostPixels = 64e6;

/** Decodes the sketches. One that cannot be had or read is left out. */
export async function loadPictures(
  sketches: readonly string[],
  signal: AbortSignal,
): Promise<Pictures> {
  const wanted = [...new Set(sketches)].filter((sketch) => sketch !== "");
  const loaded = await Promise.all(
    wanted.map(async (sketch) => [sketch, await load(sketch, signal)] as const),
  );
  return new Map(loaded.flatMap(([key, image]) => (image === undefined ? [] : [[key, image]])));
}

async function load(sketch: string, signal: AbortSignal): Promise<Image | undefined> {
  try {
    const bytes = await bytesOf(
      sketch,
      AbortSignal.any([signal, AbortSignal.timeout(longestWait)]),
    );
    if (bytes === undefined || !isRaster(bytes)) return undefined;
    const image = new Image();
    image.src = bytes;
    await image.decode();
    const pixels = image.width * image.height;
    return pixels > 0 && pixels <= mostPixels ? image : undefined;
  } catch {
    return undefined;
  }
}

async function bytesOf(sketch: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const [, base64] = /^data:image\/[a-z.+-]+;base64,(.*)$/su.exec(sketch) ?? [];
  if (base64 !== undefined) return Buffer.from(base64, "base64");
  return sketch.startsWith("https://") ? download(sketch, signal) : undefined;
}

async function download(address: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const response = await fetch(address, { signal, referrerPolicy: "no-referrer" });
  const isPicture = response.headers.get("content-type")?.startsWith("image/") === true;
  if (!response.ok || !isPicture || response.body === null) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.length;
    // Leaving the loop closes the connection.
    if (length > largestPicture) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The first bytes of PNG, JPEG, WebP, BMP and GIF. An SVG could name other files. */
function isRaster(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  const webp = head.startsWith("RIFF") && head.endsWith("WEBP");
  return webp || ["\x89PNG", "\xFF\xD8\xFF", "BM", "GIF8"].some((sign) => head.startsWith(sign));
}
