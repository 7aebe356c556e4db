/**
 * The journal's tables, step by step: `PRAGMA user_version` counts the steps that were made. Append only; a step that was
 * published is never changed. Columns made from `job` cannot disagree with it.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    board TEXT NOT NULL,
    scene TEXT NOT NULL
  ) STRICT;

  CREATE TABLE jobs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    run TEXT NOT NULL REFERENCES runs (id),
    job TEXT NOT NULL,
    body TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    output TEXT,
    place TEXT,
    state TEXT NOT NULL GENERATED ALWAYS AS (job ->> '$.status.state') VIRTUAL,
    engine TEXT NOT NULL GENERATED ALWAYS AS (job ->> '$.engine') VIRTUAL,
    model TEXT NOT NULL GENERATED ALWAYS AS (job ->> '$.model') VIRTUAL,
    scene TEXT NOT NULL GENERATED ALWAYS AS (job ->> '$.sceneId') VIRTUAL,
    part INTEGER NOT NULL GENERATED ALWAYS AS (job ->> '$.part.index') VIRTUAL,
    request TEXT GENERATED ALWAYS AS (job ->> '$.requestId') VIRTUAL,
    estimate REAL GENERATED ALWAYS AS (job ->> '$.estimate') VIRTUAL,
    cost REAL GENERATED ALWAYS AS (job ->> '$.cost') VIRTUAL,
    submitted_at TEXT GENERATED ALWAYS AS (job ->> '$.submittedAt') VIRTUAL,
    ended_at TEXT GENERATED ALWAYS AS (job ->> '$.endedAt') VIRTUAL,
    take INTEGER GENERATED ALWAYS AS (place ->> '$.number') VIRTUAL
  ) STRICT;
  CREATE INDEX jobs_by_state ON jobs (state);
  CREATE INDEX jobs_by_scene ON jobs (scene, part);
  CREATE INDEX jobs_by_body ON jobs (body_hash);
  CREATE INDEX jobs_by_request ON jobs (request);
  CREATE INDEX jobs_by_end ON jobs (ended_at);

  CREATE TABLE takes (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES jobs (id),
    folder TEXT NOT NULL,
    record TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  `,
  "ALTER TABLE takes ADD COLUMN binned_at TEXT",
  "CREATE INDEX jobs_by_run ON jobs (run)",
];
