import type { MigrationStep } from './step.ts';

/** Counterparties and our own companies with what holds for a period: regime, accounts, signatories; contracts between them. */
export const parties: MigrationStep = {
  id: 2,
  name: 'parties',
  announcedLosses: [],
  sql: `
    CREATE TABLE parties (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      full_name TEXT NOT NULL,
      short_name TEXT NOT NULL,
      gender TEXT NOT NULL,
      inn TEXT NOT NULL,
      kpp TEXT NOT NULL,
      ogrn TEXT NOT NULL,
      ogrn_date TEXT CHECK (date(ogrn_date) IS ogrn_date),
      okpo TEXT NOT NULL,
      legal_address TEXT NOT NULL,
      actual_address TEXT NOT NULL,
      postal_address TEXT NOT NULL,
      phone TEXT NOT NULL,
      email TEXT NOT NULL,
      contact_name TEXT NOT NULL,
      country_code TEXT NOT NULL,
      foreign_tax_id TEXT NOT NULL,
      medium TEXT NOT NULL,
      edo_operator TEXT NOT NULL,
      edo_participant_id TEXT NOT NULL,
      forwarder_registry_number TEXT NOT NULL,
      carrier_registry_number TEXT NOT NULL,
      stop_reason TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      search_text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX parties_by_tax_id ON parties (inn, kpp);
    CREATE INDEX parties_by_name ON parties (short_name);

    CREATE TABLE tax_periods (
      party_id TEXT NOT NULL REFERENCES parties (id),
      position INTEGER NOT NULL,
      regime TEXT NOT NULL,
      valid_from TEXT CHECK (date(valid_from) IS valid_from),
      valid_to TEXT CHECK (date(valid_to) IS valid_to),
      PRIMARY KEY (party_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE bank_accounts (
      party_id TEXT NOT NULL REFERENCES parties (id),
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      account TEXT NOT NULL,
      bic TEXT NOT NULL,
      bank_name TEXT NOT NULL,
      bank_city TEXT NOT NULL,
      corr_account TEXT NOT NULL,
      currency TEXT NOT NULL,
      is_main INTEGER NOT NULL CHECK (is_main IN (0, 1)),
      PRIMARY KEY (party_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX bank_accounts_by_account ON bank_accounts (account);

    CREATE TABLE signatories (
      party_id TEXT NOT NULL REFERENCES parties (id),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      role TEXT NOT NULL,
      position TEXT NOT NULL,
      last_name TEXT NOT NULL,
      first_name TEXT NOT NULL,
      middle_name TEXT NOT NULL,
      gender TEXT,
      basis_type TEXT NOT NULL,
      basis_number TEXT NOT NULL,
      basis_date TEXT CHECK (date(basis_date) IS basis_date),
      scope TEXT NOT NULL CHECK (json_valid(scope)),
      overrides TEXT NOT NULL CHECK (json_valid(overrides)),
      grammar_confirmed INTEGER NOT NULL CHECK (grammar_confirmed IN (0, 1)),
      valid_from TEXT CHECK (date(valid_from) IS valid_from),
      valid_to TEXT CHECK (date(valid_to) IS valid_to),
      PRIMARY KEY (party_id, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE organisations (
      party_id TEXT PRIMARY KEY NOT NULL REFERENCES parties (id),
      business TEXT NOT NULL,
      city TEXT NOT NULL,
      number_prefix TEXT NOT NULL
    ) STRICT;

    CREATE TABLE contracts (
      id TEXT PRIMARY KEY NOT NULL,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      party_id TEXT NOT NULL REFERENCES parties (id),
      kind TEXT NOT NULL,
      number TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date(date) IS date),
      valid_to TEXT CHECK (date(valid_to) IS valid_to),
      auto_prolong INTEGER NOT NULL CHECK (auto_prolong IN (0, 1)),
      subject TEXT NOT NULL,
      payment_event TEXT NOT NULL,
      payment_days INTEGER NOT NULL CHECK (payment_days >= 0),
      payment_day_kind TEXT NOT NULL,
      vat_clause TEXT NOT NULL,
      city TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 0)
    ) STRICT;
    CREATE INDEX contracts_between ON contracts (organisation_id, party_id, date);
    CREATE INDEX contracts_by_party ON contracts (party_id);
  `,
};
