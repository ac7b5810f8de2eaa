import { and, asc, between, count, desc, eq, getTableColumns, inArray, sql, sum } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { IncomingPaper } from '#shared/domain/incoming/incoming.ts';
import type { DocumentId } from '#shared/kernel/id.ts';
import { kopecks, ZERO, type Kopecks } from '#shared/kernel/money.ts';
import type { IncomingFilter, IncomingReader, IncomingWriter, StoredIncoming } from '../../ports/incoming.ts';
import type { OneCPeriod } from '../../ports/one-c.ts';
import { searchWords } from './fold-text.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { files } from '../schema/documents.ts';
import { incomingPapers as papers, oneCExportedIncoming as sent, type StoredLine } from '../schema/incoming.ts';
import { orders } from '../schema/orders.ts';
import { parties } from '../schema/parties.ts';
import { allocations } from '../schema/payments.ts';
import { searchTextOf, sumForSearch } from './text-search.ts';

const {
  fileName: _name,
  fileSha256: _sha256,
  annulledAt: _at,
  annulledBy: _by,
  searchText: _text,
  seq: _seq,
  ...ownColumns
} = getTableColumns(papers);
const companies = alias(parties, 'companies');

export const createIncomingStore = (db: Drizzle): IncomingReader & IncomingWriter => ({
  get: (id) => read(db, rowsOf(db).where(eq(papers.id, id)).all())[0] ?? null,
  list: (filter, { limit, offset }) => {
    const where = whereOf(filter);
    return {
      total: db.select({ rows: count() }).from(papers).where(where).get()?.rows ?? 0,
      items: read(
        db,
        rowsOf(db).where(where).orderBy(desc(papers.date), desc(papers.seq)).limit(limit).offset(offset).all(),
      ),
    };
  },
  sameNumber: ({ organisationId, partyId, kind, date, number }) =>
    read(
      db,
      rowsOf(db)
        .where(
          and(
            eq(papers.partyId, partyId),
            eq(papers.number, number),
            eq(papers.organisationId, organisationId),
            eq(papers.kind, kind),
            sql`substr(${papers.date}, 1, 4) = ${date.slice(0, 4)}`,
            eq(papers.state, 'entered'),
          ),
        )
        .all(),
    )[0] ?? null,
  forOneC: (period, rankByKind, after, limit) => {
    const rank = sql<number>`CASE ${papers.kind} ${sql.join(
      [...rankByKind].map(([kind, at]) => sql`WHEN ${kind} THEN ${BigInt(at)}`),
      sql` `,
    )} ELSE 0 END`.mapWith(Number);
    const found = read(
      db,
      rowsOf(db)
        .where(
          and(
            inPeriod(period),
            after === null
              ? undefined
              : sql`(${papers.date}, ${rank}, ${papers.seq}) > (${after.date}, ${BigInt(after.rank)}, ${BigInt(after.seq)})`,
          ),
        )
        .orderBy(asc(papers.date), asc(rank), asc(papers.seq))
        .limit(limit)
        .all(),
    );
    const sentById = lastSent(
      db,
      found.map(({ id }) => id),
    );
    return found.map((paper) => ({
      paper,
      cursor: { date: paper.date, rank: rankByKind.get(paper.kind) ?? 0, seq: paper.entry },
      sentState: sentById.get(paper.id) ?? null,
    }));
  },
  totals: (period) =>
    db
      .select({ kind: papers.kind, count: count(), sum: sum(papers.sum), vat: sum(papers.vat) })
      .from(papers)
      .where(inPeriod(period))
      .groupBy(papers.kind)
      .orderBy(asc(papers.kind))
      .all()
      .map((row) => ({ ...row, sum: kopecks(BigInt(row.sum ?? 0)), vat: kopecks(BigInt(row.vat ?? 0)) })),
  insert: (paper) => insert(db, paper),
  attach: (id, { name, sha256, size }) => {
    db.insert(files).values({ sha256, size }).onConflictDoNothing().run();
    db.update(papers).set({ fileName: name, fileSha256: sha256 }).where(eq(papers.id, id)).run();
  },
  annul: (id, at, by, reason) => {
    const change = { state: 'annulled', annulledAt: at, annulledBy: by, annulReason: reason } as const;
    db.update(papers).set(change).where(eq(papers.id, id)).run();
  },
});

