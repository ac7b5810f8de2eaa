import type { ParsedInputOf } from '#shared/contract/index.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { recordAudit } from '../audit.ts';
import type { Answer, CallContext, CoreDeps, Handler } from '../deps.ts';
import { findOrder } from '../orders/find-order.ts';
import { saveOrder } from '../orders/set-field.ts';
import { checkPack } from './check.ts';
import { chooseKinds } from './choose-kinds.ts';
import { issuedView, packBlocked, problemsOf, staleProblem } from './issue-answer.ts';
import { makePdfs } from './make-pdfs.ts';
import { judgeFindings, type Overridden } from './override.ts';
import { prepareDocuments, type PreparedDocument } from './prepare-documents.ts';
import { planPack } from './plan-pack.ts';
import { readCase, type PackCase } from './read-case.ts';
import { isStale } from './standing.ts';
import { writeCopies } from './write-copies.ts';

type Input = ParsedInputOf<'packs.issue'>;

/**
 * Issues the pack of one order. Documents that the check blocks stay behind with their problems, the rest is issued
 * together: files first, then one transaction with numbers, documents and history. PDFs follow and may fail alone.
 */
export const issuePack =
  (deps: CoreDeps, queue: <T>(work: () => Promise<T>) => Promise<T>): Handler<'packs.issue'> =>
  // One pack at a time: the numbers foreseen for a pack must still be free when it is entered.
  (context, input) =>
    queue(() => issue(deps, context, input));

const issue = async (deps: CoreDeps, context: CallContext, input: Input): Promise<Answer<'packs.issue'>> => {
  const order = findOrder(deps.base.read, input.order);
  if (!order.ok) return order;
  const date = input.date === undefined ? deps.clock.today() : isoDate(input.date);
  const pack = readCase(deps.base.read, order.value);
  const kinds = chooseKinds(pack, input.kinds, date);
  if (!kinds.ok) return kinds;

  const already = kinds.value.flatMap((kind) => pack.issuedByKind.get(kind) ?? []);
  const missing = kinds.value.filter((kind) => !pack.issuedByKind.has(kind));
  const checked = judge(deps, context, input, pack, missing);
  if (!checked.ok) return checked;
  const { allowed, findings, overridden } = checked.value;
  if (allowed.length === 0 && already.length === 0) {
    return err(packBlocked(missing, findings));
  }

  const actor = requireDefined(context.actor, 'the acting person');
  const plan = planPack(deps.base.read, pack, allowed, date, asId<'contract'>(deps.random.uuid()));
  const { signal, progress } = context;
  const prepared = await prepareDocuments(deps, {
    pack,
    documents: plan.documents,
    userId: actor.user.id,
    signal,
    progress,
  });
  if (!prepared.ok) return prepared;
  enter(deps, context, pack, prepared.value, plan.newContract, overridden);
  const pdfs = await makePdfs(deps, prepared.value, already, input.formats, context.signal);

  const fresh = new Set(prepared.value.map(({ document }) => document.id));
  const documents = kinds.value.flatMap((kind) =>
    deps.base.read.documents.ofOrder(order.value.id).filter((document) => document.kind === kind),
  );
  const stale = already.filter((document) => isStale(deps, pack, document)).map(staleProblem);
  const issued = [];
  const notCopied: Problem[] = [];
  for (const document of documents) {
    const { paths, problems } = await writeCopies(deps, order.value, pack.buyer.shortName, document);
    issued.push(issuedView(document, !fresh.has(document.id), paths));
    notCopied.push(...problems);
  }
  return ok({ issued, problems: [...problemsOf(findings, overridden), ...stale, ...pdfs, ...notCopied] });
};

/** Splits the kinds into those that may be issued and those with a blocking finding that nobody overrides. */
const judge = (deps: CoreDeps, context: CallContext, input: Input, pack: PackCase, kinds: readonly DocumentKind[]) => {
  const today = deps.clock.today();
  const date = input.date === undefined ? today : isoDate(input.date);
  const { findings } = checkPack(deps.base.read, pack, kinds, date, today);
  // A pack that stands already has no findings: the same words sent again override nothing, and that is no mistake.
  const judged = judgeFindings(context, findings, kinds.length === 0 ? [] : input.overrides);
  if (!judged.ok) return judged;
  const { blocking, overridden } = judged.value;
  const allowed = kinds.filter((kind) => blocking.every((finding) => finding.kind !== kind));
  return ok({ allowed, findings, overridden: overridden.filter(({ kind }) => allowed.includes(kind)) });
};

/** The moment of issue: numbers, documents, versions and history become facts together. */
const enter = (
  deps: CoreDeps,
  context: CallContext,
  pack: PackCase,
  prepared: readonly PreparedDocument[],
  newContract: Contract | null,
  overridden: readonly Overridden[],
): void => {
  if (prepared.length === 0) return;
  // An override is logged for whom its own right came from.
  const right = overridden.length > 0 ? 'documents.override' : 'documents.issue';
  deps.base.write((stores) => {
    if (newContract !== null) {
      stores.contracts.save(newContract);
      saveOrder(
        stores,
        { ...pack.order, contractId: newContract.id, revision: pack.order.revision + 1 },
        pack.organisation,
      );
    }
    for (const { document, snapshot, plan } of prepared) {
      if (plan.taken !== null) stores.numbers.take(plan.series, plan.taken);
      stores.documents.insert(document, snapshot);
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
          overridden: overridden.filter(({ kind }) => kind === document.kind),
        },
      });
    }
    const [first] = prepared;
    if (!first) return;
    recordAudit(deps, context, stores, {
      action: 'pack.issued',
      entity: 'order',
      entityId: first.document.orderId,
      before: null,
      right,
      after: {
        documents: prepared.map(({ document }) => ({ kind: document.kind, number: document.number })),
        overridden,
      },
    });
  });
  for (const { document } of prepared) context.emit({ type: 'changed', entity: 'document', id: document.id });
};
