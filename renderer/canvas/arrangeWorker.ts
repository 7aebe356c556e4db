import { arrange, type Arrangement } from "./arrange.ts";

/** Finds an arrangement in a thread of its own: on a board of a thousand nodes it takes a while. */
addEventListener("message", ({ data }: MessageEvent<Arrangement>) => postMessage(arrange(data)));
