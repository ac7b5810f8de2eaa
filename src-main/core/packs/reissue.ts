import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts';
import type { IssuedDocument } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { DocumentSummary } from '../../ports/base.ts';
import { recordWithOrder } from '../audit.ts';
import type { Answer, CallContext, CoreDeps, Handler } from '../deps.ts';
import { documentCard } from '../documents/document-card.ts';
import { refuseFacsimile } from '../facsimiles/refuse-facsimile.ts';
import { checkPlanned } from './check.ts';
import { isBare } from './issue-documents.ts';
import { nameOf, packBlocked } from './issue-answer.ts';
import { makePdfs } from './make-pdfs.ts';
import { judgeFindings, type Overridden } from './override.ts';
import { planNextVersion } from './plan-pack.ts';
import { prepareDocuments, type PreparedDocument } from './prepare-documents.ts';
import { readCase, type PackCase } from './read-case.ts';
import { isStale } from './stale.ts';
import type { StandingCache } from './standing-cache.ts';
import { writeCopies } from './write-copies.ts';

type Input = ParsedInputOf<'documents.reissue'>;
type Card = OutputOf<'documents.get'>;

/**
 * Makes a stale document anew under its own number and date (documents.md D9): the new file first, then one transaction
 * that puts the new version in force; of a счет-фактура and an УПД 1 that version is an исправление with line 1а filled.
 * The earlier version keeps its snapshot and its file, byte for byte.
 */
export const reissueDocument =
  (
    deps: CoreDeps,
    standings: StandingCache,
    queue: <T>(work: () => Promise<T>) => Promise<T>,
  ): Handler<'documents.reissue'> =>
  (context, input) =>
    queue(() => reissue(deps, standings, context, input));

const reissue = async (
  deps: CoreDeps,
  standings: StandingCache,
  context: CallContext,
  input: Input,
): Promise<Answer<'documents.reissue'>> => {
  const { base } = deps;
  const noRight = input.facsimile ? refuseFacsimile(context) : null;
  if (noRight !== null) return err(noRight);
  const document = base.read.documents.get(asId(input.id));
  if (document === null) return err(appError('document.unknown', { document: input.id }));
  if (document.orderId === null) return err(appError('document.withoutOrder', { document: nameOf(document) }));
  const order = requireDefined(base.read.orders.get(document.orderId), 'the order of a document');
  const pack = readCase(base.read, order);
  const plan = planNextVersion(pack, document, deps.clock.today());
  const refusal = refusalOf(document, plan.series.numberClass, input.force || isStale(deps, pack, document));
  if (refusal) return err(refusal);

  const { findings } = checkPlanned(base.read, pack, [plan], deps.clock.today());
  const judged = judgeFindings(context, findings, input.overrides);
  if (!judged.ok) return judged;
  const { blocking, overridden } = judged.value;
  if (blocking.length > 0) return err(packBlocked([document.kind], blocking));

  const actor = requireDefined(context.actor, 'the acting person');
  const { signal, progress } = context;
  const request = {
    pack,
    documents: [plan],
    userId: actor.user.id,
    reason: input.reason,
    newTemplate: input.force,
    facsimile: input.facsimile,
    medium: document.medium,
    signal,
    progress,
  };
  const prepared = await prepareDocuments(deps, request);
  if (!prepared.ok) return prepared;
  const [next] = prepared.value;
  if (!next) throw new Error('a planned document was not prepared');
  if (input.facsimile && isBare(next))
    return err(appError('facsimile.none', { organisation: pack.organisation.party.shortName }));
  enter(deps, standings, context, pack, document, next, overridden);
  await makePdfs(deps, prepared.value, [], undefined, signal);
  return ok(await withCopies(deps, standings, pack, document));
};

/** Why this document cannot get another version; null when it can. */
const refusalOf = (
  document: DocumentSummary,
  numberClass: IssuedDocument['numberClass'],
  isWanted: boolean,
): AppError | null => {
  const data = { document: nameOf(document) };
  if (document.state === 'annulled') return appError('document.annulled', data);
  if (document.numberClass !== numberClass) return appError('document.otherSeries', data);
  return isWanted ? null : appError('document.notStale', data);
};

const enter = (
  deps: CoreDeps,
  standings: StandingCache,
  context: CallContext,
  { order }: PackCase,
  before: DocumentSummary,
  { document, snapshot }: PreparedDocument,
  overridden: readonly Overridden[],
): Card => {
  const { id, kind, number } = document;
  const card = context.commit((stores) => {
    stores.documents.addVersion(document, snapshot);
    const change = {
      action: 'document.reissued',
      right: overridden.length > 0 ? 'documents.override' : 'documents.issue',
      before: { kind, number, version: before.version, sum: moneyToDecimal(before.sum) },
      after: {
        kind,
        number,
        version: document.version,
        revision: document.revision ?? null,
        reason: snapshot.reason ?? '',
        facsimile: (snapshot.facsimile ?? []).map(({ part }) => part),
        sum: moneyToDecimal(document.sum),
        documents: [{ kind, number }],
        overridden,
      },
    } as const;
    recordWithOrder(deps, context, stores, order.id, { ...change, entity: 'document', entityId: id });
    return documentCard(deps, standings, requireDefined(stores.documents.get(id), 'the document made anew'));
  });
  context.emit({ type: 'changed', entity: 'document', id });
  return card;
};

/** The document as it stands now, its PDF included; readable copies that the disk refused are made by the next issue. */
const withCopies = async (
  deps: CoreDeps,
  standings: StandingCache,
  pack: PackCase,
  { id }: DocumentSummary,
): Promise<Card> => {
  const document = requireDefined(deps.base.read.documents.get(id), 'the document made anew');
  await writeCopies(deps, pack.order, pack.buyer.shortName, document);
  return documentCard(deps, standings, document);
};
