import { appError, type AppError } from '#shared/contract/errors.ts';
import { parseTrack } from '#shared/domain/post/track-number.ts';
import { needsTheirSignature } from '#shared/domain/signing/copies.ts';
import type { Way } from '#shared/domain/signing/course.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { formatDate, type IsoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DocumentSummary, WriteStores } from '../../ports/base.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { nameOf } from '../packs/issue-answer.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { moveOne } from './move-one.ts';
import { findPaper, readyToMove, type MoveRecord } from './move-paper.ts';
import { storeFile } from './store-file.ts';

const USUAL_WAY = { paper: 'post', scan: 'mail', edo: 'operator' } as const;

const SENT_WORDS: Readonly<Record<Way, string>> = {
  post: 'отправлен почтой',
  courier: 'передан курьеру',
  hand: 'передан нарочным',
  mail: 'отправлен по электронной почте',
  operator: 'отправлен через оператора ЭДО',
};

/** The fact of a sending; a postal number must be a real one. */
export const sentRecord = (way: Way, track: string, on: IsoDate): MoveRecord => ({
  action: 'document.sent',
  right: 'documents.send',
  sentence: `${SENT_WORDS[way]}${track === '' ? '' : `, № ${track}`}`,
  change: { way, track, sentOn: on, receivedOn: null },
  after: { way, track, on },
});

const checkedTrack = (way: Way, track: string): Result<string, AppError> => {
  if (track === '' || way !== 'post') return ok(track);
  const parsed = parseTrack(track);
  return parsed.ok ? parsed : err(appError('post.track', { track, reason: parsed.error }));
};

export const sendPaper =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.sent'> =>
  (context, { id, way, track, on }) => {
    const ready = readyToMove(deps.base.read, id, 'send');
    if (!ready.ok) return ready;
    const by = way ?? (track === '' ? USUAL_WAY[ready.value.document.medium] : 'post');
    const checked = checkedTrack(by, track);
    if (!checked.ok) return checked;
    return moveOne(deps, standings, context, ready.value, sentRecord(by, checked.value, on ?? deps.clock.today()));
  };

/** What became of their copy on its way. */
export const deliveryRecord = (outcome: 'delivered' | 'cameBack', on: IsoDate): MoveRecord =>
  outcome === 'delivered'
    ? { action: 'document.delivered', right: 'documents.send', sentence: `вручён ${formatDate(on)}`, after: { on } }
    : {
        action: 'document.cameBack',
        right: 'documents.send',
        sentence: `отправление вернулось ${formatDate(on)}`,
        change: { sentOn: null },
        after: { on },
      };

export const noteDelivery =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.delivery'> =>
  (context, { id, outcome, on }) => {
    const ready = readyToMove(deps.base.read, id, outcome === 'delivered' ? 'deliver' : 'comeBack');
    if (!ready.ok) return ready;
    return moveOne(deps, standings, context, ready.value, deliveryRecord(outcome, on ?? deps.clock.today()));
  };

const RECEIVED_WORDS = {
  scan: 'подписан ими, пришёл скан',
  original: 'подписан ими, оригинал у нас',
  electronic: 'подписан ими через оператора ЭДО',
} as const;

export const receivedRecord = (as: keyof typeof RECEIVED_WORDS, on: IsoDate): MoveRecord => ({
  action: 'document.received',
  right: 'documents.send',
  sentence: RECEIVED_WORDS[as],
  change: { receivedOn: on },
  after: { as, on, isSignedByBoth: true },
});

/** Their signature is seen for the first time: it stands in the register of signatures beside ours. */
export const noteTheirSignature = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  { id, version, kind, partyName }: DocumentSummary,
  on: IsoDate,
): void => {
  const { user } = requireDefined(context.actor, 'the acting person');
  const known = stores.signing.signaturesOf(id).some((one) => one.side === 'them' && one.version === version);
  if (known || !needsTheirSignature(kind)) return;
  const at = deps.clock.now();
  const signature = { documentId: id, version, side: 'them', signatory: partyName, authority: '' } as const;
  stores.signing.addSignature({ ...signature, signedOn: on, at, userId: user.id });
};

export const receivePaper =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.received'> =>
  async (context, { id, as, scan, on }) => {
    const early = readyToMove(deps.base.read, id, as);
    if (!early.ok) return early;
    const stored = scan === undefined ? ok(null) : await storeFile(deps, Buffer.from(scan.bytes, 'base64'));
    if (!stored.ok) return stored;
    // While the file went to the disk another window may have been first.
    const ready = readyToMove(deps.base.read, id, as);
    if (!ready.ok) return ready;
    const day = on ?? deps.clock.today();
    const { document } = ready.value;
    const { user } = requireDefined(context.actor, 'the acting person');
    return moveOne(deps, standings, context, ready.value, receivedRecord(as, day), (stores) => {
      noteTheirSignature(deps, context, stores, document, day);
      if (stored.value === null || scan === undefined) return;
      const { sha256, size } = stored.value;
      const [documentId, version, at] = [document.id, document.version, deps.clock.now()];
      const row = { id: deps.random.uuid(), name: scan.name, sha256, pages: null, userId: user.id };
      stores.signing.addScan({ ...row, documentId, version, at }, size);
    });
  };

export const noteRefusal =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.refused'> =>
  (context, { id, reason }) => {
    const ready = readyToMove(deps.base.read, id, 'refuse');
    if (!ready.ok) return ready;
    return moveOne(deps, standings, context, ready.value, {
      action: 'document.refused',
      right: 'documents.send',
      sentence: `контрагент отказался подписать: ${reason}`,
      after: { reason },
    });
  };

/** A scan that lies beside a document. */
export const scanOfPaper =
  (deps: CoreDeps): Handler<'signing.scan'> =>
  async (_context, { id, scanId }) => {
    const document = findPaper(deps.base.read, id);
    if (!document.ok) return document;
    const scan = deps.base.read.signing.scansOf(document.value.id).find((one) => one.id === scanId);
    const bytes = scan === undefined ? null : await deps.files.read(scan.sha256);
    if (scan === undefined || bytes === null)
      return err(appError('document.noFile', { document: nameOf(document.value), format: 'pdf' }));
    return ok({ name: scan.name, bytes: Buffer.from(bytes).toString('base64') });
  };
