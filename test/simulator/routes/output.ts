import { timestamp } from "../clock.ts";
import type { OutputShape } from "../faults.ts";
import { faultOf } from "../jobs.ts";
import type { Job } from "../jobs.ts";
import type { World } from "../world.ts";

/** As at the service, the path tells the account and the time: it must not reach a shared file. */
const fileUrl = (world: World, job: Job, extension: "mp4" | "png"): string => {
  const time = timestamp(job.acceptedAt).replaceAll(/[-:+.]/g, "");
  return `${world.addresses.files}/${job.owner}/${time}/${job.requestId}.${extension}`;
};

export const outputOf = (world: World, job: Job): Record<string, unknown> =>
  shapes[faultOf(job, "output")?.shape ?? "video"](world, job);

const shapes: Readonly<Record<OutputShape, (world: World, job: Job) => Record<string, unknown>>> = {
  video: (world, job) => ({ output: { video: fileUrl(world, job, "mp4") } }),
  videos: (world, job) => ({ output: { videos: [fileUrl(world, job, "mp4")] } }),
  string: (world, job) => ({ output: fileUrl(world, job, "mp4") }),
  array: (world, job) => ({ output: [fileUrl(world, job, "mp4")] }),
  image: (world, job) => ({ output: { image: fileUrl(world, job, "png") } }),
  images: (world, job) => ({ output: { images: [fileUrl(world, job, "png")] } }),
  empty: () => ({ output: {} }),
  null: () => ({ output: null }),
  absent: () => ({}),
  foreign: (_world, job) => ({
    output: { video: `https://videos.example.com/${job.requestId}.mp4` },
  }),
};

/** Addresses that a careless client takes for the output. */
export const decoysOf = (world: World, job: Job): Record<string, unknown> => {
  const decoy = `${world.addresses.files}/decoy/${job.requestId}.mp4`;
  return { video: decoy, videos: [decoy], output: { video: decoy } };
};
