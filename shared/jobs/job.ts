import { z } from "zod";

/** One submission of a request and its whole life. Times are ISO 8601 in UTC, money is USD, lengths are seconds. */

export const engineIdSchema = z.enum(["animatic", "runcomfy"]);
export type EngineId = z.infer<typeof engineIdSchema>;

/** Why a job stands where it stands: a code of ours, and the service's own words when it said any. */
const reasonSchema = z.object({
  code: z.string(),
  words: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Reason = z.infer<typeof reasonSchema>;

const bytes = z.int().nonnegative();

const jobStateSchema = z.discriminatedUnion("state", [
  /** Waiting for a place among the jobs that may run at once: nothing was sent. */
  z.object({ state: z.literal("waiting") }),
  z.object({ state: z.literal("submitting") }),
  z.object({
    state: z.literal("inQueue"),
    position: z.int().nullable(),
    /** Watching has paused after 30 minutes; the job itself goes on. */
    unwatched: z.boolean().optional(),
  }),
  z.object({
    state: z.literal("running"),
    /** Frames done, where the engine knows. */
    progress: z.object({ done: z.int(), total: z.int() }).optional(),
    /** The service's own word, when it is one that we do not know. */
    word: z.string().optional(),
    /** Watching has paused after 30 minutes; the job itself goes on. */
    unwatched: z.boolean().optional(),
  }),
  z.object({ state: z.literal("downloading"), bytes, total: bytes.nullable() }),
  z.object({ state: z.literal("done") }),
  /** `takeWaits`: the service made the video but it could not be fetched yet; fetching again costs nothing. */
  z.object({ state: z.literal("failed"), reason: reasonSchema, takeWaits: z.boolean().optional() }),
  z.object({ state: z.literal("cancelled") }),
  /** Sent, but no answer came: it may have been accepted. Never sent again by the program itself. */
  z.object({ state: z.literal("unknown"), reason: reasonSchema }),
]);
export type JobState = z.infer<typeof jobStateSchema>;
export type JobStateName = JobState["state"];
export const jobStates = [
  "waiting",
  "submitting",
  "inQueue",
  "running",
  "downloading",
  "done",
  "failed",
  "cancelled",
  "unknown",
] as const satisfies readonly JobStateName[];

export const requestInputSchema = z.record(z.string(), z.json());

export const jobSchema = z.object({
  id: z.string(),
  /** Jobs of one press of Run share it. */
  runId: z.string(),
  engine: engineIdSchema,
  boardTitle: z.string(),
  sceneId: z.string(),
  sceneTitle: z.string(),
  /** Counted from 0. */
  part: z.object({ index: z.int(), count: z.int() }),
  model: z.string(),
  seconds: z.number().nullable(),
  aspectRatio: z.string(),
  shots: z.array(z.object({ nodeId: z.string(), start: z.number(), seconds: z.number() })),
  estimate: z.number().nullable(),
  /** What was charged, once the service has said it. */
  cost: z.number().nullable(),
  /** The service's id, as soon as it is known. */
  requestId: z.string().nullable(),
  createdAt: z.string(),
  submittedAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** A passing trouble that the program is dealing with by itself, e.g. the service cannot be reached. */
  trouble: reasonSchema.extend({ nextTryAt: z.string().nullable() }).nullable(),
  status: jobStateSchema,
  /** Among the jobs of its engine that wait, once the user has moved one of them; counted from 0. */
  turn: z.int().nonnegative().optional(),
});
export type Job = z.infer<typeof jobSchema>;

const endStates: ReadonlySet<JobStateName> = new Set(["done", "failed", "cancelled", "unknown"]);

/** An open job is one that the program still has work with. */
export const isOpen = (job: Pick<Job, "status">): boolean => isOpenState(job.status.state);
export const isOpenState = (state: JobStateName): boolean => !endStates.has(state);

/** Whether a video has all come, and is looked through before it becomes a take. An animatic is never on its way. */
export const isBeingChecked = ({ engine, status }: Pick<Job, "engine" | "status">): boolean =>
  status.state === "downloading" &&
  (engine === "animatic" || (status.bytes > 0 && status.bytes === status.total));

/** What a user says of a take. */
export const takeMarksSchema = z.object({
  starred: z.boolean(),
  /** Empty when it is called by its number. */
  title: z.string().max(200),
  note: z.string().max(5000),
});
export type TakeMarks = z.infer<typeof takeMarksSchema>;

/** What a finished job left: a video and its record, in a folder of the library. */
export const takeSchema = z.object({
  id: z.string(),
  job: jobSchema,
  /** Counted from 1 within the scene and part. */
  number: z.int().positive(),
  /** Names within the take's folder; media are served as `<take id>/<name>`. */
  video: z.string(),
  poster: z.string().nullable(),
  /** One still for each shot, from the middle of its segment; null where none could be made. */
  stills: z.array(z.string().nullable()),
  /** Of the video as it is, read by a demuxer; px and seconds. */
  width: z.int(),
  height: z.int(),
  seconds: z.number(),
  bytes,
  starred: takeMarksSchema.shape.starred.default(false),
  title: takeMarksSchema.shape.title.default(""),
  note: takeMarksSchema.shape.note.default(""),
  /** The file is not where it was left. */
  missing: z.boolean(),
  /** It was deleted, and lies in the library's bin. */
  binned: z.boolean(),
});
export type Take = z.infer<typeof takeSchema>;

/** For sorting ISO times, the latest first; ten times as quick as comparing by the rules of a language. */
export const laterFirst = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);
