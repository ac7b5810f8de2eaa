import { appError, type AppError } from '#shared/contract/errors.ts';
import type { DocumentKind, IssuedDocument } from '#shared/domain/document/document.ts';
import type { Finding } from '#shared/domain/document/preflight.ts';
import { datesOf, shipmentDateOf, type DatesOf } from '#shared/domain/document/usual-date.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Medium } from '#shared/domain/party/party.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { WriteStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { refuseFacsimile } from '../facsimiles/refuse-facsimile.ts';
import { saveOrder } from '../orders/set-field.ts';
import { checkPack } from './check.ts';
import { chooseKinds } from './choose-kinds.ts';
import { packBlocked } from './issue-answer.ts';
import { judgeFindings, type Overridden } from './override.ts';
import { assertCode } from './paper-codes.ts';
import { planPack, type PackPlan } from './plan-pack.ts';
import { prepareDocuments, type PreparedDocument } from './prepare-documents.ts';
import { missingOf, readCase, type PackCase } from './read-case.ts';

export type IssueRequest = {
  readonly order: Order;
  /** Absent: what the rules put into the pack. */
  readonly kinds: readonly string[] | undefined;
  /** Absent: of each kind its usual one (documents.md §17). */
  readonly date: IsoDate | undefined;
  readonly overrides: readonly { readonly rule: string; readonly reason: string }[];
  /** How the originals travel this time; absent: as the counterparty's card says. */
  readonly medium?: Medium | undefined;
  /** With pictures of the stamp and the signature; asks for the right. */
  readonly facsimile?: boolean | undefined;
  /** A pack that no picture may be laid on is issued all the same: in a batch they stand beside those that take them. */
  readonly mayLackFacsimile?: boolean;
};

/** A pack as the issue left it; its PDFs and readable copies are still to be made. */
export type IssuedPack = {
  readonly pack: PackCase;
  readonly kinds: readonly DocumentKind[];
  /** Entered just now. */
  readonly prepared: readonly PreparedDocument[];
  /** In force since earlier. */
  readonly already: readonly IssuedDocument[];
  readonly findings: readonly Finding[];
  readonly overridden: readonly Overridden[];
};

/**
 * Enters the documents of one order: files first, then one transaction with numbers, documents, history and whatever
 * `record` adds to it. Must run alone among issues, because the numbers are only foreseen until that transaction.
 */
export const issueDocuments = async (
  deps: CoreDeps,
  context: CallContext,
  request: IssueRequest,
  record?: (stores: WriteStores, issued: IssuedPack) => void,
): Promise<Result<IssuedPack, AppError>> => {
  const today = deps.clock.today();
  const dates = datesOf(request.order, today, request.date);
  const pack = readCase(deps.base.read, request.order);
  const refusal = request.facsimile === true ? refuseFacsimile(context) : null;
  if (refusal !== null) return err(refusal);
  const kinds = chooseKinds(pack, request.kinds, request.date ?? shipmentDateOf(request.order, today));
  if (!kinds.ok) return kinds;

  const missing = missingOf(pack, kinds.value);
  const already = kinds.value.flatMap((kind) => (missing.includes(kind) ? [] : (pack.issuedByKind.get(kind) ?? [])));
  const checked = judge(deps, context, request, pack, missing, dates);
  if (!checked.ok) return checked;
  const { allowed, findings, overridden } = checked.value;
  if (allowed.length === 0 && already.length === 0) {
    return err(packBlocked(missing, findings));
  }

  const actor = requireDefined(context.actor, 'the acting person');
  const plan = planPack(deps.base.read, pack, allowed, dates, {
    client: asId<'contract'>(deps.random.uuid()),
    carrier: asId<'contract'>(deps.random.uuid()),
  });
  const { signal, progress } = context;
  const prepared = await prepareDocuments(deps, {
    pack,
    documents: plan.documents,
    userId: actor.user.id,
    medium: request.medium,
    facsimile: request.facsimile === true,
    signal,
    progress,
  });
  if (!prepared.ok) return prepared;
  if (request.facsimile === true && request.mayLackFacsimile !== true && prepared.value.every(isBare))
    return err(appError('facsimile.none', { organisation: pack.organisation.party.shortName }));
  const issued = { pack, kinds: kinds.value, prepared: prepared.value, already, findings, overridden };
  enter(deps, context, issued, plan, record);
  return ok(issued);
};

/** No picture lies on it. */
export const isBare = ({ snapshot }: Pick<PreparedDocument, 'snapshot'>): boolean =>
  (snapshot.facsimile ?? []).length === 0;

/** Splits the kinds into those that may be issued and those with a blocking finding that nobody overrides. */
const judge = (
  deps: CoreDeps,
  context: CallContext,
  request: IssueRequest,
  pack: PackCase,
  kinds: readonly DocumentKind[],
  dates: DatesOf,
) => {
  const { findings } = checkPack(deps.base.read, pack, kinds, dates, deps.clock.today(), request.medium ?? null);
  // A pack that stands already has no findings: the same words sent again override nothing, and that is no mistake.
  const judged = judgeFindings(context, findings, kinds.length === 0 ? [] : request.overrides);
  if (!judged.ok) return judged;
  const { blocking, overridden } = judged.value;
  const allowed = kinds.filter((kind) => blocking.every((finding) => finding.kind !== kind));
  return ok({ allowed, findings, overridden: overridden.filter(({ kind }) => allowed.includes(kind)) });
};

/** The moment of issue: numbers, documents, versions and history become facts together. */
const enter = (
  deps: CoreDeps,
  context: CallContext,
  issued: IssuedPack,
  { newContract, newCarrierContract }: PackPlan,
  record: ((stores: WriteStores, issued: IssuedPack) => void) | undefined,
): void => {
  const { pack, prepared, overridden } = issued;
  if (prepared.length === 0) {
    if (record !== undefined) deps.base.write((stores) => record(stores, issued));
    return;
  }
  // An override is logged for whom its own right came from.
  const right = overridden.length > 0 ? 'documents.override' : 'documents.issue';
  deps.base.write((stores) => {
    if (newCarrierContract !== null) stores.contracts.save(newCarrierContract);
    if (newContract !== null) {
      stores.contracts.save(newContract);
      saveOrder(
        stores,
        { ...pack.order, contractId: newContract.id, revision: pack.order.revision + 1 },
        pack.organisation,
      );
    }
    for (const { document, snapshot, plan, code } of prepared) {
      if (plan.taken !== null) stores.numbers.take(plan.series, plan.taken);
      stores.documents.insert(document, snapshot);
      assertCode(stores, document.id, code);
      recordAudit(deps, context, stores, {
        action: 'document.issued',
        entity: 'document',
        entityId: document.id,
        before: null,
        right,
        after: {
          orderId: document.orderId,
          kind: document.kind,
          number: document.number,
          date: document.date,
          version: document.version,
          facsimile: (snapshot.facsimile ?? []).map(({ part }) => part),
          overridden: overridden.filter(({ kind }) => kind === document.kind),
        },
      });
    }
    recordAudit(deps, context, stores, {
      action: 'pack.issued',
      entity: 'order',
      entityId: pack.order.id,
      before: null,
      right,
      after: {
        documents: prepared.map(({ document }) => ({ kind: document.kind, number: document.number })),
        overridden,
      },
    });
    record?.(stores, issued);
  });
  for (const { document } of prepared) context.emit({ type: 'changed', entity: 'document', id: document.id });
};
