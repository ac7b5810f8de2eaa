import { aliasedTable, and, asc, count, desc, eq, getTableColumns, inArray, ne, sql } from 'drizzle-orm';
import { InvariantError } from '#shared/kernel/assert.ts';
import { yearOf } from '#shared/kernel/date.ts';
import type { DocumentId, OrderId, PartyId } from '#shared/kernel/id.ts';
import type { DocumentFile, IssuedDocument, Snapshot } from '#shared/domain/document/document.ts';
import type { DocumentFilter, DocumentReader, DocumentSummary, DocumentWriter } from '../../ports/base.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { documentFiles, documents, documentVersions, files } from '../schema/documents.ts';
import { orders } from '../schema/orders.ts';
import { parties } from '../schema/parties.ts';
import { searchTextOf, sumForSearch, textMatches } from './text-search.ts';

const SEARCHED = { index: 'documents_search', seq: documents.seq, searchText: documents.searchText } as const;

const {
  seq: _seq,
  year: _year,
  searchText: _searchText,
  partyName: _partyName,
  annulledAt: _at,
  annulledBy: _by,
  annulReason: _reason,
  ...ownColumns
} = getTableColumns(documents);

/** Columns of a document without what the register keeps for itself. */
export const documentColumns = ownColumns;

type DocumentRow = Omit<IssuedDocument, 'files'>;

/** Rows with the files of their versions in force. */
export const withFiles = <T extends DocumentRow>(
  db: Drizzle,
  rows: readonly T[],
): readonly (T & Pick<IssuedDocument, 'files'>)[] => {
  const filesById = filesOf(db, rows);
  return rows.map((row) => ({ ...row, files: filesById.get(row.id) ?? [] }));
};

export const createDocumentStore = (db: Drizzle): DocumentReader & DocumentWriter => {
  const ours = aliasedTable(parties, 'ours');

  const selectSummaries = () =>
    db
      .select({
        ...documentColumns,
        partyName: parties.shortName,
        organisationName: ours.shortName,
        orderNumber: sql<string>`coalesce(${orders.number}, '')`,
      })
      .from(documents)
      .innerJoin(parties, eq(parties.id, documents.partyId))
      .innerJoin(ours, eq(ours.id, documents.organisationId))
      .leftJoin(orders, eq(orders.id, documents.orderId));

  const ofOrders: DocumentReader['ofOrders'] = (orderIds) =>
    groupByOrder(
      withFiles(
        db,
        db
          .select(documentColumns)
          .from(documents)
          .where(and(inArray(documents.orderId, [...orderIds]), ne(documents.state, 'annulled')))
          .orderBy(asc(documents.seq))
          .all(),
      ),
    );

  return {
    get: (id): DocumentSummary | null => withFiles(db, selectSummaries().where(eq(documents.id, id)).all())[0] ?? null,
    list: (filter, { limit, offset }) => {
      const where = documentFilter(filter);
      const rows = selectSummaries()
        .where(where)
        .orderBy(desc(documents.date), desc(documents.seq))
        .limit(limit)
        .offset(offset);
      const total = db.select({ rows: count() }).from(documents).where(where).get()?.rows ?? 0;
      return { total, items: withFiles(db, rows.all()) };
    },
    ofOrder: (orderId) => ofOrders([orderId]).get(orderId) ?? [],
    ofOrders,
    filesOf: (id, version) => filesOf(db, [{ id, version }]).get(id) ?? [],
    annulmentOf: (id) => {
      const row = db
        .select({ at: documents.annulledAt, by: documents.annulledBy, reason: documents.annulReason })
        .from(documents)
        .where(eq(documents.id, id))
        .get();
      if (!row || row.at === null || row.by === null || row.reason === null) return null;
      return { at: row.at, by: row.by, reason: row.reason };
    },
    snapshotOf: (id, version) => {
      const found = and(eq(documentVersions.documentId, id), eq(documentVersions.version, version));
      const row = db.select().from(documentVersions).where(found).get();
      if (!row) return null;
      const { documentId: _of, version: _version, ...snapshot } = row;
      return snapshot;
    },
    versionsOf: (id) =>
      db
        .select({
          version: documentVersions.version,
          revision: documentVersions.revision,
          reason: documentVersions.reason,
        })
        .from(documentVersions)
        .where(eq(documentVersions.documentId, id))
        .orderBy(asc(documentVersions.version))
        .all(),
    isNumberTaken: (organisationId, numberClass, year, number) =>
      db
        .select({ id: documents.id })
        .from(documents)
        .where(
          and(
            eq(documents.organisationId, organisationId),
            eq(documents.numberClass, numberClass),
            eq(documents.year, year),
            eq(documents.number, number),
          ),
        )
        .get() !== undefined,
    fileHashes: () =>
      db
        .select({ sha256: files.sha256 })
        .from(files)
        .all()
        .map(({ sha256 }) => sha256),
    count: () => db.select({ rows: count() }).from(documents).get()?.rows ?? 0,
    insert: (document, snapshot) => insertDocument(db, document, snapshot),
    addVersion: (document, snapshot) => addVersion(db, document, snapshot),
    addFile: (id, version, file) => addFile(db, id, version, file),
    annul: (id, at, by, reason) => {
      const change = { state: 'annulled', annulledAt: at, annulledBy: by, annulReason: reason } as const;
      const { changes } = db
        .update(documents)
        .set(change)
        .where(and(eq(documents.id, id), eq(documents.state, 'issued')))
        .run();
      if (changes !== 1) throw new InvariantError(`document ${id} is not in force`);
    },
  };
};

