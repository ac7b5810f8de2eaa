import type { MigrationStep } from './step.ts';

/** The index of one table's `search_text` and the triggers that keep it in the same transaction as the row. */
const searchIndexOf = (table: 'parties' | 'orders' | 'documents'): string => `
  CREATE VIRTUAL TABLE ${table}_search USING fts5 (
    search_text, content = '${table}', content_rowid = 'seq', tokenize = 'trigram case_sensitive 1'
  );
  INSERT INTO ${table}_search (${table}_search) VALUES ('rebuild');

  CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table}
  BEGIN
    INSERT INTO ${table}_search (rowid, search_text) VALUES (new.seq, new.search_text);
  END;

  CREATE TRIGGER ${table}_search_update AFTER UPDATE OF search_text ON ${table}
  WHEN old.search_text IS NOT new.search_text
  BEGIN
    INSERT INTO ${table}_search (${table}_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    INSERT INTO ${table}_search (rowid, search_text) VALUES (new.seq, new.search_text);
  END;

  CREATE TRIGGER ${table}_search_delete AFTER DELETE ON ${table}
  BEGIN
    INSERT INTO ${table}_search (${table}_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
  END;
`;

/**
 * Search by any part of a word. SQLite folds the case of ASCII only, so stores write `search_text` already folded
 * (`fold-text.ts`), and the index compares exactly.
 */
export const search: MigrationStep = {
  id: 6,
  name: 'search',
  announcedLosses: [],
  sql: [searchIndexOf('parties'), searchIndexOf('orders'), searchIndexOf('documents')].join('\n'),
};