const rowsOf = (db: Drizzle) =>
  db
    .select({
      paper: ownColumns,
      entry: papers.seq,
      file: { name: papers.fileName, sha256: papers.fileSha256, size: files.size },
      partyName: parties.shortName,
      organisationName: companies.shortName,
      orderNumber: orders.number,
    })
    .from(papers)
    .innerJoin(parties, eq(parties.id, papers.partyId))
    .innerJoin(companies, eq(companies.id, papers.organisationId))
    .leftJoin(orders, eq(orders.id, papers.orderId))
    .leftJoin(files, eq(files.sha256, papers.fileSha256))
    .$dynamic();

type Row = ReturnType<ReturnType<typeof rowsOf>['all']>[number];

const read = (db: Drizzle, rows: readonly Row[]): StoredIncoming[] => {
  const paidById = paidOf(
    db,
    rows.map(({ paper }) => paper.id),
  );
  return rows.map(({ paper, entry, file, partyName, organisationName, orderNumber }) => ({
    ...paper,
    entry,
    partyName,
    organisationName,
    lines: paper.lines.map((line) => ({ ...line, gross: kopecks(BigInt(line.gross)), vat: kopecks(BigInt(line.vat)) })),
    file:
      file === null || file.name === null || file.sha256 === null
        ? null
        : { name: file.name, sha256: file.sha256, size: file.size ?? 0 },
    orderNumber: orderNumber ?? '',
    annulReason: paper.annulReason ?? '',
    paid: paidById.get(paper.id) ?? ZERO,
  }));
};

/** Bound values of one question. */
const IDS_AT_ONCE = 500;

const paidOf = (db: Drizzle, ids: readonly DocumentId[]): ReadonlyMap<DocumentId, Kopecks> => {
  const paid = new Map<DocumentId, Kopecks>();
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const rows = db
      .select({ id: allocations.incomingId, kind: allocations.kind, sum: allocations.sum })
      .from(allocations)
      .where(inArray(allocations.incomingId, ids.slice(from, from + IDS_AT_ONCE)))
      .all();
    for (const { id, kind, sum: part } of rows) {
      if (id === null) continue;
      const before = paid.get(id) ?? ZERO;
      paid.set(id, kopecks(kind === 'refund' ? before - part : before + part));
    }
  }
  return paid;
};

const inPeriod = ({ organisationId, from, to }: OneCPeriod) =>
  and(eq(papers.organisationId, organisationId), between(papers.date, from, to), eq(papers.state, 'entered'));

const whereOf = ({ text, kind, organisationId, partyId, orderId, state }: IncomingFilter) =>
  and(
    kind === undefined ? undefined : eq(papers.kind, kind),
    organisationId === undefined ? undefined : eq(papers.organisationId, organisationId),
    partyId === undefined ? undefined : eq(papers.partyId, partyId),
    orderId === undefined ? undefined : eq(papers.orderId, orderId),
    state === undefined ? undefined : eq(papers.state, state),
    ...searchWords(text ?? '').map((word) => sql`instr(${papers.searchText}, ${word}) > 0`),
  );

const lastSent = (db: Drizzle, ids: readonly DocumentId[]): ReadonlyMap<DocumentId, IncomingPaper['state']> => {
  if (ids.length === 0) return new Map();
  const rows = db
    .select({ id: sent.incomingId, state: sent.state })
    .from(sent)
    .where(inArray(sent.incomingId, [...ids]))
    .orderBy(asc(sent.seq))
    .all();
  return new Map(rows.map(({ id, state }) => [id, state]));
};

const insert = (db: Drizzle, { lines, ...paper }: IncomingPaper): void => {
  const party = db
    .select({ name: parties.shortName, inn: parties.inn })
    .from(parties)
    .where(eq(parties.id, paper.partyId))
    .get();
  const storedLines: StoredLine[] = lines.map((line) => ({
    ...line,
    gross: String(line.gross),
    vat: String(line.vat),
  }));
  const searchText = searchTextOf([
    paper.number,
    party?.name ?? '',
    party?.inn ?? '',
    sumForSearch(paper.sum),
    paper.comment,
  ]);
  db.insert(papers)
    .values({ ...paper, lines: storedLines, searchText })
    .run();
};
