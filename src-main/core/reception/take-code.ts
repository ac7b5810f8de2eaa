import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { paperCode, readCode } from '#shared/domain/reception/paper-code.ts';
import { asId, type PartyId } from '#shared/kernel/id.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DocumentSummary, ReadStores } from '../../ports/base.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { nameOf } from '../packs/issue-answer.ts';
import { checkMove, movePaper } from '../signing/move-paper.ts';
import { daysAwaited, paperBrief } from '../signing/paper-view.ts';
import { noteTheirSignature, receivedRecord } from '../signing/send-receive.ts';

type Owed = OutputOf<'reception.owed'>;

/** More than any counterparty owes. */
const MOST_OWED = 1000;

/** The document that a code names; a misread one and a code of somebody else are told apart. */
export const findByCode = (
  { reception }: Pick<ReadStores, 'reception'>,
  text: string,
): Result<DocumentSummary, AppError> => {
  const read = readCode(text);
  const shown = text.trim().slice(0, 40);
  if (!read.ok)
    return err(
      read.error === 'misread'
        ? appError('code.wrong', { code: shown, reason: 'контрольный знак не сходится' })
        : appError('code.foreign', { code: shown }),
    );
  const document = reception.byEntry(read.value.entry);
  // The signs of the id tell a code of another base, whose row happens to exist here too.
  if (document === null || paperCode(read.value.entry, document.id) !== read.value.code)
    return err(appError('code.foreign', { code: shown }));
  return ok(document);
};

/** What a counterparty still owes, the longest first. */
const owedBy = (deps: Pick<CoreDeps, 'base' | 'clock'>, partyId: PartyId, counterparty: string): Owed => {
  const rows = deps.base.read.register.rows({ partyId, isAwaited: true }, 'sentOn', false, {
    limit: MOST_OWED,
    offset: 0,
  });
  const today = deps.clock.today();
  return {
    partyId,
    counterparty,
    documents: rows.map((row) => ({
      ...paperBrief(row),
      sentOn: row.sentOn,
      daysAwaited: daysAwaited(row, today),
    })),
    sum: moneyToDecimal(sumMoney(rows.map(({ sum }) => sum))),
  };
};

/** Since when a paper is here and who took it in, out of the journal. */
const takenBefore = ({ base }: CoreDeps, { id }: DocumentSummary): { by: string; at: string } => {
  const entry = base.read.audit.ofEntity('document', id, 50).find(({ action }) => action === 'document.received');
  return entry === undefined
    ? { by: '', at: '' }
    : { by: base.read.users.get(entry.userId)?.fullName ?? '', at: entry.at };
};

const isThere = ({ ourCopy }: DocumentSummary, as: 'scan' | 'original'): boolean =>
  ourCopy === 'original' || ourCopy === 'electronic' || (as === 'scan' && ourCopy === 'scan');

/** A code from the scanner: the paper is taken in. Of two operators one wins; the other hears who was first. */
export const takeCode =
  (deps: CoreDeps): Handler<'reception.take'> =>
  (context, { code, as }) => {
    const found = findByCode(deps.base.read, code);
    if (!found.ok) return found;
    const document = found.value;
    if (document.state === 'annulled') return err(appError('document.annulled', { document: nameOf(document) }));
    const owed = () => owedBy(deps, document.partyId, document.partyName);
    if (isThere(document, as))
      return ok({ outcome: 'already', ...takenBefore(deps, document), document: paperBrief(document), owed: owed() });
    const ready = checkMove(deps.base.read, document, as);
    if (!ready.ok) return ready;
    const day = deps.clock.today();
    const answer = context.commit((stores) => {
      movePaper(deps, context, stores, ready.value, receivedRecord(as, day));
      noteTheirSignature(deps, context, stores, document, day);
      const now = stores.documents.get(document.id) ?? document;
      const who = context.actor?.user.fullName ?? '';
      return {
        outcome: 'taken' as const,
        by: who,
        at: deps.clock.now(),
        document: paperBrief(now),
        owed: owed(),
      };
    });
    context.emit({ type: 'changed', entity: 'document', id: document.id });
    return ok(answer);
  };

export const lookAtCode =
  (deps: CoreDeps): Handler<'reception.look'> =>
  (_context, { code }) => {
    const found = findByCode(deps.base.read, code);
    if (!found.ok) return found;
    const { partyId, partyName } = found.value;
    return ok({ document: paperBrief(found.value), owed: owedBy(deps, partyId, partyName) });
  };

export const owedByParty =
  (deps: CoreDeps): Handler<'reception.owed'> =>
  (_context, { partyId }) => {
    const party = deps.base.read.parties.get(asId(partyId));
    if (party === null) return err(appError('papers.unknownParty', { party: partyId }));
    return ok(owedBy(deps, party.id, party.shortName || party.fullName));
  };
