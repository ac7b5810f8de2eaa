import type { MigrationStep } from './step.ts';

/** What customers ordered: lines, and for a carriage the trip with its cargo and route. Sums are whole kopecks. */
export const orders: MigrationStep = {
  id: 3,
  name: 'orders',
  announcedLosses: [],
  sql: `
    CREATE TABLE orders (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      party_id TEXT NOT NULL REFERENCES parties (id),
      number TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date(date) IS date),
      business TEXT NOT NULL,
      stage TEXT NOT NULL,
      currency TEXT NOT NULL,
      price_includes_vat INTEGER NOT NULL CHECK (price_includes_vat IN (0, 1)),
      payment_kind TEXT NOT NULL,
      contract_id TEXT REFERENCES contracts (id),
      ship_date TEXT CHECK (date(ship_date) IS ship_date),
      due_date TEXT CHECK (date(due_date) IS due_date),
      customer_reference TEXT NOT NULL,
      comment TEXT NOT NULL,
      manager_name TEXT NOT NULL,
      source_system TEXT NOT NULL,
      external_id TEXT NOT NULL,
      manual_fields TEXT NOT NULL CHECK (json_valid(manual_fields)),
      revision INTEGER NOT NULL CHECK (revision >= 0),
      sum INTEGER NOT NULL,
      vat INTEGER NOT NULL,
      search_text TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX orders_by_source ON orders (source_system, external_id) WHERE external_id <> '';
    CREATE INDEX orders_by_number ON orders (number);
    CREATE INDEX orders_by_date ON orders (date, seq);
    CREATE INDEX orders_by_organisation ON orders (organisation_id, date, seq);
    CREATE INDEX orders_by_stage ON orders (stage, date, seq);
    CREATE INDEX orders_by_party ON orders (party_id);
    CREATE INDEX orders_by_contract ON orders (contract_id);

    CREATE TABLE order_lines (
      order_id TEXT NOT NULL REFERENCES orders (id),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      unit_name TEXT NOT NULL,
      unit_code TEXT NOT NULL,
      quantity TEXT NOT NULL,
      price INTEGER NOT NULL,
      discount_percent TEXT NOT NULL,
      vat_rate TEXT,
      country_code TEXT NOT NULL,
      customs_declaration TEXT NOT NULL,
      PRIMARY KEY (order_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE trips (
      order_id TEXT PRIMARY KEY NOT NULL REFERENCES orders (id),
      carrier_id TEXT REFERENCES parties (id),
      vehicle TEXT CHECK (vehicle IS NULL OR json_valid(vehicle)),
      driver TEXT CHECK (driver IS NULL OR json_valid(driver)),
      carrier_price INTEGER,
      paper_exception TEXT,
      paper_exception_text TEXT NOT NULL,
      etrn_uid TEXT NOT NULL,
      order_uid TEXT NOT NULL
    ) STRICT;
    CREATE INDEX trips_by_carrier ON trips (carrier_id);

    CREATE TABLE cargo (
      order_id TEXT PRIMARY KEY NOT NULL REFERENCES trips (order_id),
      name TEXT NOT NULL,
      state TEXT NOT NULL,
      packaging TEXT NOT NULL,
      places INTEGER,
      marking TEXT NOT NULL,
      gross_kg TEXT NOT NULL,
      net_kg TEXT NOT NULL,
      volume_m3 TEXT NOT NULL,
      declared_value INTEGER,
      temperature TEXT NOT NULL,
      mass_method TEXT NOT NULL
    ) STRICT;

    CREATE TABLE route_points (
      order_id TEXT NOT NULL REFERENCES trips (order_id),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      party_id TEXT REFERENCES parties (id),
      address TEXT NOT NULL,
      contact TEXT NOT NULL,
      phone TEXT NOT NULL,
      date TEXT CHECK (date(date) IS date),
      time_from TEXT NOT NULL,
      time_to TEXT NOT NULL,
      PRIMARY KEY (order_id, position)
    ) STRICT, WITHOUT ROWID;
  `,
};
