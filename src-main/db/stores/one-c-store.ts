import { and, asc, between, count, desc, eq, getTableColumns, inArray, sql, sum } from 'drizzle-orm';
import type { DocumentId, PartyId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import type {
  ChangedPaper,
  OneCCursor,
  OneCPeriod,
  OneCReader,
  OneCWriter,
  RegisteredPaper,
} from '../../ports/one-c.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { documents, documentVersions } from '../schema/documents.ts';
import { oneCExportedDocuments as sent, oneCExports } from '../schema/exchange-1c.ts';
import { incomingPapers, oneCExportedIncoming as sentIncoming } from '../schema/incoming.ts';
import { parties } from '../schema/parties.ts';

const { seq: _seq, ...exportColumns } = getTableColumns(oneCExports);
const {
  seq: _documentSeq,
  year: _year,
  searchText: _text,
  annulledAt: _at,
  annulledBy: _by,
  annulReason: _reason,
  ...documentColumns
} = getTableColumns(documents);
const { documentId: _of, version: _version, ...snapshotColumns } = getTableColumns(documentVersions);

export const createOneCStore = (db: Drizzle): OneCReader & OneCWriter => ({
  papers: (period, rankByKind, after, limit) => papersOf(db, period, rankByKind, after, limit),
  registerTotals: (period) =>
    db
      .select({ kind: documents.kind, count: count(), sum: sum(documents.sum), vat: sum(documents.vat) })
      .from(documents)
      .where(inPeriod(period))
      .groupBy(documents.kind)
      .orderBy(asc(documents.kind))
      .all()
      .map((row) => ({
        ...row,
        count: row.count,
        sum: kopecks(BigInt(row.sum ?? 0)),
        vat: kopecks(BigInt(row.vat ?? 0)),
      })),
  changed: (organisationId, limit) => {
    const found = db
      .select({
        documentId: documents.id,
        kind: documents.kind,
        orderId: documents.orderId,
        number: documents.number,
        date: documents.date,
        partyName: parties.shortName,
        sum: documents.sum,
        version: documents.version,
        contentHash: documents.contentHash,
        state: documents.state,
        sentAt: oneCExports.madeAt,
      })
      .from(sent)
      .innerJoin(documents, eq(documents.id, sent.documentId))
      .innerJoin(parties, eq(parties.id, documents.partyId))
      .innerJoin(oneCExports, eq(oneCExports.id, sent.exportId))
      .where(
        and(
          organisationId === null ? undefined : eq(documents.organisationId, organisationId),
          // Only the latest export of a document says what 1C has.
          sql`${sent.seq} = (SELECT max(later.seq) FROM one_c_exported_documents AS later WHERE later.document_id = ${sent.documentId})`,
          sql`(${sent.contentHash} <> ${documents.contentHash} OR ${sent.version} <> ${documents.version} OR ${sent.state} <> ${documents.state})`,
        ),
      )
      .orderBy(asc(documents.date), asc(documents.seq))
      .limit(limit)
      .all();
    const own = found.map(({ state, ...row }): ChangedPaper => ({
      ...row,
      isIncoming: false,
      reason: state === 'annulled' ? 'annulled' : 'reissued',
    }));
    return [...own, ...annulledIncoming(db, organisationId, limit - own.length)];
  },
  get: (id) => db.select(exportColumns).from(oneCExports).where(eq(oneCExports.id, id)).get() ?? null,
  list: (organisationId, { limit, offset }) => {
    const where = organisationId === null ? undefined : eq(oneCExports.organisationId, organisationId);
    return {
      total: db.select({ rows: count() }).from(oneCExports).where(where).get()?.rows ?? 0,
      items: db
        .select(exportColumns)
        .from(oneCExports)
        .where(where)
        .orderBy(desc(oneCExports.seq))
        .limit(limit)
        .offset(offset)
        .all(),
    };
  },
  record: (made, carried) => {
    db.insert(oneCExports).values(made).run();
    for (const { documentId, version, contentHash, isIncoming, isAnnulled } of carried) {
      if (isIncoming) {
        const state = isAnnulled ? 'annulled' : 'entered';
        db.insert(sentIncoming).values({ exportId: made.id, incomingId: documentId, state }).run();
      } else {
        const state = isAnnulled ? 'annulled' : 'issued';
        db.insert(sent).values({ exportId: made.id, documentId, version, contentHash, state }).run();
      }
    }
  },
  accept: (id, at, by) =>
    void db.update(oneCExports).set({ acceptedAt: at, acceptedBy: by }).where(eq(oneCExports.id, id)).run(),
});

/** A paper of a supplier is never changed, only annulled. */
const annulledIncoming = (db: Drizzle, organisationId: PartyId | null, limit: number): ChangedPaper[] =>
  db
    .select({
      documentId: incomingPapers.id,
      kind: incomingPapers.kind,
      orderId: incomingPapers.orderId,
      number: incomingPapers.number,
      date: incomingPapers.date,
      partyName: parties.shortName,
      sum: incomingPapers.sum,
      sentAt: oneCExports.madeAt,
    })
    .from(sentIncoming)
    .innerJoin(incomingPapers, eq(incomingPapers.id, sentIncoming.incomingId))
    .innerJoin(parties, eq(parties.id, incomingPapers.partyId))
    .innerJoin(oneCExports, eq(oneCExports.id, sentIncoming.exportId))
    .where(
      and(
        organisationId === null ? undefined : eq(incomingPapers.organisationId, organisationId),
        sql`${sentIncoming.seq} = (SELECT max(later.seq) FROM one_c_exported_incoming AS later WHERE later.incoming_id = ${sentIncoming.incomingId})`,
        sql`${sentIncoming.state} <> ${incomingPapers.state}`,
      ),
    )
    .orderBy(asc(incomingPapers.date), asc(incomingPapers.seq))
    .limit(Math.max(0, limit))
    .all()
    .map((row) => ({ ...row, isIncoming: true, version: 1, contentHash: '', reason: 'annulled' }));

const inPeriod = ({ organisationId, from, to }: OneCPeriod) =>
  and(eq(documents.organisationId, organisationId), between(documents.date, from, to), eq(documents.state, 'issued'));

const papersOf = (
  db: Drizzle,
  period: OneCPeriod,
  rankByKind: ReadonlyMap<string, number>,
  after: OneCCursor,
  limit: number,
): readonly RegisteredPaper[] => {
  const kinds = [...rankByKind];
  const rank = sql<number>`CASE ${documents.kind} ${sql.join(
    kinds.map(([kind, at]) => sql`WHEN ${kind} THEN ${BigInt(at)}`),
    sql` `,
  )} END`.mapWith(Number);
  const rows = db
    .select({ document: documentColumns, snapshot: snapshotColumns, seq: documents.seq, rank })
    .from(documents)
    .innerJoin(
      documentVersions,
      and(eq(documentVersions.documentId, documents.id), eq(documentVersions.version, documents.version)),
    )
    .where(
      and(
        inPeriod(period),
        sql`${documents.kind} IN ${kinds.map(([kind]) => kind)}`,
        after === null
          ? undefined
          : sql`(${documents.date}, ${rank}, ${documents.seq}) > (${after.date}, ${BigInt(after.rank)}, ${BigInt(after.seq)})`,
      ),
    )
    .orderBy(asc(documents.date), asc(rank), asc(documents.seq))
    .limit(limit)
    .all();
  const sentById = lastSent(
    db,
    rows.map(({ document }) => document.id),
  );
  return rows.map(({ document, snapshot, seq, rank: at }) => ({
    document,
    snapshot,
    cursor: { date: document.date, rank: at, seq },
    sent: sentById.get(document.id) ?? null,
  }));
};

const lastSent = (
  db: Drizzle,
  ids: readonly DocumentId[],
): ReadonlyMap<DocumentId, NonNullable<RegisteredPaper['sent']>> => {
  if (ids.length === 0) return new Map();
  const rows = db
    .select({
      documentId: sent.documentId,
      version: sent.version,
      contentHash: sent.contentHash,
      state: sent.state,
    })
    .from(sent)
    .where(inArray(sent.documentId, [...ids]))
    .orderBy(asc(sent.seq))
    .all();
  return new Map(rows.map(({ documentId, ...last }) => [documentId, last]));
};
