import { appError } from '#shared/contract/errors.ts';
import { formatMoney, moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { StoredOperation } from '../../ports/payments.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { createRowMaker, outstandingOf, payableKinds, type PaymentRow } from './payment-row.ts';
import type { ProposalCache } from './proposals.ts';

const EVERYTHING = { limit: 1_000_000, offset: 0 } as const;
const MOST_FOUND = 50;

/** Operations with where they are put or would be put, and what the control strip counts. */
export const listPayments =
  (deps: CoreDeps, proposals: ProposalCache): Handler<'payments.list'> =>
  (_context, { importId, unmatched, text, limit, offset }) => {
    const { statements, payments } = deps.base.read;
    const filter = { importId, isSettled: unmatched ? false : undefined, text };
    const page = statements.operations(filter, { limit, offset });
    const proposed = proposals.all();
    const rowsOf = rowMakerOf(deps);
    const waiting = statements.operations({ importId, isSettled: false }, EVERYTHING).items;
    const settled = statements.operations({ importId, isSettled: true }, EVERYTHING).items;
    const ways = payments.ofOperations(settled.map(({ id }) => id));
    const zoneOf = ({ id }: StoredOperation) => proposed.get(id)?.zone ?? 'manual';
    const countOf = (zone: string) => waiting.filter((operation) => zoneOf(operation) === zone).length;
    const auto = settled.filter(({ id }) => ways.get(id)?.[0]?.how === 'auto');
    return ok({
      total: page.total,
      items: rowsOf(page.items, proposed),
      counts: {
        auto: auto.length + countOf('auto'),
        confirm: countOf('confirm'),
        manual: countOf('manual'),
        notOurs: settled.filter(({ id }) => ways.get(id)?.[0]?.kind === 'notOurs').length,
      },
      unmatchedSum: moneyToDecimal(sumMoney(waiting.map(({ sum }) => sum))),
      oldestUnmatched: waiting[0]?.bookedOn ?? null,
      autoSum: moneyToDecimal(sumMoney(auto.map(({ sum }) => sum))),
    });
  };

const rowMakerOf =
  ({ base: { read } }: CoreDeps) =>
  (operations: readonly StoredOperation[], proposed: ReturnType<ProposalCache['all']>): PaymentRow[] => {
    const maker = createRowMaker(read);
    const rowsById = read.payments.ofOperations(operations.map(({ id }) => id));
    return operations.map((operation) =>
      maker.row(operation, rowsById.get(operation.id) ?? [], proposed.get(operation.id)),
    );
  };

/** Documents of the company that the money came to, which still wait for money. */
export const findDocuments =
  (deps: CoreDeps): Handler<'payments.find'> =>
  (_context, { operationId, text }) => {
    const operation = deps.base.read.statements.operation(operationId);
    if (operation === null) return err(appError('payment.unknown', { id: operationId }));
    const maker = createRowMaker(deps.base.read);
    const words = folded(text).split(' ').filter(Boolean);
    const kinds = payableKinds(operation);
    const found = maker.documents
      .filter(({ kind }) => kinds.includes(kind))
      .filter((document) => document.organisationId === operation.organisationId && outstandingOf(document) > 0n)
      .map((document) => {
        const inn = deps.base.read.parties.get(document.partyId)?.inn ?? '';
        const item = maker.allocation(document.id, outstandingOf(document));
        const sums = [document.sum, outstandingOf(document)].flatMap((sum) => [moneyToDecimal(sum), formatMoney(sum)]);
        return { item, where: folded([item.number, item.order, item.counterparty, inn, ...sums].join(' | ')) };
      })
      .filter(({ where }) => words.every((word) => where.includes(word)));
    return ok({ items: found.slice(0, MOST_FOUND).map(({ item }) => item) });
  };

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»"\u00A0]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