const groupByOrder = <T extends IssuedDocument>(rows: readonly T[]): ReadonlyMap<OrderId, readonly T[]> => {
  const rowsByOrder = new Map<OrderId, T[]>();
  for (const row of rows) {
    if (row.orderId === null) continue;
    const known = rowsByOrder.get(row.orderId);
    if (known) known.push(row);
    else rowsByOrder.set(row.orderId, [row]);
  }
  return rowsByOrder;
};

/** Files of each document's given version: docx first, the exact PDF before a draft. */
const filesOf = (
  db: Drizzle,
  rows: readonly Pick<DocumentRow, 'id' | 'version'>[],
): ReadonlyMap<DocumentId, readonly DocumentFile[]> => {
  if (rows.length === 0) return new Map();
  const found = db
    .select({
      documentId: documentFiles.documentId,
      version: documentFiles.version,
      file: {
        format: documentFiles.format,
        sha256: documentFiles.sha256,
        size: files.size,
        name: documentFiles.name,
        isDraft: documentFiles.isDraft,
      },
    })
    .from(documentFiles)
    .innerJoin(files, eq(files.sha256, documentFiles.sha256))
    .where(
      inArray(
        documentFiles.documentId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(documentFiles.format), asc(documentFiles.isDraft))
    .all();
  const foundById = Map.groupBy(found, ({ documentId }) => documentId);
  return new Map(
    rows.map(({ id, version }) => [
      id,
      (foundById.get(id) ?? []).filter((row) => row.version === version).map(({ file }) => file),
    ]),
  );
};

/** What every list of documents narrows by; `undefined` narrows nothing. */
export const documentFilter = ({
  text,
  orderId,
  organisationId,
  partyId,
  state,
  kind,
  medium,
  paperState,
  isAwaited,
}: DocumentFilter) =>
  and(
    textMatches(text, SEARCHED),
    orderId === undefined ? undefined : eq(documents.orderId, orderId),
    organisationId === undefined ? undefined : eq(documents.organisationId, organisationId),
    partyId === undefined ? undefined : eq(documents.partyId, partyId),
    state === undefined ? undefined : eq(documents.state, state),
    kind === undefined ? undefined : eq(documents.kind, kind),
    medium === undefined ? undefined : eq(documents.medium, medium),
    paperState === undefined ? undefined : eq(documents.paperState, paperState),
    isAwaited === undefined ? undefined : eq(documents.isAwaited, isAwaited),
  );

const insertDocument = (db: Drizzle, { files: ownFiles, ...document }: IssuedDocument, snapshot: Snapshot): void => {
  const searchText = searchTextFor(db, document);
  db.insert(documents)
    .values({ ...document, year: yearOf(document.date), searchText })
    .run();
  enterVersion(db, document, snapshot, ownFiles);
};

/** Identity, number and date are the document's own and stay; a trigger would refuse any other. */
const addVersion = (db: Drizzle, { files: ownFiles, ...document }: IssuedDocument, snapshot: Snapshot): void => {
  const { id, version, partyId, sum, vat, medium, issuedAt, issuedBy, contentHash, revision = null } = document;
  const searchText = searchTextFor(db, document);
  const { changes } = db
    .update(documents)
    .set({ version, partyId, sum, vat, medium, issuedAt, issuedBy, contentHash, searchText, revision })
    .where(and(eq(documents.id, id), eq(documents.state, 'issued'), eq(documents.version, version - 1)))
    .run();
  if (changes !== 1) throw new InvariantError(`document ${id} has no version ${version - 1} in force`);
  enterVersion(db, document, snapshot, ownFiles);
};

const enterVersion = (
  db: Drizzle,
  { id, version }: Pick<IssuedDocument, 'id' | 'version'>,
  snapshot: Snapshot,
  ownFiles: readonly DocumentFile[],
): void => {
  db.insert(documentVersions)
    .values({ documentId: id, version, ...snapshot })
    .run();
  for (const file of ownFiles) addFile(db, id, version, file);
};

const searchTextFor = (db: Drizzle, document: DocumentRow): string => {
  const party = db
    .select({ partyText: parties.searchText })
    .from(parties)
    .where(eq(parties.id, document.partyId))
    .get();
  const order =
    document.orderId === null
      ? undefined
      : db
          .select({ orderNumber: orders.number, reference: orders.customerReference })
          .from(orders)
          .where(eq(orders.id, document.orderId))
          .get();
  return documentSearchText({
    ...document,
    partyText: party?.partyText ?? '',
    orderNumber: order?.orderNumber ?? null,
    reference: order?.reference ?? null,
  });
};

const addFile = (db: Drizzle, documentId: DocumentId, version: number, file: DocumentFile): void => {
  const { sha256, size, ...own } = file;
  db.insert(files).values({ sha256, size }).onConflictDoNothing().run();
  const { changes } = db
    .insert(documentFiles)
    .values({ documentId, version, sha256, ...own })
    .onConflictDoNothing()
    .run();
  if (changes === 1) return;
  // The same file twice is once; another file in its place would make the reprint differ from the print.
  const present = db
    .select({ sha256: documentFiles.sha256 })
    .from(documentFiles)
    .where(
      and(
        eq(documentFiles.documentId, documentId),
        eq(documentFiles.version, version),
        eq(documentFiles.format, own.format),
        eq(documentFiles.isDraft, own.isDraft),
      ),
    )
    .get();
  if (present?.sha256 !== sha256) throw new InvariantError(`document ${documentId} already has another ${own.format}`);
};

type SearchedDocument = Pick<IssuedDocument, 'number' | 'sum'> & {
  readonly partyText: string;
  readonly orderNumber: string | null;
  readonly reference: string | null;
};

const documentSearchText = ({ number, sum, partyText, orderNumber, reference }: SearchedDocument): string =>
  searchTextOf([number, orderNumber ?? '', reference ?? '', sumForSearch(sum), partyText]);

/** After a counterparty's card changed: its documents are found by the new name. */
export const refreshDocumentSearch = (db: Drizzle, partyId: PartyId): void => {
  const rows = db
    .select({
      id: documents.id,
      number: documents.number,
      sum: documents.sum,
      partyText: parties.searchText,
      orderNumber: orders.number,
      reference: orders.customerReference,
    })
    .from(documents)
    .leftJoin(orders, eq(orders.id, documents.orderId))
    .innerJoin(parties, eq(parties.id, documents.partyId))
    .where(eq(documents.partyId, partyId))
    .all();
  for (const { id, ...row } of rows)
    db.update(documents)
      .set({ searchText: documentSearchText(row) })
      .where(eq(documents.id, id))
      .run();
};
