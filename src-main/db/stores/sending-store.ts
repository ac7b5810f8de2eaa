import { and, asc, count, desc, eq, getTableColumns, inArray, ne } from 'drizzle-orm';
import type { Envelope, SendingReader, SendingWriter } from '../../ports/sending.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { files } from '../schema/documents.ts';
import { envelopeDocuments, envelopes, letters, reminders } from '../schema/papers-way.ts';

type EnvelopeRow = Omit<Envelope, 'documents'>;

const { seq: _seq, ...envelopeColumns } = getTableColumns(envelopes);
const { seq: _letterSeq, ...letterColumns } = getTableColumns(letters);

export const createSendingStore = (db: Drizzle): SendingReader & SendingWriter => {
  const withDocuments = (rows: readonly EnvelopeRow[]): Envelope[] => {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const held = db
      .select()
      .from(envelopeDocuments)
      .where(inArray(envelopeDocuments.envelopeId, ids))
      .orderBy(asc(envelopeDocuments.documentId))
      .all();
    const heldById = Map.groupBy(held, ({ envelopeId }) => envelopeId);
    return rows.map((row) => ({
      ...row,
      documents: (heldById.get(row.id) ?? []).map(({ documentId, version }) => ({ documentId, version })),
    }));
  };
  const envelopeRows = () => db.select(envelopeColumns).from(envelopes).$dynamic();
  return {
    envelope: (id) => withDocuments(envelopeRows().where(eq(envelopes.id, id)).all())[0] ?? null,
    envelopeByTrack: (track) => withDocuments(envelopeRows().where(eq(envelopes.track, track)).all())[0] ?? null,
    envelopes: ({ organisationId, state }, { limit, offset }) => {
      const where = and(
        organisationId === undefined ? undefined : eq(envelopes.organisationId, organisationId),
        state === undefined ? undefined : eq(envelopes.state, state),
      );
      const rows = envelopeRows().where(where).orderBy(desc(envelopes.seq)).limit(limit).offset(offset).all();
      return {
        total: db.select({ rows: count() }).from(envelopes).where(where).get()?.rows ?? 0,
        items: withDocuments(rows),
      };
    },
    envelopeOf: (documentId) => {
      const rows = db
        .select(envelopeColumns)
        .from(envelopeDocuments)
        .innerJoin(envelopes, eq(envelopes.id, envelopeDocuments.envelopeId))
        .where(and(eq(envelopeDocuments.documentId, documentId), ne(envelopes.state, 'cameBack')))
        .orderBy(desc(envelopes.seq))
        .limit(1)
        .all();
      return withDocuments(rows)[0] ?? null;
    },
    letter: (id) => db.select(letterColumns).from(letters).where(eq(letters.id, id)).get() ?? null,
    letterByKey: (onceKey) =>
      db
        .select(letterColumns)
        .from(letters)
        .where(and(eq(letters.onceKey, onceKey), ne(letters.state, 'dropped')))
        .get() ?? null,
    letters: (states, { limit, offset }) => {
      const where = inArray(letters.state, [...states]);
      return {
        total: db.select({ rows: count() }).from(letters).where(where).get()?.rows ?? 0,
        items: db
          .select(letterColumns)
          .from(letters)
          .where(where)
          .orderBy(desc(letters.seq))
          .limit(limit)
          .offset(offset)
          .all(),
      };
    },
    remindersOf: (documentIds) =>
      documentIds.length === 0
        ? []
        : db
            .select()
            .from(reminders)
            .where(inArray(reminders.documentId, [...documentIds]))
            .all(),
    addEnvelope: ({ documents, ...envelope }) => {
      db.insert(envelopes).values(envelope).run();
      for (const one of documents)
        db.insert(envelopeDocuments)
          .values({ envelopeId: envelope.id, ...one })
          .run();
    },
    saveEnvelope: ({ id, ...change }) => {
      db.update(envelopes).set(change).where(eq(envelopes.id, id)).run();
    },
    addLetter: (letter) => {
      for (const { sha256, size } of letter.attachments)
        db.insert(files).values({ sha256, size }).onConflictDoNothing().run();
      db.insert(letters).values(letter).run();
    },
    saveLetter: ({ id, ...change }) => {
      db.update(letters).set(change).where(eq(letters.id, id)).run();
    },
    addReminders: (rows) => {
      for (const row of rows) db.insert(reminders).values(row).onConflictDoNothing().run();
    },
  };
};
