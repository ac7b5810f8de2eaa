import type { MigrationStep } from './step.ts';

/** The totals of the register by month: a period of years is asked of months, not of its hundred thousand rows. */
export const registerMonths: MigrationStep = {
  id: 21,
  name: 'register-months',
  announcedLosses: [],
  sql: `
    CREATE TABLE register_months (
      month TEXT NOT NULL,
      organisation_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      medium TEXT NOT NULL,
      paper_state TEXT NOT NULL,
      is_awaited INTEGER NOT NULL,
      documents INTEGER NOT NULL,
      sum INTEGER NOT NULL,
      vat INTEGER NOT NULL,
      PRIMARY KEY (month, organisation_id, kind, medium, paper_state, is_awaited)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO register_months
      SELECT substr(date, 1, 7), organisation_id, kind, medium, paper_state, is_awaited, count(*), sum(sum), sum(vat)
      FROM documents GROUP BY 1, organisation_id, kind, medium, paper_state, is_awaited;
    CREATE TRIGGER register_months_insert AFTER INSERT ON documents
    BEGIN
      INSERT INTO register_months VALUES
        (substr(new.date, 1, 7), new.organisation_id, new.kind, new.medium, new.paper_state, new.is_awaited, 1, new.sum, new.vat)
      ON CONFLICT DO UPDATE SET documents = documents + 1, sum = sum + excluded.sum, vat = vat + excluded.vat;
    END;
    CREATE TRIGGER register_months_update AFTER UPDATE OF paper_state, is_awaited, medium, sum, vat ON documents
    BEGIN
      UPDATE register_months SET documents = documents - 1, sum = sum - old.sum, vat = vat - old.vat
        WHERE month = substr(old.date, 1, 7) AND organisation_id = old.organisation_id AND kind = old.kind
          AND medium = old.medium AND paper_state = old.paper_state AND is_awaited = old.is_awaited;
      INSERT INTO register_months VALUES
        (substr(new.date, 1, 7), new.organisation_id, new.kind, new.medium, new.paper_state, new.is_awaited, 1, new.sum, new.vat)
      ON CONFLICT DO UPDATE SET documents = documents + 1, sum = sum + excluded.sum, vat = vat + excluded.vat;
    END;`,
};
