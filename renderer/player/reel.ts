import type { Take } from "../../shared/jobs/job.ts";

/** The takes of one run as one film: parts one after the other, with the shots of all of them. Seconds. */

interface ReelPart {
  readonly take: Take;
  readonly start: number;
  readonly seconds: number;
}
export interface ReelShot {
  readonly nodeId: string;
  /** Counted from 1 over all parts. */
  readonly number: number;
  readonly start: number;
  readonly seconds: number;
  /** `<take id>/<name>` of its still. */
  readonly still: string | undefined;
}
export interface Reel {
  readonly parts: readonly ReelPart[];
  readonly shots: readonly ReelShot[];
  readonly seconds: number;
}

/** @param takes in the order of their parts. */
export function reelOf(takes: readonly Take[]): Reel {
  const parts: ReelPart[] = [];
  const shots: ReelShot[] = [];
  let start = 0;
  for (const take of takes) {
    parts.push({ take, start, seconds: take.seconds });
    for (const [i, shot] of take.job.shots.entries()) {
      // A video can be a frame shorter or longer than what was asked for: the last shot ends with it.
      const isLast = i === take.job.shots.length - 1;
      const from = Math.min(shot.start, take.seconds);
      const until = isLast ? take.seconds : Math.min(shot.start + shot.seconds, take.seconds);
      const still = take.stills[i];
      shots.push({
        nodeId: shot.nodeId,
        number: shots.length + 1,
        start: start + from,
        seconds: until - from,
        still: still === null || still === undefined ? undefined : `${take.id}/${still}`,
      });
    }
    start += take.seconds;
  }
  return { parts, shots, seconds: start };
}

/** Index of the part that plays at a time. */
export const partAt = ({ parts }: Reel, time: number): number => lastStarted(parts, time);

/** Index of the shot at a time; -1 when the reel has no shots. */
export const shotAt = ({ shots }: Reel, time: number): number =>
  shots.length === 0 ? -1 : lastStarted(shots, time);

/** What a decoder calls 5 s can be 4.9998. */
const slack = 1e-3;

function lastStarted(list: readonly { readonly start: number }[], time: number): number {
  const found = list.findLastIndex(({ start }) => start <= time + slack);
  return Math.max(0, found);
}

/** `00:06.2` */
export function timeCode(seconds: number): string {
  const tenths = Math.max(0, Math.floor((seconds + slack) * 10));
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(Math.floor(tenths / 600))}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
}
