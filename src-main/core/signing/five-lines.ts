import type { OutputOf } from '#shared/contract/index.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import { withinDays } from '#shared/domain/document/views/payment-terms.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { counted, NBSP } from '#shared/kernel/text.ts';
import type { DocumentSummary } from '../../ports/base.ts';
import type { Comparison } from '../../ports/comparison.ts';
import type { CoreDeps } from '../deps.ts';

type Line = OutputOf<'signing.card'>['lines'][number];

const PAYMENT_KINDS: Readonly<Record<Order['paymentKind'], string>> = {
  prepayment: 'предоплата',
  halfAndHalf: 'половина вперёд, половина после',
  postpayment: 'после отгрузки',
};

/** What somebody signs, in five lines: who, how much, until when, when the money comes, what is unusual (product.md §7.4). */
export const fiveLines = (
  deps: CoreDeps,
  document: DocumentSummary,
  reasons: readonly string[],
  comparison: Comparison | null,
): Line[] => {
  const { orders, contracts, parties } = deps.base.read;
  const order = document.orderId === null ? null : orders.get(document.orderId);
  const contract = order === null || order.contractId === null ? null : contracts.get(order.contractId);
  const party = parties.get(document.partyId);
  return [
    line(
      'who',
      document.partyName,
      party?.inn ? `ИНН ${party.inn}` : 'ИНН не указан',
      reasons.includes('новый контрагент'),
    ),
    line(
      'money',
      document.sum === 0n ? 'без суммы' : `${formatMoney(document.sum)}${NBSP}₽`,
      document.vat === 0n ? 'без НДС' : `в том числе НДС ${formatMoney(document.vat)}`,
      false,
    ),
    termLine(order, contract),
    deferralLine(order, contract),
    deviationLine(reasons, comparison),
  ];
};

const line = (label: Line['label'], value: string, note: string, warns: boolean): Line => ({
  label,
  value,
  note,
  warns,
});

const termLine = (order: Order | null, contract: Contract | null): Line => {
  const until = contract?.validTo ?? null;
  const prolonged = contract?.autoProlong === true ? ', продлевается' : '';
  const loading = order?.trip?.route.find(({ kind }) => kind === 'loading')?.date ?? order?.shipDate ?? null;
  return line(
    'term',
    until === null
      ? loading === null
        ? 'срок не назван'
        : formatDate(loading)
      : `до ${formatDate(until)}${prolonged}`,
    loading === null ? '' : `${order?.trip ? 'первая загрузка' : 'отгрузка'} ${formatDate(loading)}`,
    false,
  );
};

const deferralLine = (order: Order | null, contract: Contract | null): Line => {
  if (contract !== null && contract.paymentEvent !== 'prepayment')
    return line(
      'deferral',
      withinDays(contract.paymentDays, contract.paymentDayKind),
      `по договору № ${contract.number}`,
      false,
    );
  const terms = order === null ? 'оплаты нет' : PAYMENT_KINDS[order.paymentKind];
  return line('deferral', terms, contract === null ? 'договора в базе нет' : `по договору № ${contract.number}`, false);
};

const deviationLine = (reasons: readonly string[], comparison: Comparison | null): Line => {
  const count = comparison?.differences.length ?? 0;
  const places = count === 0 ? '' : counted(count, 'место изменено', 'места изменено', 'мест изменено');
  const value =
    places || (reasons.length === 0 ? 'нет' : counted(reasons.length, 'замечание', 'замечания', 'замечаний'));
  const verdict =
    comparison === null || count === 0
      ? reasons.join('; ')
      : { waiting: 'юрист ещё не смотрел', accepted: 'юрист принял', declined: 'юрист не принял' }[comparison.verdict];
  return line('deviations', value, verdict, reasons.length > 0 || count > 0);
};
