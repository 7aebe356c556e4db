import { z } from "zod";
import { boardChangesSchema } from "../board/changes.ts";
import { boardFormat, boardSchema, type Board } from "../board/schema.ts";
import {
  engineIdSchema,
  jobSchema,
  requestInputSchema,
  takeMarksSchema,
  takeSchema,
} from "../jobs/job.ts";
import { ledgerSchema } from "../jobs/ledger.ts";
import { settingsSchema, settingsPatchSchema } from "./settings.ts";

/**
 * Every call and event between the window and the process behind it: the whole list of what the window may ask of the
 * system. Both ends parse what they are given. The same list runs over Electron IPC and over loopback HTTP.
 */

const nothing = z.object({}).strict();
const path = z.string().min(1).max(4096);

/**
 * A board that the process behind the window hands over. It was gone through where it came in from its file; to do so
 * again on both sides of the wall is a good part of what opening a large board would cost.
 */
const parsedBoardSchema = z.custom<Board>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    "format" in value &&
    value.format === boardFormat,
);

/** A board as the window holds it: where it lives and what its file was when last read or written. */
const openedBoardSchema = z.object({
  board: parsedBoardSchema,
  path: path.nullable(),
  /** SHA-256 of the file's bytes: a save is refused when the file has changed behind the window's back. */
  hash: z.string().nullable(),
  readOnly: z.boolean(),
});

export const boardFailureSchema = z.object({
  code: z.enum(["notABoard", "tooNew", "invalid", "tooLarge", "unreadable"]),
  /** Where in the file, and what is wrong there, for `invalid`. */
  path: z.array(z.union([z.string(), z.number()])).optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const draftStateSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  path: path.nullable(),
  hash: z.string().nullable(),
  unsaved: z.boolean(),
  order: z.int(),
});
/** Work in progress of one tab, kept beside the real file until it is saved or closed. */
export const draftSchema = draftStateSchema.extend({ board: boardSchema });
export type Draft = z.infer<typeof draftSchema>;

/** Names what a draft is at this moment. */
const mark = z.string();

/** Which window writes, and the draft as which it has read the board at its start; null for a board of its own. */
const writerSchema = z.object({ window: z.string(), read: mark.nullable() });
export type Writer = z.infer<typeof writerSchema>;

/** What has happened to a draft since it was written, or read, as the one that `since` names. */
const draftChangeSchema = draftStateSchema.extend({
  since: mark,
  changes: boardChangesSchema,
  by: writerSchema,
});
export type DraftChange = z.infer<typeof draftChangeSchema>;

const tokenStatusSchema = z.object({
  present: z.boolean(),
  /** Where the token is kept. `plainFile`: this desktop has no key store; the user was warned and agreed. */
  storage: z.enum(["none", "environment", "keyStore", "plainFile"]),
  /** What `set` would use on this machine. */
  available: z.enum(["keyStore", "plainFile"]),
});
export type TokenStatus = z.infer<typeof tokenStatusSchema>;

const balanceSchema = z.object({ usd: z.number().nullable() });

const fileEntrySchema = z.object({ path, name: z.string(), modifiedAt: z.string() });

const jobIds = z.array(z.string()).min(1).max(1000);
const takeIds = z.array(z.string()).min(1).max(100);

/** What a link may open outside the window: a page of the web or a mail to write, nothing that the system would run. */
export const outsideAddressSchema = z
  .url({ protocol: /^(https?|mailto)$/, normalize: true })
  .max(2048);

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

