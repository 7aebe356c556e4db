import { z } from "zod";
import { engineIdSchema } from "../jobs/job.ts";
import { keyChangesSchema, readKeyChangesSchema } from "../keyboard/keymap.ts";

/** What the user has chosen for the whole program. Read with a default for each key, so that one bad key loses only itself. */

const panelSchema = z.object({ open: z.boolean(), size: z.int().min(80).max(4000) });

const leftPanelSchema = z.enum(["add", "templates", "outline", "library", "jobs", "problems"]);
export type LeftPanel = z.infer<typeof leftPanelSchema>;

/** px between two lines. */
export const gridSteps = { least: 5, most: 200, usual: 20 };
const gridSchema = z.object({
  step: z.int().min(gridSteps.least).max(gridSteps.most),
  /** Dragged nodes keep to the grid. */
  snap: z.boolean(),
});
const grid = { step: gridSteps.usual, snap: false };

/** What the wheel does on the canvas; `auto` looks at each turn whether a mouse or a trackpad has made it. */
export const pointingSchema = z.enum(["auto", "mouse", "trackpad"]);

const cap = z.number().min(0).max(1_000_000).nullable();

export const settingsSchema = z.object({
  engine: engineIdSchema.catch("animatic").default("animatic"),
  language: z.enum(["system", "en", "pt-BR"]).catch("system").default("system"),
  theme: z.enum(["system", "dark", "light"]).catch("system").default("system"),
  /** Absolute path; null for the place the host proposes. */
  libraryFolder: z.string().nullable().catch(null).default(null),
  boardsFolder: z.string().nullable().catch(null).default(null),
  /** Jobs of the service that run at once. */
  concurrency: z.int().min(1).max(10).catch(3).default(3),
  /** Nothing more is sent to the service; what was sent goes on. */
  queuePaused: z.boolean().catch(false).default(false),
  /** USD that one run, or one day, may cost at most; null for no limit. */
  capPerRun: cap.catch(null).default(null),
  capPerDay: cap.catch(null).default(null),
  /** The system says when a job ends while another window is in front. */
  notifications: z.boolean().catch(true).default(true),
  /** Which panels are open and how large, in px, by panel name. */
  panels: z.record(z.string(), panelSchema).catch({}).default({}),
  /** The one that is open on the left. */
  leftPanel: leftPanelSchema.nullable().catch(null).default(null),
  grid: gridSchema.catch(grid).default(grid),
  pointing: pointingSchema.catch("auto").default("auto"),
  /** The keys that the user has given to commands; null for an entry that says nothing that can be pressed. */
  keys: readKeyChangesSchema.catch({}).default({}),
  /** The sample board is shown once. */
  welcomed: z.boolean().catch(false).default(false),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Only the keys that change; a wrong value is refused, not replaced. */
export const settingsPatchSchema = z
  .strictObject({
    engine: engineIdSchema,
    language: z.enum(["system", "en", "pt-BR"]),
    theme: z.enum(["system", "dark", "light"]),
    libraryFolder: z.string().min(1).max(4096).nullable(),
    boardsFolder: z.string().min(1).max(4096).nullable(),
    concurrency: z.int().min(1).max(10),
    queuePaused: z.boolean(),
    capPerRun: cap,
    capPerDay: cap,
    notifications: z.boolean(),
    panels: z.record(z.string(), panelSchema),
    leftPanel: leftPanelSchema.nullable(),
    grid: gridSchema,
    pointing: pointingSchema,
    keys: keyChangesSchema,
    welcomed: z.boolean(),
  })
  .partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
