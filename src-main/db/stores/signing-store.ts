import { and, asc, count, eq } from 'drizzle-orm';
import type { SigningReader, SigningWriter } from '../../ports/signing.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { documents, files } from '../schema/documents.ts';
import { approvals, documentScans, signatures } from '../schema/papers-way.ts';

export const createSigningStore = (db: Drizzle): SigningReader & SigningWriter => ({
  approvalsOf: (id) =>
    db.select().from(approvals).where(eq(approvals.documentId, id)).orderBy(asc(approvals.seq)).all(),
  waitingApprovals: () =>
    db.select().from(approvals).where(eq(approvals.state, 'waiting')).orderBy(asc(approvals.seq)).all(),
  signaturesOf: (id) =>
    db.select().from(signatures).where(eq(signatures.documentId, id)).orderBy(asc(signatures.seq)).all(),
  signedOn: (date) =>
    db
      .select({ rows: count() })
      .from(signatures)
      .where(and(eq(signatures.signedOn, date), eq(signatures.side, 'us')))
      .get()?.rows ?? 0,
  scansOf: (id) =>
    db.select().from(documentScans).where(eq(documentScans.documentId, id)).orderBy(asc(documentScans.seq)).all(),
  move: (id, before, after) => {
    // What the decision was made on must still stand: of two operators one wins.
    const unchanged = and(
      eq(documents.id, id),
      eq(documents.route, before.route),
      eq(documents.ourCopy, before.ourCopy),
      eq(documents.theirCopy, before.theirCopy),
      eq(documents.state, 'issued'),
    );
    const { route, ourCopy, theirCopy, paperState, isAwaited, way, track, sentOn, receivedOn } = after;
    const change = { route, ourCopy, theirCopy, paperState, isAwaited, way, track, sentOn, receivedOn };
    return db.update(documents).set(change).where(unchanged).run().changes === 1;
  },
  addApprovals: (rows) => {
    for (const row of rows) db.insert(approvals).values(row).run();
  },
  setApproval: (id, state, decision) => {
    const decided = decision && { decidedAt: decision.at, decidedBy: decision.by, comment: decision.comment };
    db.update(approvals)
      .set({ state, ...decided })
      .where(eq(approvals.id, id))
      .run();
  },
  addSignature: (signature) => {
    db.insert(signatures).values(signature).run();
  },
  addScan: (scan, size) => {
    db.insert(files).values({ sha256: scan.sha256, size }).onConflictDoNothing().run();
    db.insert(documentScans).values(scan).onConflictDoNothing().run();
  },
});
