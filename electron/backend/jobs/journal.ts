import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { z } from "zod";
import type { CompiledScene } from "../../../shared/compile/compiled.ts";
import {
  isOpen,
  jobSchema,
  takeSchema,
  type Job,
  type JobStateName,
} from "../../../shared/jobs/job.ts";
import { canAskAgain } from "../../../shared/jobs/reduce.ts";
import type { Submission } from "../../engines/engine.ts";
import { AppError } from "../appError.ts";
import { migrations } from "./migrations.ts";

/** What one press of Run was about: the printed board and the scene as it was compiled. */
export interface Run {
  readonly id: string;
  readonly board: string;
  readonly scene: CompiledScene;
}

export interface NewJob {
  readonly job: Job;
  /** The bytes that are sent. */
  readonly body: string;
}

const placeSchema = z.object({
  library: z.string(),
  /** Within the library, with `/`: `<day>/<name>`. */
  folder: z.string(),
  /** Of the take, counted from 1 within the scene and part. */
  number: z.int().positive(),
});
/** Where a take will stand, decided before anything of it is written. */
export type Place = z.infer<typeof placeSchema>;

/** A job with all that is needed to go on with it. `output` is private: its path names the account. */
export interface Entry {
  readonly job: Job;
  readonly submission: Submission;
  readonly body: string;
  readonly board: string;
  readonly output: string | null;
  readonly place: Place | null;
}

/** A take without what the job's own row and the disk say. */
export const takeRecordSchema = takeSchema.omit({ job: true, missing: true, binned: true });
export type TakeRecord = z.infer<typeof takeRecordSchema>;

export interface StoredTake {
  readonly record: TakeRecord;
  readonly job: Job;
  /** Absolute path. */
  readonly folder: string;
  /** When it was deleted, ISO 8601: then its folder is in the library's bin. */
  readonly binnedAt: string | null;
}

interface SameRequest {
  readonly jobId: string;
  readonly state: JobStateName;
  /** The number of its take. */
  readonly take: number | null;
}

/** A take that was found in a folder, with all that its job's row needs. */
export interface FoundTake extends NewJob {
  readonly run: Run;
  readonly place: Place;
  readonly take: Omit<StoredTake, "job">;
  readonly hash: string;
}

export interface Journal {
  /** Whether all of its pages can be read. */
  readonly isSound: () => boolean;
  /** Whether there never was a job. */
  readonly isNew: () => boolean;
  /** A run and its jobs: all of them or none. */
  readonly addRun: (run: Run, jobs: readonly NewJob[]) => void;
  readonly write: (job: Job, more?: { readonly output?: string; readonly place?: Place }) => void;
  /** All of them or none. */
  readonly writeAll: (jobs: readonly Job[]) => void;
  /** The take and the end of its job, together. */
  readonly writeTake: (job: Job, take: Pick<StoredTake, "record" | "folder">, hash: string) => void;
  /** Oldest first. */
  readonly openIds: () => string[];
  readonly entry: (id: string) => Entry | undefined;
  readonly isRequestKnown: (requestId: string) => boolean;
  /** An earlier job of the engine with the same bytes, one with a take first, that has a video or may still get one. */
  readonly sameRequest: (request: NewJob) => SameRequest | undefined;
  /** Every open job and the newest ended ones, newest first. */
  readonly jobs: (limit: number) => Job[];
  /** Finished jobs of a service that has not said yet what they cost, ended since that time (ISO 8601). */
  readonly uncharged: (engine: string, since: string) => string[];
  /** Every job of the engine that was sent, or is to be, since that time (ISO 8601), the newest first. */
  readonly since: (engine: string, time: string) => Job[];
  /** The jobs of one press of Run. */
  readonly ofRun: (runId: string) => Job[];
  /** The number that the next take of a scene's part gets. */
  readonly nextNumber: (sceneId: string, part: number) => number;
  /** Newest first, without those in the bin. */
  readonly takes: (limit: number, sceneId?: string, skip?: number) => StoredTake[];
  /** Ids of the takes, newest first and also in the bin, whose titles (one text) and request fulfil the test. */
  readonly findTakes: (isMeant: (titles: string, body: string) => boolean) => string[];
  /** The last deleted first. */
  readonly binned: () => StoredTake[];
  readonly take: (id: string) => StoredTake | undefined;
  /** With its job and run where they are not known yet. False, and nothing is done, while its job is still open. */
  readonly addTake: (found: FoundTake) => boolean;
  readonly changeTake: (id: string, change: Partial<Omit<StoredTake, "job">>) => void;
  /** Its job stays. */
  readonly dropTake: (id: string) => void;
  readonly close: () => void;
}

/** Its name in the data folder. */
export const journalFile = "jobs.sqlite";