export const calls = {
  "app.info": call(
    nothing,
    z.object({
      version: z.string(),
      host: z.enum(["desktop", "serve"]),
      platform: z.string(),
      /** Put before `<take id>/<name>` to play or show it. */
      mediaBase: z.string(),
      settings: settingsSchema,
      token: tokenStatusSchema,
      /** The list of jobs was damaged at this start and is set aside: jobs that were open are known at the service alone. */
      jobsSetAside: z.boolean(),
    }),
  ),
  /** Links of our own list. */
  "app.openLink": call(
    z.object({ link: z.enum(["generations", "apiKeys", "billing", "models"]) }),
    nothing,
  ),
  /** A link that the user has followed in a note. */
  "app.openAddress": call(z.object({ address: outsideAddressSchema }), nothing),
  "app.showFolder": call(z.object({ folder: z.enum(["library", "boards", "data"]) }), nothing),
  /** Marks the window as having unsaved work, so that the host asks before it closes. */
  "app.setUnsaved": call(z.object({ unsaved: z.boolean(), title: z.string() }), nothing),
  /** What is under way, for the window's title and the taskbar. `label` is empty when nothing is. */
  "app.setProgress": call(
    z.object({
      label: z.string().max(20),
      running: z.int().nonnegative(),
      /** Null where it is not known. */
      fraction: z.number().min(0).max(1).nullable(),
    }),
    nothing,
  ),
  /** Has the system say something while another window is in front. A click on it gives `noticeChosen`. */
  "app.notify": call(
    z.object({ title: z.string().min(1).max(300), body: z.string().max(500), jobIds }),
    nothing,
  ),
  /** The user has answered: close now. */
  "app.close": call(nothing, nothing),

  /** Lets the user choose a file. `inApp`: this host has no file dialog, the window shows `boards.list` instead. */
  "boards.pick": call(
    z.object({ purpose: z.enum(["open", "save"]), suggestedName: z.string().max(200) }),
    z.discriminatedUnion("outcome", [
      z.object({ outcome: z.literal("chosen"), path }),
      z.object({ outcome: z.literal("cancelled") }),
      z.object({ outcome: z.literal("inApp"), folder: path }),
    ]),
  ),
  "boards.list": call(nothing, z.object({ folder: path, boards: z.array(fileEntrySchema) })),
  "boards.recent": call(nothing, z.array(fileEntrySchema)),
  /** Only a path that the user has chosen, that is recent, or that lies in the boards folder. */
  "boards.open": call(
    z.object({ path }),
    z.discriminatedUnion("ok", [
      openedBoardSchema.extend({ ok: z.literal(true) }),
      z.object({ ok: z.literal(false), failure: boardFailureSchema }),
    ]),
  ),
  /** `hash`: what the file is expected to be; null to write whatever is there. Fails with `changedOnDisk`. */
  "boards.save": call(
    z.object({ path, board: boardSchema, hash: z.string().nullable() }),
    z.object({ path, hash: z.string() }),
  ),
  /**
   * Writes a text to a file that the user chooses. `download`: this host has no file dialog, the window hands the text to the
   * browser that it is shown in. Fails with `fileNotWritten`.
   */
  "files.save": call(
    z.object({
      /** Without the extension. */
      suggestedName: z.string().max(200),
      format: z.enum(["csv"]),
      text: z.string().max(20_000_000),
    }),
    z.discriminatedUnion("outcome", [
      z.object({ outcome: z.literal("saved"), path }),
      z.object({ outcome: z.literal("cancelled") }),
      z.object({ outcome: z.literal("download") }),
    ]),
  ),
  "drafts.list": call(
    nothing,
    z.array(draftStateSchema.extend({ board: parsedBoardSchema, mark })),
  ),
  /** `mark` is null, and nothing done, when another window has gone on with the draft. */
  "drafts.write": call(
    z.object({ draft: draftSchema, by: writerSchema }),
    z.object({ mark: mark.nullable() }),
  ),
  /** Spares sending the whole board. `mark` is null when the draft is not what it was `since`: then the whole is wanted. */
  "drafts.change": call(draftChangeSchema, z.object({ mark: mark.nullable() })),
  /** Nothing is done when another window has gone on with the draft. */
  "drafts.drop": call(z.object({ id: z.string(), by: writerSchema }), nothing),

  /**
   * Compiles the scene again behind the wall and refuses (`boardChanged`) unless that gives exactly `expected`, the
   * requests that the user has seen. Fails with `boardHasErrors` before anything is sent, and with `alreadyRun` (`jobId`,
   * `state`, and `take` where there is one) when a paid request is byte for byte that of an open or finished job. A run that
   * goes past a cap of the settings fails with `capPerRun` or `capPerDay`, or `capPriceUnknown` when nobody can tell.
   */
  "runs.start": call(
    z.object({
      engine: engineIdSchema,
      board: boardSchema,
      sceneId: z.string(),
      expected: z.array(z.object({ model: z.string(), input: requestInputSchema })).min(1),
      /** The user knows that exactly this was run before, and wants another take. */
      again: z.boolean().optional(),
    }),
    z.object({ runId: z.string(), jobs: z.array(jobSchema) }),
  ),
  /** Every open job and the newest ended ones, newest first. */
  "jobs.list": call(z.object({ limit: z.int().min(1).max(1000) }), z.array(jobSchema)),
  "jobs.cancel": call(
    z.object({ jobId: z.string() }),
    z.object({ outcome: z.enum(["cancelled", "notCancellable"]) }),
  ),
  /**
   * In front of another of the jobs of its engine that wait, or behind them all (null). Nothing happens to one that was sent
   * in the meantime.
   */
  "jobs.move": call(z.object({ jobId: z.string(), before: z.string().nullable() }), nothing),
  /** Sends the same request again, as a new job and a new take. */
  "jobs.repeat": call(z.object({ jobId: z.string() }), jobSchema),
  /** Watch an unwatched job again, or fetch a finished video again. Costs nothing. */
  "jobs.checkAgain": call(z.object({ jobId: z.string() }), jobSchema),
  /** For an `unknown` job: the user found its request id on the site. Asked for before it is believed. */
  "jobs.adopt": call(
    z.object({ jobId: z.string(), requestId: z.string().min(1).max(200) }),
    jobSchema,
  ),
  /** The request as it was sent. */
  "jobs.request": call(
    z.object({ jobId: z.string() }),
    z.object({ model: z.string(), input: requestInputSchema }),
  ),
  /** The board as it was run. */
  "jobs.board": call(z.object({ jobId: z.string() }), z.object({ board: parsedBoardSchema })),

  /** Newest first; of one scene when `sceneId` is given; `binned`: what lies in the bin instead. */
  "takes.list": call(
    z.object({
      sceneId: z.string().optional(),
      limit: z.int().min(1).max(1000),
      /** How many of the newest are known already. */
      skip: z.int().nonnegative().optional(),
      binned: z.boolean().optional(),
    }),
    z.array(takeSchema),
  ),
  /** Ids of the takes, newest first, in whose board, scene, name, note or prompts all of these words stand. */
  "takes.find": call(z.object({ words: z.string().max(500) }), z.array(z.string())),
  "takes.mark": call(z.object({ takeIds, marks: takeMarksSchema.partial() }), z.array(takeSchema)),
  /** To the library's bin, from which `takes.restore` brings them back. Fails with `takeNotMoved`. */
  "takes.bin": call(z.object({ takeIds }), z.array(takeSchema)),
  "takes.restore": call(z.object({ takeIds }), z.array(takeSchema)),
  /** Deletes the files of what lies in the bin. Cannot be undone. */
  "takes.emptyBin": call(nothing, z.object({ count: z.int() })),
  /** What was sent to the paid engine on the last days, today included. */
  "ledger.get": call(z.object({ days: z.int().min(1).max(3660) }), ledgerSchema),

  /** Takes up what lies in the library's folders and is not in the list, or not where the list says. */
  "library.rebuild": call(nothing, z.object({ takes: z.int(), added: z.int(), found: z.int() })),
  "takes.showInFolder": call(z.object({ takeId: z.string() }), nothing),

  "settings.set": call(settingsPatchSchema, settingsSchema),

  "token.set": call(
    z.object({ token: z.string().max(8192), allowPlainFile: z.boolean() }),
    tokenStatusSchema,
  ),
  /** Asks the service for the balance. Fails with the service's words when the token is refused. */
  "token.test": call(nothing, balanceSchema),
  "token.remove": call(nothing, tokenStatusSchema),
  "balance.get": call(nothing, balanceSchema),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.input<Calls[N]["input"]>;
export type CallOutput<N extends CallName> = z.output<Calls[N]["output"]>;
export const isCallName = (name: string): name is CallName => Object.hasOwn(calls, name);

export const eventSchema = z.discriminatedUnion("event", [
  z.object({ event: z.literal("jobChanged"), job: jobSchema }),
  z.object({ event: z.literal("takeAdded"), take: takeSchema }),
  z.object({ event: z.literal("takeChanged"), take: takeSchema }),
  /** Deleted for good. */
  z.object({ event: z.literal("takeGone"), takeId: z.string() }),
  z.object({ event: z.literal("settingsChanged"), settings: settingsSchema }),
  z.object({ event: z.literal("tokenChanged"), token: tokenStatusSchema }),
  z.object({ event: z.literal("balanceChanged"), balance: balanceSchema }),
  /** A command chosen in the system menu; an id of `shared/commands.ts`. */
  z.object({ event: z.literal("command"), id: z.string() }),
  /** A board file was opened from outside the window. */
  z.object({ event: z.literal("openBoard"), path }),
  /** The user has clicked on what the system said of these jobs. */
  z.object({ event: z.literal("noticeChosen"), jobIds }),
  /** The user wants to close the window while there is unsaved work. */
  z.object({ event: z.literal("closeRequested") }),
]);
export type AppEvent = z.infer<typeof eventSchema>;

/** How a call fails across the wall: a code with values for its sentence, and the service's words if there were any. */
const callErrorSchema = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  words: z.string().optional(),
});
export type CallError = z.infer<typeof callErrorSchema>;

export const answerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: callErrorSchema }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** What the preload puts on `window.shotgraph`, and what the loopback transport imitates. */
export interface Bridge {
  call: (name: string, input: unknown) => Promise<unknown>;
  /** `onOpen` is told each time that events begin to come: those before are missed. Returns how to stop. */
  subscribe: (listener: (event: unknown) => void, onOpen: () => void) => () => void;
}
