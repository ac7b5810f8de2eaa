import type { MigrationStep } from './step.ts';

/** An issue of many orders and where each of them stands, so that a crash loses nothing of it. */
export const batches: MigrationStep = {
  id: 9,
  name: 'batches',
  announcedLosses: [],
  sql: `
    CREATE TABLE batches (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      key TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done')),
      kinds TEXT CHECK (kinds IS NULL OR json_valid(kinds)),
      formats TEXT CHECK (formats IS NULL OR json_valid(formats)),
      date TEXT,
      started_at TEXT NOT NULL,
      started_by TEXT NOT NULL REFERENCES users (id),
      worked_ms INTEGER NOT NULL CHECK (worked_ms >= 0),
      stop_code TEXT NOT NULL
    ) STRICT;
    CREATE INDEX batches_unfinished ON batches (key) WHERE state <> 'done';

    CREATE TABLE batch_items (
      batch_id TEXT NOT NULL REFERENCES batches (id),
      position INTEGER NOT NULL,
      order_id TEXT REFERENCES orders (id),
      asked TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'issued', 'done', 'failed')),
      problems TEXT NOT NULL CHECK (json_valid(problems)),
      PRIMARY KEY (batch_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batch_items_by_order ON batch_items (order_id);
  `,
};