/**
 * Opens the journal of a data folder, and makes it when there is none. Every change is one transaction that is on the disk
 * when the call returns (WAL, synchronous FULL). Reading beside another process is safe.
 *
 * @throws AppError `journalTooNew` when a newer version of the program has written it.
 */
export function openJournal(dataDir: string): Journal {
  mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, journalFile), { timeout: 5000 });
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    migrate(database);
    return createJournal(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: DatabaseSync): void {
  const versionOf = (): number =>
    Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (versionOf() > migrations.length) throw new AppError("journalTooNew");
  if (versionOf() === migrations.length) return;
  transaction(database, () => {
    for (const step of migrations.slice(versionOf())) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function transaction(database: DatabaseSync, change: () => void): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    change();
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

const openStates = "'waiting', 'submitting', 'inQueue', 'running', 'downloading'";

function createJournal(database: DatabaseSync): Journal {
  const prepared = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const statement = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  const jobOf = (row: Row): Job => jobSchema.parse(JSON.parse(text(row, "job")));
  const takeOf = (row: Row): StoredTake => ({
    record: takeRecordSchema.parse(JSON.parse(text(row, "record"))),
    job: jobOf(row),
    folder: text(row, "folder"),
    binnedAt: row["binned_at"] === null ? null : text(row, "binned_at"),
  });
  const takeColumns =
    "takes.record, takes.folder, takes.binned_at, jobs.job FROM takes JOIN jobs USING (id)";
  const writeJob = (job: Job): void => {
    sql("UPDATE jobs SET job = ? WHERE id = ?").run(JSON.stringify(job), job.id);
  };

  return {
    isSound: () => Object.values(sql("PRAGMA quick_check(1)").get() ?? {})[0] === "ok",

    isNew: () => sql("SELECT 1 FROM jobs LIMIT 1").get() === undefined,

    addTake: ({ run, job, body, place, take, hash }) => {
      const known = sql("SELECT job FROM jobs WHERE id = ?").get(job.id);
      if (known !== undefined && isOpen(jobOf(known))) return false;
      transaction(database, () => {
        sql("INSERT OR IGNORE INTO runs (id, board, scene) VALUES (?, ?, ?)").run(
          run.id,
          run.board,
          JSON.stringify(run.scene),
        );
        sql(
          "INSERT OR IGNORE INTO jobs (id, run, job, body, body_hash, place) VALUES (?, ?, ?, ?, ?, ?)",
        ).run(job.id, run.id, JSON.stringify(job), body, hashOf(job, body), JSON.stringify(place));
        sql("INSERT INTO takes (id, folder, record, hash, binned_at) VALUES (?, ?, ?, ?, ?)").run(
          job.id,
          take.folder,
          JSON.stringify(take.record),
          hash,
          take.binnedAt,
        );
      });
      return true;
    },

    addRun: (run, jobs) =>
      transaction(database, () => {
        sql("INSERT INTO runs (id, board, scene) VALUES (?, ?, ?)").run(
          run.id,
          run.board,
          JSON.stringify(run.scene),
        );
        const insert = sql(
          "INSERT INTO jobs (id, run, job, body, body_hash) VALUES (?, ?, ?, ?, ?)",
        );
        for (const { job, body } of jobs) {
          insert.run(job.id, run.id, JSON.stringify(job), body, hashOf(job, body));
        }
      }),

    writeAll: (jobs) => transaction(database, () => jobs.forEach(writeJob)),

    write: (job, { output, place } = {}) =>
      transaction(database, () => {
        writeJob(job);
        if (output !== undefined) {
          sql("UPDATE jobs SET output = ? WHERE id = ?").run(output, job.id);
        }
        if (place !== undefined) {
          sql("UPDATE jobs SET place = ? WHERE id = ?").run(JSON.stringify(place), job.id);
        }
      }),

    writeTake: (job, { record, folder }, hash) =>
      transaction(database, () => {
        writeJob(job);
        sql("INSERT OR REPLACE INTO takes (id, folder, record, hash) VALUES (?, ?, ?, ?)").run(
          record.id,
          folder,
          JSON.stringify(record),
          hash,
        );
      }),

    openIds: () =>
      sql(`SELECT id FROM jobs WHERE state IN (${openStates}) ORDER BY number`)
        .all()
        .map((row) => text(row, "id")),

    entry: (id) => {
      const row = sql(
        "SELECT jobs.*, runs.board, runs.scene AS compiled FROM jobs JOIN runs ON runs.id = jobs.run WHERE jobs.id = ?",
      ).get(id);
      if (row === undefined) return undefined;
      const job = jobOf(row);
      const body = text(row, "body");
      const scene: CompiledScene = JSON.parse(text(row, "compiled"));
      const submission: Submission = {
        jobId: id,
        model: job.model,
        input: JSON.parse(body),
        scene,
        partIndex: job.part.index,
      };
      const place =
        row["place"] === null ? null : placeSchema.parse(JSON.parse(text(row, "place")));
      const output = row["output"] === null ? null : text(row, "output");
      return { job, submission, body, board: text(row, "board"), output, place };
    },

    isRequestKnown: (requestId) =>
      sql("SELECT 1 FROM jobs WHERE request = ?").get(requestId) !== undefined,

    sameRequest: ({ job, body }) => {
      const row = sql(
        `SELECT jobs.id, jobs.job, takes.record ->> '$.number' AS take_number FROM jobs LEFT JOIN takes USING (id)
         WHERE body_hash = ? AND engine = ?
         AND state IN (${openStates}, 'done', 'unknown', 'failed')
         ORDER BY take_number IS NULL, jobs.number DESC`,
      )
        .all(hashOf(job, body), job.engine)
        .find((each) => {
          const earlier = jobOf(each);
          return earlier.status.state !== "failed" || canAskAgain(earlier);
        });
      if (row === undefined) return undefined;
      const { id, status } = jobOf(row);
      const take = row["take_number"];
      return { jobId: id, state: status.state, take: typeof take === "number" ? take : null };
    },

    jobs: (limit) =>
      sql(
        `SELECT job FROM jobs WHERE state IN (${openStates}) OR number IN (SELECT number FROM jobs ORDER BY number DESC LIMIT ?) ORDER BY number DESC`,
      )
        .all(limit)
        .map(jobOf),

    uncharged: (engine, since) =>
      sql(
        "SELECT id FROM jobs WHERE engine = ? AND state IN ('done', 'failed') AND request IS NOT NULL AND cost IS NULL AND ended_at >= ? ORDER BY number",
      )
        .all(engine, since)
        .map((row) => text(row, "id")),

    since: (engine, time) =>
      sql(
        "SELECT job FROM jobs WHERE engine = ? AND coalesce(submitted_at, job ->> '$.createdAt') >= ? ORDER BY coalesce(submitted_at, job ->> '$.createdAt') DESC, number DESC",
      )
        .all(engine, time)
        .map(jobOf),

    ofRun: (runId) => sql("SELECT job FROM jobs WHERE run = ?").all(runId).map(jobOf),

    nextNumber: (sceneId, part) =>
      1 +
      Number(
        sql("SELECT coalesce(max(take), 0) AS last FROM jobs WHERE scene = ? AND part = ?").get(
          sceneId,
          part,
        )?.["last"],
      ),

    takes: (limit, sceneId, skip = 0) =>
      (sceneId === undefined
        ? sql(
            `SELECT ${takeColumns} WHERE binned_at IS NULL ORDER BY takes.number DESC LIMIT ? OFFSET ?`,
          ).all(limit, skip)
        : sql(
            `SELECT ${takeColumns} WHERE binned_at IS NULL AND jobs.scene = ? ORDER BY takes.number DESC LIMIT ? OFFSET ?`,
          ).all(sceneId, limit, skip)
      ).map(takeOf),

    findTakes: (isMeant) =>
      sql(
        `SELECT takes.id, jobs.body, concat_ws(char(10), job ->> '$.boardTitle', job ->> '$.sceneTitle', record ->> '$.title', record ->> '$.note') AS titles FROM takes JOIN jobs USING (id) ORDER BY takes.number DESC`,
      )
        .all()
        .filter((row) => isMeant(text(row, "titles"), text(row, "body")))
        .map((row) => text(row, "id")),

    binned: () =>
      sql(
        `SELECT ${takeColumns} WHERE binned_at IS NOT NULL ORDER BY binned_at DESC, takes.number DESC`,
      )
        .all()
        .map(takeOf),

    take: (id) => {
      const row = sql(`SELECT ${takeColumns} WHERE takes.id = ?`).get(id);
      return row && takeOf(row);
    },

    changeTake: (id, { record, folder, binnedAt }) =>
      transaction(database, () => {
        if (record !== undefined) {
          sql("UPDATE takes SET record = ? WHERE id = ?").run(JSON.stringify(record), id);
        }
        if (folder !== undefined) sql("UPDATE takes SET folder = ? WHERE id = ?").run(folder, id);
        if (binnedAt !== undefined) {
          sql("UPDATE takes SET binned_at = ? WHERE id = ?").run(binnedAt, id);
        }
      }),

    dropTake: (id) =>
      transaction(database, () => {
        sql("DELETE FROM takes WHERE id = ?").run(id);
      }),

    close: () => database.close(),
  };
}

type Row = ReturnType<StatementSync["all"]>[number];

function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new Error(`The journal has no text in ${column}`);
  return value;
}

const hashOf = ({ model }: Job, body: string): string =>
  createHash("sha256").update(`${model}\n${body}`).digest("hex");
